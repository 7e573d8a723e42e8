/** What was done to the desk itself, written in the transaction that does it. Nothing here edits: the database refuses it. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import type { AuditEventType } from './audit-event.js';

const longestText = 500;
const batch = 5_000;

export type AuditEntry = {
  readonly type: AuditEventType;
  /** To whom or what it was done, for a person. */
  readonly target?: string | null;
  readonly detail?: string | null;
};

/** Who did it where no caller stands for them yet, such as whoever typed a wrong password. */
export type Doer = Pick<Caller, 'kind' | 'id' | 'name' | 'address'>;

export async function recordAudit(database: DataSource | EntityManager, doer: Doer, entry: AuditEntry): Promise<void> {
  await database.query(
    `insert into audit_event (type, actor_id, token_id, actor_name, address, target, detail)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      entry.type,
      doer.kind === 'person' ? doer.id : null,
      doer.kind === 'token' ? doer.id : null,
      doer.name ?? nameless[doer.kind] ?? doer.kind,
      doer.address,
      short(entry.target),
      short(entry.detail),
    ],
  );
}

const nameless: Partial<Record<Doer['kind'], string>> = {
  nobody: 'somebody without a name',
  team: 'the team without a name',
  requester: 'a requester',
  system: 'the operator',
};

function short(text: string | null | undefined): string | null {
  return text?.slice(0, longestText).toWellFormed().replaceAll('\0', '') ?? null;
}

/** Forgets what is older than 400 days, which is all that the database lets go. */
export async function forgetOldAudit(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `delete from audit_event where id in (
       select id from audit_event where at < now() - interval '400 days' order by id limit ${batch})`,
  );
}
