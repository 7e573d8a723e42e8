/**
 * Answers with the local classifier: the one that this desk has put to use, else the one that ships with the product. All
 * processes look in the database now and then, so a newly trained classifier needs no restart.
 */

import type { Logger } from '../../logger.js';
import { type TicketText, TriageSource } from '../../tickets/write/triage-port.js';
import type { ClassifierStore } from '../learning/classifier-store.js';
import type { Classification } from '../suggestions/classification.js';
import { DEFAULT_CLASSIFICATION } from '../suggestions/thresholds.js';
import { type LocalClassifier, loadBuiltInClassifier, readClassifier } from './local/local-classifier.js';
import { isReadable } from './local/readable.js';

/** How long another process may go on with the classifier it has. */
const REFRESH_MS = 5_000;

export class LocalEngine {
  private classifier: LocalClassifier | null = null;
  private version: string | null = null;
  private checkedAt = -Infinity;

  constructor(
    private readonly store: ClassifierStore,
    private readonly log: Logger,
  ) {}

  async classify(ticket: TicketText): Promise<Classification> {
    return localClassification(await this.current(), ticket);
  }

  async current(): Promise<LocalClassifier> {
    if (performance.now() - this.checkedAt > REFRESH_MS) await this.refresh();
    this.classifier ??= loadBuiltInClassifier();
    return this.classifier;
  }

  /** Takes over what the database says is in use. */
  async refresh(): Promise<void> {
    this.checkedAt = performance.now();
    const version = await this.store.versionInUse();
    if (version === this.version && this.classifier) return;
    const artefact = version === null ? null : await this.store.artefact(version);
    this.classifier = artefact ? readClassifier(artefact) : loadBuiltInClassifier();
    this.version = version;
    this.log.info({ version: this.classifier.version }, 'The local classifier is ready.');
  }
}

export function localClassification(classifier: LocalClassifier, ticket: TicketText): Classification {
  if (!isReadable(ticket)) return DEFAULT_CLASSIFICATION;
  const prediction = classifier.predict(ticket);
  return {
    ...prediction,
    evidence: classifier.explain(ticket, prediction),
    source: TriageSource.LOCAL,
    engine: 'local classifier',
    version: classifier.version,
    rationale: null,
    quote: null,
    learnedFrom: [],
  };
}
