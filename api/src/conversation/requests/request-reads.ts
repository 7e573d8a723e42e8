/** What the requester's page reads: tickets and public replies. No statement here knows of a note. */
import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import type { KeysetBounds } from '../../database/keyset.js';
import { TicketStatus } from '../../tickets/fields/ticket-values.js';
import {
  Direction,
  type PublicReply,
  type ReplyRow,
  replyOfRow,
  replyTexts,
  shortReplyColumns,
} from '../replies/reply.js';
import { OnReply, Request, RequestMessage } from './request.js';
import { goesOnFor, linkEnds, reopensUntil } from './request-life.js';

const iso = (instant: string) => `to_char(${instant} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type Row = Omit<Request, 'id' | 'nodeKey' | 'onReply'> & { readonly isLong: boolean | null };

export async function requestOf(dataSource: DataSource, number: number): Promise<Request | null> {
  const [row] = await dataSource.query<Row[]>(
    `select ticket.number, ticket.title, ticket.description, main.status, ticket.requester_id as "requesterKey",
       ticket.merged_into is not null as "isPart",
       requester.name as "requesterName", coalesce(requester.blocked_at is not null, false) as "isBlocked",
       ${iso('ticket.created_at')} as "createdAt", ${iso('main.resolved_at')} as "finishedAt",
       ${iso(reopensUntil('main'))} as "reopensUntil", ${reopensUntil('main')} <= now() as "isLong",
       ${iso(linkEnds('ticket'))} as "linkExpiresAt"
     from ticket join ticket as main on main.number = coalesce(ticket.merged_into, ticket.number)
       left join requester on requester.id = ticket.requester_id
     where ticket.number = $1`,
    [number],
  );
  if (!row) return null;
  const { isLong, ...fields } = row;
  const onReply = isLong === null ? OnReply.CONTINUES : isLong ? OnReply.BEGINS_NEW : OnReply.REOPENS;
  return Object.assign(new Request(), fields, { onReply });
}

/** The ticket, and what the same requester asked that was merged into it: nothing of anybody else. */
const own = `(select $1::integer as number union all
  select ticket.number from ticket join ticket as goes_on on ${goesOnFor('goes_on', 'ticket')}
  where ticket.merged_into = $1) as own`;

/** What was merged into a ticket by its own requester, oldest first. */
export async function ownBeginnings(
  dataSource: DataSource,
  number: number,
): Promise<{ number: number; description: string }[]> {
  return dataSource.query(
    `select ticket.number, ticket.description from ${own} join ticket using (number)
     where number <> $1 order by ticket.created_at, number`,
    [number],
  );
}

/** How many replies its requester may read. */
export async function countPublicReplies(dataSource: DataSource, number: number): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>(
    `select count(*)::int as count from ${own} join reply on ticket_number = own.number
     where held_until is null or held_until <= now()`,
    [number],
  );
  return row?.count ?? 0;
}

/** What has been said, without what can still be taken back. */
export async function publicReplies(
  caller: Caller,
  dataSource: DataSource,
  number: number,
  { after, before, reverse, limit }: KeysetBounds,
): Promise<PublicReply[]> {
  const order = reverse ? 'desc' : 'asc';
  const rows = await dataSource.query<ReplyRow[]>(
    `select ${shortReplyColumns} from ${own} cross join lateral (
       select * from reply where ticket_number = own.number and (held_until is null or held_until <= now())
         and reply.id > coalesce($2::bigint, 0) and reply.id < coalesce($3::bigint, 9223372036854775807)
       order by reply.id ${order} limit $4) as reply
     order by reply.id ${order} limit $4`,
    [number, after?.number ?? null, before?.number ?? null, limit],
  );
  const replies = rows.map(replyOfRow);
  await replyTexts.complete(caller, dataSource, replies);
  return replies.filter((reply) => !replyTexts.isMissing(reply));
}

/** How many milliseconds until the requester may read it: 0 where they may; null where it was taken back. */
export async function heldFor(dataSource: DataSource, replyKey: string): Promise<number | null> {
  const [row] = await dataSource.query<{ ms: number }[]>(
    `select ceil(greatest(0, coalesce(extract(epoch from held_until - now()), 0)) * 1000)::int as ms
     from reply where id = $1::bigint`,
    [replyKey],
  );
  return row?.ms ?? null;
}

/** What its requester cannot read yet because it can still be taken back, oldest first. */
export async function heldReplies(dataSource: DataSource, number: number): Promise<string[]> {
  const rows = await dataSource.query<{ key: string }[]>(
    `select reply.id as key from ${own} join reply on ticket_number = own.number
     where held_until > now() order by reply.id`,
    [number],
  );
  return rows.map(({ key }) => key);
}

export function messageOf(ticketNumber: number, reply: PublicReply, authorName: string | null): RequestMessage {
  const { key, createdAt, body, direction } = reply;
  const place = Number(key);
  const fromTeam = direction === Direction.FROM_TEAM;
  return Object.assign(new RequestMessage(), { ticketNumber, place, createdAt, fromTeam, authorName, body });
}

/** With what the same requester wrote again elsewhere. */
export function firstMessageOf(
  { number, createdAt, description, requesterName }: Request,
  beginnings: readonly { readonly number: number; readonly description: string }[],
): RequestMessage {
  return Object.assign(new RequestMessage(), {
    ticketNumber: number,
    place: 0,
    createdAt,
    fromTeam: false,
    authorName: requesterName,
    body: [description, ...beginnings.map((other) => other.description)].join('\n\n---\n\n'),
    beginnings: [number, ...beginnings.map((other) => other.number)],
  });
}

export const isFinished = ({ status }: Request) => status === TicketStatus.RESOLVED || status === TicketStatus.CLOSED;
