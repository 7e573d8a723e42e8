/** How a desk gets its team: the first account that becomes active closes it to callers without a name, for good. */
import type { DataSource, EntityManager } from 'typeorm';
import { takeLock } from '../../database/locks.js';
import { AuditEventType } from '../audit/audit-event.js';
import { type Doer, recordAudit } from '../audit/audit-trail.js';

export async function hasTeam(database: DataSource | EntityManager): Promise<boolean> {
  const [row] = await database.query<{ has: boolean }[]>(
    'select exists (select from account where activated_at is not null) as has',
  );
  return row?.has === true;
}

/** Held to the end of the transaction by whoever changes who administers the desk: two racers come one after the other. */
export async function holdTeam(manager: EntityManager): Promise<void> {
  await takeLock(manager, 'team');
}

export type Activation = { readonly passwordHash: string | null; readonly displayName: string | null };

/** Within `holdTeam`. The person may sign in from the end of the transaction on. */
export async function activate(
  manager: EntityManager,
  accountId: number,
  { passwordHash, displayName }: Activation,
  doer: Doer,
): Promise<void> {
  const isFirst = !(await hasTeam(manager));
  await manager.query(
    `update account set activated_at = coalesce(activated_at, now()), password_hash = coalesce($2, password_hash),
       display_name = coalesce($3, display_name) where id = $1`,
    [accountId, passwordHash, displayName],
  );
  await manager.query('delete from one_time_secret where account_id = $1', [accountId]);
  if (!isFirst) return;
  await manager.query(`delete from one_time_secret where kind = 'setup'`);
  await recordAudit(manager, doer, {
    type: AuditEventType.MODE_CHANGED,
    detail: 'The desk got its first account.',
  });
}
