/** What the team says on a ticket: checked first, then written, and given to the courier. */
import type { EntityManager } from 'typeorm';
import type { Caller, Door } from '../../caller.js';
import { InvalidInputError, WrongStateError } from '../../errors.js';
import { attachFiles } from '../../files/attached.js';
import { requestersByKey } from '../../people/requester.service.js';
import type { TicketStatus } from '../../tickets/fields/ticket-values.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { updateTickets } from '../../tickets/write/ticket-writes.js';
import { countUse } from '../canned/canned-reply-reads.js';
import { refuseUnfilled } from '../canned/placeholders.js';
import type { Courier } from '../courier.js';
import { takeBody } from '../message-text.js';
import { Channel, type PublicReply, replyColumns } from './reply.js';
import { insertReply } from './reply-writes.js';
import { placeSeen, refuseSaidSince, type Seen } from './stale-guard.js';

export type ReplyInput = {
  readonly body: unknown;
  readonly lastSeen?: Seen | null;
  readonly thenStatus?: TicketStatus | null;
  readonly holdSeconds?: number | null;
  readonly cannedReplyKey?: number | null;
  readonly attachmentKeys?: readonly (string | null)[];
  readonly idempotencyKey?: string | null;
};

const defaultHold = 10;
const longestHold = 60;

const channels = {
  web: Channel.WEB,
  graphql: Channel.WEB,
  rest: Channel.API,
  import: Channel.API,
  mail: Channel.EMAIL,
  system: Channel.API,
} satisfies Record<Door, Channel>;

/** With the ticket held, in a signed transaction. @throws InvalidInputError, WrongStateError, StaleConversationError before anything is written */
export async function sendReply(
  manager: EntityManager,
  caller: Caller,
  courier: Courier,
  ticket: Ticket,
  input: ReplyInput,
): Promise<PublicReply> {
  const seen = await placeSeen(manager, caller, ticket.number, input.lastSeen ?? null);
  return sendAfter(manager, caller, courier, ticket, seen, input);
}

/** The same, by the place in the trail up to which the writer has read. */
export async function sendAfter(
  manager: EntityManager,
  caller: Caller,
  courier: Courier,
  ticket: Ticket,
  seen: number | null,
  input: ReplyInput,
): Promise<PublicReply> {
  const body = takeBody(input.body);
  refuseUnfilled(body);
  const seconds = takeHold(input.holdSeconds);
  const to = await recipients(manager, ticket);
  await refuseSaidSince(manager, caller, ticket.number, seen);
  const reply = await insertReply(
    manager,
    `insert into reply (ticket_number, direction, channel, body, recipients, held_until)
     values ($1, 'from_team', $2, $3, $4, case when $5 > 0 then now() + $5 * interval '1 second' end)
     returning ${replyColumns}`,
    [ticket.number, channels[caller.door], body, to, seconds],
  );
  await attachFiles(manager, caller, input.attachmentKeys ?? [], { kind: 'reply', key: reply.key });
  if (input.cannedReplyKey != null) await countUse(manager, caller, input.cannedReplyKey);
  const { thenStatus } = input;
  if (thenStatus != null && thenStatus !== ticket.status) {
    const [changed] = await updateTickets(manager, [ticket.number], { status: thenStatus });
    await manager.query('update reply set status_before = $2, version_after = $3 where id = $1', [
      reply.key,
      ticket.status,
      changed?.version,
    ]);
  }
  await courier.carryReply(manager, reply);
  return reply;
}

/** To whoever asked, at their first address. @throws WrongStateError where they are blocked */
async function recipients(manager: EntityManager, { requesterKey }: Ticket): Promise<string[]> {
  if (requesterKey === null) return [];
  const requester = (await requestersByKey(manager, [requesterKey])).get(requesterKey);
  if (requester?.blocked)
    throw new WrongStateError('The requester is blocked, so nothing is sent to them.', ['ticketId']);
  return requester?.emails.slice(0, 1).map(({ address }) => address) ?? [];
}

function takeHold(seconds: number | null | undefined): number {
  const held = seconds ?? defaultHold;
  if (held >= 0 && held <= longestHold) return held;
  const message = `Ensure this value is between 0 and ${longestHold}.`;
  throw new InvalidInputError([{ path: ['holdSeconds'], code: 'invalid', message }]);
}
