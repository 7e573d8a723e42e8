/**
 * The local classifiers that this desk has trained, in the database so that all its processes use the same one. At most
 * one is in use; while there is none, the built-in classifier answers. The last five are kept to go back to.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../../database/transaction.js';
import type { GateScores } from './gate.js';

export type ClassifierRecord = {
  version: string;
  labelCount: number;
  /** With why it was put to use or not. */
  scores: GateScores & { reason: string };
  inUse: boolean;
  createdAt: Date;
};

const KEPT_VERSIONS = 5;

export class ClassifierStore {
  constructor(private readonly dataSource: DataSource) {}

  async versionInUse(): Promise<string | null> {
    const rows = await this.dataSource.query<{ version: string }[]>(
      'select version from triage_classifier where in_use',
    );
    return rows[0]?.version ?? null;
  }

  async artefact(version: string): Promise<Uint8Array | null> {
    const rows = await this.dataSource.query<{ artefact: Buffer }[]>(
      'select artefact from triage_classifier where version = $1',
      [version],
    );
    return rows[0]?.artefact ?? null;
  }

  list(): Promise<ClassifierRecord[]> {
    return this.dataSource.query<ClassifierRecord[]>(
      `select version, label_count as "labelCount", scores, in_use as "inUse", created_at as "createdAt"
       from triage_classifier order by created_at desc`,
    );
  }

  /** Keeps a trained classifier without using it yet, and drops what is older than the five latest. */
  async add(
    version: string,
    artefact: Uint8Array,
    record: Pick<ClassifierRecord, 'labelCount' | 'scores'>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `insert into triage_classifier (version, artefact, label_count, scores) values ($1, $2, $3, $4)
         on conflict (version) do nothing`,
        [version, Buffer.from(artefact), record.labelCount, JSON.stringify(record.scores)],
      );
      await manager.query(
        `delete from triage_classifier where not in_use and version not in
           (select version from triage_classifier order by in_use desc, created_at desc limit $1)`,
        [KEPT_VERSIONS],
      );
    });
  }

  /** Puts one version to use for every process; null goes back to the built-in classifier. False for an unknown version. */
  use(version: string | null): Promise<boolean> {
    return inTransaction(this.dataSource, (manager) => putToUse(manager, version));
  }
}

/** As `use`, beside what else the transaction does. */
export async function putToUse(manager: EntityManager, version: string | null): Promise<boolean> {
  const known = await manager.query<unknown[]>('select from triage_classifier where version = $1', [version]);
  if (version !== null && known.length === 0) return false;
  await manager.query('update triage_classifier set in_use = false where in_use');
  await manager.query('update triage_classifier set in_use = true where version = $1', [version]);
  return true;
}
