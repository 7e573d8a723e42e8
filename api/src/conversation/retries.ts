/** Replies and notes that may be sent again: with one key the first answer comes again. */
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller.js';
import { claim, keep, replayed, retryOf } from '../tickets/write/idempotency.js';

type Work<T> = () => Promise<T>;

/** `again` is given the key of what the first request made, and what was kept with it. @throws IdempotencyConflictError */
export async function once<T extends { readonly key: string }>(
  manager: EntityManager,
  caller: Caller,
  { idempotencyKey, input }: { readonly idempotencyKey: string | null; readonly input: object },
  {
    first,
    again,
    kept,
  }: {
    readonly first: Work<T>;
    readonly again: (key: string, kept: object) => Promise<T>;
    readonly kept?: (made: T) => object;
  },
): Promise<T> {
  if (idempotencyKey === null) return first();
  const retry = retryOf(caller, idempotencyKey, input);
  if (!(await claim(manager, retry))) {
    const known = (await replayed(manager, retry)) as { readonly key: string } | null;
    if (known) return again(known.key, known);
  }
  const made = await first();
  await keep(manager, retry, { ...kept?.(made), key: made.key });
  return made;
}
