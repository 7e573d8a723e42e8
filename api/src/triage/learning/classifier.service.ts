/** Which local classifiers there are, and which of them answers. */
import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { inTransaction } from '../../database/transaction.js';
import { NotFoundError } from '../../errors.js';
import { AuditEventType } from '../../identity/audit/audit-event.js';
import { recordAudit } from '../../identity/audit/audit-trail.js';
import { type LocalClassifier, loadBuiltInClassifier, readClassifier } from '../engines/local/local-classifier.js';
import type { LocalEngine } from '../engines/local-engine.js';
import { type ClassifierStore, putToUse } from './classifier-store.js';
import type { TriageClassifier } from './triage-classifier.js';

export class ClassifierService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: ClassifierStore,
    private readonly local: LocalEngine,
  ) {}

  /** The newest first, the built-in one last. */
  async list(_caller: Caller): Promise<TriageClassifier[]> {
    const trained = (await this.store.list()).map(({ version, inUse, createdAt, labelCount, scores }) => ({
      version,
      builtIn: false,
      inUse,
      trainedAt: createdAt.toISOString(),
      labelCount,
      heldOutAccuracy: scores.candidate.heldOut,
      reason: scores.reason,
    }));
    const builtIn = {
      version: loadBuiltInClassifier().version,
      builtIn: true,
      inUse: !trained.some(({ inUse }) => inUse),
      trainedAt: null,
      labelCount: null,
      heldOutAccuracy: null,
      reason: null,
    };
    return [...trained, builtIn];
  }

  /** For all processes, within seconds. @throws NotFoundError */
  async use(caller: Caller, version: string): Promise<void> {
    const isBuiltIn = version === loadBuiltInClassifier().version;
    await inTransaction(this.dataSource, async (manager) => {
      if (!(await putToUse(manager, isBuiltIn ? null : version)))
        throw new NotFoundError('There is no local classifier of this version.', ['version']);
      const target = isBuiltIn ? 'the built-in classifier' : version;
      await recordAudit(manager, caller, { type: AuditEventType.CLASSIFIER_CHANGED, target });
    });
    await this.local.refresh();
  }

  /** What there is to compare: the one that answers, and the built-in one where that is another. */
  async compared(_caller: Caller): Promise<{ classifier: LocalClassifier; builtIn: boolean }[]> {
    const builtIn = { classifier: loadBuiltInClassifier(), builtIn: true };
    const version = await this.store.versionInUse();
    const artefact = version === null ? null : await this.store.artefact(version);
    return artefact ? [{ classifier: readClassifier(artefact), builtIn: false }, builtIn] : [builtIn];
  }
}
