/** Reads notifications of one person. Their words are read with them, so that nothing outlives what was said. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../caller.js';
import { mayReadNotes } from '../conversation/authors.js';
import type { KeysetBounds } from '../database/keyset.js';
import { excerptOf } from '../tickets/fields/preview.js';
import { mostCounted, Notification } from './notification.js';

type Database = DataSource | EntityManager;
type Row = Omit<Notification, 'id' | 'nodeKey' | 'excerpt'> & { readonly words: string | null };

const longestExcerpt = 500;
/** Characters of the words that an excerpt is made from. */
const beginning = 2_000;

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `told.id::text as key, told.reason, coalesce(ticket.merged_into, ticket.number) as "ticketNumber",
  event.account_id as "accountKey", event.token_id as "tokenKey", event.source as door,
  case when told.reason = 'requester_replied' then reply.requester_id
    when told.reason = 'unassigned_new' and event.account_id is null and event.token_id is null then ticket.requester_id
  end as "requesterKey",
  left(case when told.note_id is not null then note.body when told.reply_id is not null then reply.body
    when told.reason = 'unassigned_new' then ticket.description end, ${beginning}) as words,
  ${iso('told.created_at')} as "createdAt", ${iso('told.read_at')} as "readAt"`;

const joined = `join ticket on ticket.number = told.ticket_number
  left join ticket_event event on event.id = told.event_id
  left join reply on reply.id = told.reply_id
  left join note on note.id = told.note_id`;

/** $1 is the account, $2 whether notes may be read. */
const own = 'told.account_id = $1 and ($2 or told.note_id is null)';
const ownValues = (caller: Caller) => [caller.accountId ?? null, mayReadNotes(caller)];

/** In the words of the index of unread ones. */
const whether = (isUnread: boolean | null) =>
  isUnread === null ? 'true' : `told.read_at is ${isUnread ? '' : 'not '}null`;

function notificationOf({ words, ...row }: Row): Notification {
  return Object.assign(new Notification(), row, { excerpt: words && (excerptOf(words, longestExcerpt) || null) });
}

export const notificationPosition = ({ key }: Notification) => ({ sort: null, number: Number(key) });

/** Newest first. */
export async function notificationRows(
  database: Database,
  caller: Caller,
  isUnread: boolean | null,
  bounds: KeysetBounds,
): Promise<Notification[]> {
  const order = bounds.reverse ? 'asc' : 'desc';
  const rows = await database.query<Row[]>(
    `select ${columns} from (
       select * from notification told
       where ${own} and ${whether(isUnread)}
         and told.id < coalesce($3::bigint, 9223372036854775807) and told.id > coalesce($4::bigint, 0)
       order by told.id ${order} limit $5) as told ${joined}
     order by told.id ${order}`,
    [...ownValues(caller), bounds.after?.number ?? null, bounds.before?.number ?? null, bounds.limit],
  );
  return rows.map(notificationOf);
}

export async function notificationsByKey(
  database: Database,
  caller: Caller,
  keys: readonly string[],
): Promise<Map<string, Notification>> {
  if (keys.length === 0 || caller.accountId == null) return new Map();
  const rows = await database.query<Row[]>(
    `select ${columns} from notification told ${joined} where ${own} and told.id = any($3::bigint[])`,
    [...ownValues(caller), keys],
  );
  return new Map(rows.map((row) => [row.key, notificationOf(row)]));
}

export async function countNotifications(
  database: Database,
  caller: Caller,
  isUnread: boolean | null,
): Promise<number> {
  const [row] = await database.query<{ count: number }[]>(
    `select count(*)::int as count from notification told
     where ${own} and ${whether(isUnread)}`,
    ownValues(caller),
  );
  return row?.count ?? 0;
}

export async function countUnread(database: Database, caller: Caller): Promise<number> {
  const [row] = await database.query<{ count: number }[]>(
    `select count(*)::int as count from (
       select from notification told where ${own} and told.read_at is null limit ${mostCounted}) as unread`,
    ownValues(caller),
  );
  return row?.count ?? 0;
}

export type Which = {
  /** Null in each: not by this. */
  readonly keys: readonly string[] | null;
  readonly ticketNumber: number | null;
};

/** Those of the keys or of the ticket and what was merged into it; of all where neither is given. Answers the newest. */
export async function markRead(
  database: Database,
  caller: Caller,
  { keys, ticketNumber }: Which,
  most: number,
): Promise<string[]> {
  const [rows] = await database.query<[{ key: string }[], number]>(
    `update notification told set read_at = now()
     where ${own} and told.read_at is null
       and ($3::bigint[] is null or told.id = any($3))
       and ($4::integer is null or told.ticket_number in (select conversation_tickets($4)))
     returning told.id::text as key`,
    [...ownValues(caller), keys, ticketNumber],
  );
  return rows
    .map(({ key }) => key)
    .sort((one, other) => Number(other) - Number(one))
    .slice(0, most);
}
