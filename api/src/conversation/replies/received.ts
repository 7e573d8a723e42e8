/** Words from outside, in the transaction that holds their ticket. */
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { WrongStateError } from '../../errors.js';
import { attachFiles } from '../../files/attached.js';
import { makeRequester } from '../../people/requester-writes.js';
import { TicketStatus } from '../../tickets/fields/ticket-values.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { updateTickets } from '../../tickets/write/ticket-writes.js';
import { takeBody } from '../message-text.js';
import { type Channel, type PublicReply, replyColumns } from './reply.js';
import { reopensFor } from './reply-life.js';
import { insertReply } from './reply-writes.js';

export type ReceivedInput = {
  readonly body: unknown;
  /** What the words quote, folded below them. */
  readonly quotedBody?: string | null;
  /** Null for whoever asked without a name. */
  readonly requesterKey: number | null;
  readonly channel: Channel;
  /** What the ticket becomes with these words. Default: open, where it was finished. */
  readonly thenStatus?: TicketStatus;
  readonly attachmentKeys?: readonly (string | null)[];
  readonly idempotencyKey?: string | null;
};

/** The ticket that was written to, and the one that goes on for it: the same but for a merged one. */
export type Heard = { readonly ticket: Ticket; readonly target: Ticket };

/**
 * Words on a merged ticket go to the one that goes on where the same person asked both. Else they stay on their own, so
 * that neither requester reads the other's; its timeline shows them all the same.
 * @throws InvalidInputError, NotFoundError for files, WrongStateError for what was finished long ago
 */
export async function receiveReply(
  manager: EntityManager,
  caller: Caller,
  { ticket, target }: Heard,
  { body, quotedBody = null, requesterKey, channel, thenStatus, attachmentKeys = [] }: ReceivedInput,
): Promise<PublicReply> {
  const text = takeBody(body);
  const { number } = isSharedBy(ticket, target) ? target : ticket;
  await refuseLongFinished(manager, target.number);
  const reply = await insertReply(
    manager,
    `insert into reply (ticket_number, direction, channel, body, requester_id, quoted_body)
     values ($1, 'from_requester', $2, $3, $4, $5) returning ${replyColumns}`,
    [number, channel, text, requesterKey ?? (await nameless(manager, number)), quotedBody],
  );
  await attachFiles(manager, caller, attachmentKeys, { kind: 'reply', key: reply.key });
  const { status, resolvedAt } = target;
  const wanted = number === target.number ? thenStatus : undefined;
  const next = wanted ?? (resolvedAt === null ? status : TicketStatus.OPEN);
  if (next !== status) await updateTickets(manager, [target.number], { status: next });
  return reply;
}

function isSharedBy({ requesterKey }: Ticket, target: Ticket): boolean {
  return requesterKey !== null && requesterKey === target.requesterKey;
}

/** Words from outside are somebody's: whoever asked without a name becomes a requester without one. */
async function nameless(manager: EntityManager, number: number): Promise<number> {
  const requesterKey = await makeRequester(manager);
  await updateTickets(manager, [number], { requesterKey });
  await manager.query('update request_link set requester_id = $2 where ticket_number = $1 and requester_id is null', [
    number,
    requesterKey,
  ]);
  return requesterKey;
}

async function refuseLongFinished(manager: EntityManager, number: number): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `select from ticket where number = $1 and resolved_at <= now() - $2::interval`,
    [number, reopensFor],
  );
  if (rows.length > 0) throw new WrongStateError('This was finished too long ago to go on. Ask anew.', []);
}
