/** Finds or makes whoever asks, in the transaction that brings their words. */
import type { EntityManager } from 'typeorm';
import { InvalidInputError } from '../errors.js';
import type { NamedRequester } from './requester-rules.js';

/**
 * The key of whoever is named. An address that is known is its owner's, about whom whoever submits proves and changes
 * nothing; an unknown one makes a requester. @throws InvalidInputError for a key that is of nobody
 */
export async function attachRequester(
  manager: EntityManager,
  { key, email, name }: NamedRequester,
): Promise<number | null> {
  if (key !== null) {
    await refuseUnknownRequester(manager, key);
    return key;
  }
  if (email === null && name === null) return null;
  const known = email === null ? null : await ownerOf(manager, email);
  if (known !== null) return known;
  const made = await makeRequester(manager, name);
  if (email === null) return made;
  const added = await manager.query<unknown[]>(
    `insert into requester_email (address, requester_id, is_primary) values ($1, $2, true)
     on conflict (address) do nothing returning address`,
    [email, made],
  );
  if (added.length > 0) return made;
  // Somebody else brought the address at this moment.
  await manager.query('delete from requester where id = $1', [made]);
  return ownerOf(manager, email);
}

export async function makeRequester(manager: EntityManager, name: string | null = null): Promise<number> {
  const [row] = await manager.query<{ id: number }[]>('insert into requester (name) values ($1) returning id', [name]);
  if (!row) throw new Error('The statement answered no row.');
  return row.id;
}

/** Who waits for nobody's leave is not given words that nobody would forget: the row is held. @throws InvalidInputError */
export async function refuseUnknownRequester(manager: EntityManager, key: number): Promise<void> {
  const rows = await manager.query<unknown[]>('select from requester where id = $1 and erased_at is null for share', [
    key,
  ]);
  if (rows.length > 0) return;
  const message = 'There is no requester with this id.';
  throw new InvalidInputError([{ path: ['requesterId'], code: 'invalid', message }]);
}

/** Mail to it came back for good. */
export async function noteBouncing(manager: EntityManager, address: string): Promise<void> {
  await manager.query(
    'update requester_email set bouncing_since = coalesce(bouncing_since, now()) where address = $1',
    [address],
  );
}

/** Whoever reads mail there wrote. What they can read arrives. */
export async function noteVerified(manager: EntityManager, address: string): Promise<void> {
  await manager.query(
    'update requester_email set verified_at = coalesce(verified_at, now()), bouncing_since = null where address = $1',
    [address],
  );
}

async function ownerOf(manager: EntityManager, email: string): Promise<number | null> {
  const [row] = await manager.query<{ id: number }[]>(
    `select requester.id from requester join requester_email on requester_id = requester.id
     where address = $1 for share of requester`,
    [email],
  );
  return row?.id ?? null;
}

/** Who is behind nothing any more goes altogether. The database refuses anybody else. */
export async function removeRequesters(manager: EntityManager, keys: readonly number[]): Promise<void> {
  await manager.query('delete from requester_email where requester_id = any($1::integer[])', [keys]);
  await manager.query('delete from requester where id = any($1::integer[])', [keys]);
}
