/** Links that are good once. Using one removes its row in the transaction of what it is used for, so two uses cannot both win. */
import type { DataSource, EntityManager } from 'typeorm';
import { digestOf, newSecret } from '../sessions/secrets.js';

export type LinkKind = 'invitation' | 'reset';

const lifetimes: Record<LinkKind, string> = { invitation: '3 days', reset: '1 hour' };

/** A new one ends those of its kind that the person had. */
export async function makeLink(
  manager: EntityManager,
  kind: LinkKind,
  accountId: number,
  lifetime = lifetimes[kind],
): Promise<string> {
  const secret = newSecret();
  await manager.query('delete from one_time_secret where account_id = $1 and kind = $2', [accountId, kind]);
  await manager.query(
    `insert into one_time_secret (secret_hash, kind, account_id, expires_at) values ($1, $2, $3, now() + $4::interval)`,
    [digestOf(secret), kind, accountId, lifetime],
  );
  return secret;
}

/** Whose it is, without using it; null for every link that does not hold, whatever the reason. */
export async function findLink(
  database: DataSource | EntityManager,
  kind: LinkKind,
  secret: string,
): Promise<number | null> {
  const [row] = await database.query<{ id: number }[]>(
    `select account_id as id from one_time_secret s join account a on a.id = s.account_id
     where secret_hash = $1 and kind = $2 and expires_at > now() and deactivated_at is null
       and (kind = 'reset') = (activated_at is not null)`,
    [digestOf(secret), kind],
  );
  return row?.id ?? null;
}

/** As `findLink`, and the link is worth nothing from the end of the transaction on. */
export async function useLink(manager: EntityManager, kind: LinkKind, secret: string): Promise<number | null> {
  const id = await findLink(manager, kind, secret);
  const used = await manager.query<unknown[]>(
    `with used as (delete from one_time_secret where secret_hash = $1 and kind = $2 returning 1) select from used`,
    [digestOf(secret), kind],
  );
  return used.length === 1 ? id : null;
}

export async function forgetOldLinks(dataSource: DataSource): Promise<void> {
  await dataSource.query('delete from one_time_secret where expires_at < now()');
}
