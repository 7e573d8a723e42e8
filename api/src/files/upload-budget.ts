/** How much callers without a name may leave with the desk: by address and hour, and all of them together. */
import type { EntityManager } from 'typeorm';
import type { Caller } from '../caller.js';
import { takeLock } from '../database/locks.js';
import { TooManyError } from '../errors.js';

const mostFiles = 5;
const mostBytes = 25 * 2 ** 20;
const mostUnusedBytes = 2 ** 30;
const hourSeconds = 3_600;

/** What is sent counts from its beginning, as much as is set aside for it. @throws TooManyError */
export async function refuseOverBudget(manager: EntityManager, { address }: Caller, size: number): Promise<void> {
  // Two that begin at once must not both find room for one.
  await takeLock(manager, 'uploads');
  const [sent] = await manager.query<{ files: number; bytes: number; seconds: number | null; unused: number }[]>(
    `select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes,
       ceil(extract(epoch from min(created_at) + interval '1 hour' - now()))::int as seconds,
       (select coalesce(sum(size), 0)::float8 from file where position is null and sent_by = 'nobody') as unused
     from file where sent_from = $1 and created_at > now() - interval '1 hour'`,
    [address],
  );
  if (!sent) return;
  if (sent.files >= mostFiles || sent.bytes + size > mostBytes) {
    throw new TooManyError(
      `Without signing in, at most ${mostFiles} files and 25 MB may be sent per hour.`,
      Math.max(1, sent.seconds ?? hourSeconds),
    );
  }
  if (sent.unused + size > mostUnusedBytes) {
    throw new TooManyError('The desk takes no more files at the moment.', hourSeconds);
  }
}
