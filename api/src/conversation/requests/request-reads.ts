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
import { linkEnds, reopensUntil } from './request-life.js';

const iso = (instant: string) => `to_char(${instant} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

type Row = Omit<Request, 'id' | 'nodeKey' | 'onReply'> & { readonly isLong: boolean | null };

export async function requestOf(dataSource: DataSource, number: number): Promise<Request | null> {
  const [row] = await dataSource.query<Row[]>(
    `select number, title, description, status, reply_count as "replyCount", requester_id as "requesterKey",
       requester.name as "requesterName", coalesce(requester.blocked_at is not null, false) as "isBlocked",
       ${iso('ticket.created_at')} as "createdAt", ${iso('resolved_at')} as "finishedAt",
       ${iso(reopensUntil)} as "reopensUntil", ${reopensUntil} <= now() as "isLong", ${iso(linkEnds)} as "linkExpiresAt"
     from ticket left join requester on requester.id = requester_id where number = $1`,
    [number],
  );
  if (!row) return null;
  const { isLong, ...fields } = row;
  const onReply = isLong === null ? OnReply.CONTINUES : isLong ? OnReply.BEGINS_NEW : OnReply.REOPENS;
  return Object.assign(new Request(), fields, { onReply });
}

/** What has been said, without what can still be taken back. */
export async function publicReplies(
  caller: Caller,
  dataSource: DataSource,
  number: number,
  { after, before, reverse, limit }: KeysetBounds,
): Promise<PublicReply[]> {
  const rows = await dataSource.query<ReplyRow[]>(
    `select ${shortReplyColumns} from reply where ticket_number = $1 and (held_until is null or held_until <= now())
       and reply.id > coalesce($2::bigint, 0) and reply.id < coalesce($3::bigint, 9223372036854775807)
     order by reply.id ${reverse ? 'desc' : 'asc'} limit $4`,
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

export function messageOf(reply: PublicReply, authorName: string | null): RequestMessage {
  const { key, ticketNumber, createdAt, body, direction } = reply;
  const place = Number(key);
  const fromTeam = direction === Direction.FROM_TEAM;
  return Object.assign(new RequestMessage(), { ticketNumber, place, createdAt, fromTeam, authorName, body });
}

export function firstMessageOf({ number, createdAt, description, requesterName }: Request): RequestMessage {
  return Object.assign(new RequestMessage(), {
    ticketNumber: number,
    place: 0,
    createdAt,
    fromTeam: false,
    authorName: requesterName,
    body: description,
  });
}

export const isFinished = ({ status }: Request) => status === TicketStatus.RESOLVED || status === TicketStatus.CLOSED;
