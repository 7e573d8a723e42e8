/**
 * Guessing becomes slow, per typed address and client together, so that nobody can lock somebody else out: after five
 * failures each further try must wait longer, up to half a minute. Whether the account exists makes no difference. A try
 * is counted before its password is looked at: many at once count as many.
 */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { TooManyError } from '../../errors.js';
import { countAtOnce } from '../../http/shared-counts.js';

const freeFailures = 5;
const longestSeconds = 30;

function keyOf(email: string, address: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([email, address]))
    .digest();
}

/** @throws TooManyError while the time since the last failure is too short */
export async function countTry(dataSource: DataSource, email: string, address: string): Promise<void> {
  const key = keyOf(email, address);
  const counted = await dataSource.query<unknown[]>(
    `insert into sign_in_delay as d (key, failures, not_before) values ($1, 1, now())
     on conflict (key) do update set
       failures = least(d.failures + 1, 1000),
       not_before = now() + case when d.failures + 1 < ${freeFailures} then interval '0'
         else least(power(2, least(d.failures + 1 - ${freeFailures}, 10)), ${longestSeconds}) * interval '1 second' end
     where d.not_before <= now() returning 1`,
    [key],
  );
  if (counted.length > 0) return;
  const [row] = await dataSource.query<{ seconds: number }[]>(
    'select greatest(1, ceil(extract(epoch from not_before - now())))::int as seconds from sign_in_delay where key = $1',
    [key],
  );
  const seconds = row?.seconds ?? 1;
  throw new TooManyError(`Too many tries. Try again in ${seconds} seconds.`, seconds);
}

/** The right password: what was counted is nothing any more. */
export async function forgetTries(dataSource: DataSource, email: string, address: string): Promise<void> {
  await dataSource.query('delete from sign_in_delay where key = $1', [keyOf(email, address)]);
}

export async function forgetOldTries(dataSource: DataSource): Promise<void> {
  await dataSource.query(`delete from sign_in_delay where not_before < now() - interval '1 hour'`);
}

const [minuteMs, hourMs] = [60_000, 3_600_000];
const setupTries = 10;
const resetTries = 20;

/** The code of the first start has a budget for the whole desk. @throws TooManyError */
export function countSetupTry(dataSource: DataSource): Promise<void> {
  return countWithin(dataSource, 'setup', setupTries, minuteMs);
}

/** Whoever forgot a password asks a few times; whoever tries addresses asks often. @throws TooManyError */
export function countResetTry(dataSource: DataSource, address: string): Promise<void> {
  return countWithin(dataSource, `reset ${address}`, resetTries, hourMs);
}

async function countWithin(dataSource: DataSource, key: string, most: number, windowMs: number): Promise<void> {
  const { current, ttl } = await countAtOnce(dataSource, key, windowMs);
  if (current <= most) return;
  const seconds = Math.max(1, Math.ceil(ttl / 1_000));
  throw new TooManyError(`Too many tries. Try again in ${seconds} seconds.`, seconds);
}
