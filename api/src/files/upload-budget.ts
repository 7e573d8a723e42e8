/** How much callers without a name may leave with the desk: by address and hour, and all of them together. */
import type { EntityManager } from 'typeorm';
import { type Caller, ownerOf } from '../caller.js';
import { takeLock } from '../database/locks.js';
import { TooManyError } from '../errors.js';

/** The holder of a link has been answered before, and a message of theirs has up to ten files. */
const allowances = {
  nobody: { files: 5, bytes: 25 * 2 ** 20, who: 'Without signing in' },
  requester: { files: 30, bytes: 100 * 2 ** 20, who: 'From this page' },
} as const;

export type Budgeted = keyof typeof allowances;
const mostUnusedBytes = 2 ** 30;
const hourSeconds = 3_600;

/** What is sent counts from its beginning, as much as is set aside for it. @throws TooManyError */
export async function refuseOverBudget(
  manager: EntityManager,
  caller: Caller & { readonly kind: Budgeted },
  size: number,
): Promise<void> {
  const allowed = allowances[caller.kind];
  // Two that begin at once must not both find room for one.
  await takeLock(manager, 'uploads');
  const [sent] = await manager.query<{ files: number; bytes: number; seconds: number | null; unused: number }[]>(
    `select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes,
       ceil(extract(epoch from min(created_at) + interval '1 hour' - now()))::int as seconds,
       (select coalesce(sum(size), 0)::float8 from file where position is null and (sent_by = 'nobody' or sent_by like 'requester %')) as unused
     from file where sent_from = $1 and sent_by = $2 and created_at > now() - interval '1 hour'`,
    [caller.address, ownerOf(caller)],
  );
  if (!sent) return;
  if (sent.files >= allowed.files || sent.bytes + size > allowed.bytes) {
    throw new TooManyError(
      `${allowed.who}, at most ${allowed.files} files and ${allowed.bytes / 2 ** 20} MB may be sent per hour.`,
      Math.max(1, sent.seconds ?? hourSeconds),
    );
  }
  if (sent.unused + size > mostUnusedBytes) {
    throw new TooManyError('The desk takes no more files at the moment.', hourSeconds);
  }
}

export function isBudgeted(caller: Caller): caller is Caller & { readonly kind: Budgeted } {
  return Object.hasOwn(allowances, caller.kind);
}
