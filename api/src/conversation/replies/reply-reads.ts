import type { DataSource, EntityManager } from 'typeorm';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../../database/keyset.js';
import { type PublicReply, type ReplyRow, replyColumns, replyOfRow } from './reply.js';

type Database = DataSource | EntityManager;

export async function repliesByKey(database: Database, keys: readonly string[]): Promise<Map<string, PublicReply>> {
  if (keys.length === 0) return new Map();
  const rows = await database.query<ReplyRow[]>(
    `select ${replyColumns} from reply where reply.id = any($1::bigint[])`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, replyOfRow(row)]));
}

const positionOf = ({ key }: PublicReply) => ({ sort: null, number: Number(key) });

/** What was said on one ticket, oldest first. */
export function replyPage(database: Database, ticketNumber: number, request: PageRequest): Promise<Page<PublicReply>> {
  const rows = async ({ after, before, reverse, limit }: KeysetBounds) => {
    const found = await database.query<ReplyRow[]>(
      `select ${replyColumns} from reply where ticket_number = $1
         and reply.id > coalesce($2::bigint, 0) and reply.id < coalesce($3::bigint, 9223372036854775807)
       order by reply.id ${reverse ? 'desc' : 'asc'} limit $4`,
      [ticketNumber, after?.number ?? null, before?.number ?? null, limit],
    );
    return found.map(replyOfRow);
  };
  return readPage({ rows, positionOf }, request);
}
