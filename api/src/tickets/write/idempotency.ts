import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { type Caller, ownerOf } from '../../caller.js';
import { IdempotencyConflictError, InvalidInputError } from '../../errors.js';
import { Ticket } from '../ticket.entity.js';

/** How long a key answers its first result again. */
export const keyLifetime = '24 hours';

export const longestKey = 255;

/** A request that may come again: its key, of this caller alone, and what makes another request "the same". */
export type Retry = { readonly key: string; readonly requestHash: string };

/** By the accepted input, whatever its spelling on the wire. @throws InvalidInputError */
export function retryOf(caller: Caller, key: string, input: object): Retry {
  checkKey(key);
  const sorted = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1));
  const requestHash = createHash('sha256').update(JSON.stringify(sorted)).digest('base64url');
  return { key: `${ownerOf(caller)}\n${key}`, requestHash };
}

function checkKey(key: string): void {
  if (key.length >= 1 && key.length <= longestKey && key.isWellFormed() && !key.includes('\0')) return;
  const message = `An idempotency key has 1 to ${longestKey} characters.`;
  throw new InvalidInputError([{ path: ['idempotencyKey'], code: 'invalid', message }]);
}

/** The first result of this key, or null where the key is free. @throws IdempotencyConflictError where it answered another request. */
export async function replay(manager: EntityManager, retry: Retry): Promise<Ticket | null> {
  const ticket = await replayed(manager, retry);
  return ticket && Object.assign(new Ticket(), ticket);
}

/** The same for results that are no tickets, as they were kept. */
export async function replayed(manager: EntityManager, { key, requestHash }: Retry): Promise<object | null> {
  const [row] = await manager.query<{ request_hash: string; ticket: object | null }[]>(
    `select request_hash, ticket from idempotency_key where key = $1 and created_at > now() - $2::interval`,
    [key, keyLifetime],
  );
  if (!row) return null;
  if (row.request_hash !== requestHash) {
    const message = 'This idempotency key was used with another request. Send a new key.';
    throw new IdempotencyConflictError(message, ['idempotencyKey']);
  }
  return row.ticket;
}

/**
 * Takes the key for this transaction; false where the caller had used it before. A second request with the same key
 * waits here until the first one's transaction ends.
 */
export async function claim(manager: EntityManager, { key, requestHash }: Retry): Promise<boolean> {
  const claimed = await manager.query<unknown[]>(
    `insert into idempotency_key as k (key, request_hash) values ($1, $2)
     on conflict (key) do update set request_hash = excluded.request_hash, ticket = null, created_at = now()
     where k.created_at <= now() - $3::interval
     returning key`,
    [key, requestHash, keyLifetime],
  );
  return claimed.length > 0;
}

export async function keep(manager: EntityManager, { key }: Retry, result: object): Promise<void> {
  await manager.query(`update idempotency_key set ticket = $2 where key = $1`, [key, JSON.stringify(result)]);
}

export async function forgetExpiredKeys(dataSource: DataSource): Promise<void> {
  await dataSource.query('delete from idempotency_key where created_at <= now() - $1::interval', [keyLifetime]);
}
