import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../../database/keyset.js';
import { WrongStateError } from '../../errors.js';
import { type PublicReply, type ReplyRow, replyOfRow, replyTexts, shortReplyColumns } from './reply.js';

type Database = DataSource | EntityManager;

export async function repliesByKey(
  caller: Caller,
  database: Database,
  keys: readonly string[],
): Promise<Map<string, PublicReply>> {
  if (keys.length === 0) return new Map();
  const rows = await database.query<ReplyRow[]>(
    `select ${shortReplyColumns} from reply where reply.id = any($1::bigint[])`,
    [keys],
  );
  const replies = rows.map(replyOfRow);
  await replyTexts.complete(caller, database, replies);
  return new Map(replies.flatMap((reply) => (replyTexts.isMissing(reply) ? [] : [[reply.key, reply]])));
}

const positionOf = ({ key }: PublicReply) => ({ sort: null, number: Number(key) });

/** What was said on one ticket and on what was merged into it, oldest first; long bodies are still missing. */
export function replyPage(database: Database, ticketNumber: number, request: PageRequest): Promise<Page<PublicReply>> {
  const rows = async ({ after, before, reverse, limit }: KeysetBounds) => {
    const order = reverse ? 'desc' : 'asc';
    const found = await database.query<ReplyRow[]>(
      `select ${shortReplyColumns} from conversation_tickets($1) as member (number) cross join lateral (
         select * from reply where ticket_number = member.number
           and reply.id > coalesce($2::bigint, 0) and reply.id < coalesce($3::bigint, 9223372036854775807)
         order by reply.id ${order} limit $4) as reply
       order by reply.id ${order} limit $4`,
      [ticketNumber, after?.number ?? null, before?.number ?? null, limit],
    );
    return found.map(replyOfRow);
  };
  return readPage({ rows, positionOf }, request);
}

/** The next ones of the whole desk after a key, in the order in which they were said; long bodies are still missing. */
export async function repliesAfter(database: Database, key: string, limit: number): Promise<PublicReply[]> {
  const rows = await database.query<ReplyRow[]>(
    `select ${shortReplyColumns} from reply where reply.id > $1::bigint order by reply.id limit $2`,
    [key, limit],
  );
  return rows.map(replyOfRow);
}

/** Of a reply that was sent before and is gone. */
export function takenBack(): never {
  throw new WrongStateError('The reply of this key was taken back. Send a new key.', ['idempotencyKey']);
}
