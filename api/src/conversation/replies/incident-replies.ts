/** The same words on an incident and on each ticket that is part of it, in its own conversation. What cannot be answered is told. */
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { InvalidInputError, NotFoundError, StaleConversationError, WrongStateError } from '../../errors.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { lockIncidentTickets } from '../../tickets/write/incidents.js';
import { refuseMerged } from '../../tickets/write/merging.js';
import { lockTickets } from '../../tickets/write/ticket-writes.js';
import type { Courier } from '../courier.js';
import type { PublicReply } from './reply.js';
import { repliesByKey, takenBack } from './reply-reads.js';
import { type ReplyInput, sendAfter } from './sent.js';
import { placeSeen } from './stale-guard.js';

/** A ticket that got no reply, and why. */
export type Unanswered = {
  readonly ticket: Ticket;
  readonly code: (WrongStateError | StaleConversationError)['code'];
  readonly message: string;
};

export type ToIncident = {
  /** That of the incident's own reply. */
  readonly key: string;
  readonly reply: PublicReply;
  readonly incidentReplies: readonly PublicReply[];
  readonly warnings: readonly Unanswered[];
};

type Kept = {
  readonly others: readonly string[];
  readonly warnings: readonly (Omit<Unanswered, 'ticket'> & { readonly number: number })[];
};

/** In a signed transaction. @throws InvalidInputError, NotFoundError, WrongStateError, StaleConversationError for the incident itself */
export async function answerIncident(
  manager: EntityManager,
  caller: Caller,
  courier: Courier,
  number: number,
  input: ReplyInput,
): Promise<ToIncident> {
  refuseFiles(input);
  const [incident] = await lockTickets(manager, [number]);
  if (!incident) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
  refuseMerged(incident, ['ticketId']);
  const tickets = await lockIncidentTickets(manager, number);
  if (tickets.length === 0) throw new WrongStateError(`No ticket is part of T-${number}.`, ['toIncident']);
  const seen = await placeSeen(manager, caller, number, input.lastSeen ?? null);
  const reply = await sendAfter(manager, caller, courier, incident, seen, input);
  const incidentReplies: PublicReply[] = [];
  const warnings: Unanswered[] = [];
  // One answer, one use.
  const others = { ...input, cannedReplyKey: null };
  for (const ticket of tickets) {
    try {
      incidentReplies.push(await sendAfter(manager, caller, courier, ticket, seen, others));
    } catch (error) {
      warnings.push(unanswered(ticket, error));
    }
  }
  return { key: reply.key, reply, incidentReplies, warnings };
}

/** What is kept beside the key, to answer the same again. */
export function keptOfIncident({ incidentReplies, warnings }: ToIncident): Kept {
  return {
    others: incidentReplies.map(({ key }) => key),
    warnings: warnings.map(({ ticket: { number }, code, message }) => ({ number, code, message })),
  };
}

export async function answeredBefore(
  manager: EntityManager,
  caller: Caller,
  key: string,
  kept: object,
): Promise<ToIncident> {
  const { others, warnings } = kept as Kept;
  const replies = await repliesByKey(caller, manager, [key, ...others]);
  const numbers = warnings.map(({ number }) => number);
  const tickets = new Map((await lockTickets(manager, numbers)).map((ticket) => [ticket.number, ticket]));
  return {
    key,
    reply: replies.get(key) ?? takenBack(),
    incidentReplies: others.flatMap((one) => replies.get(one) ?? []),
    warnings: warnings.flatMap(({ number, ...why }) => {
      const ticket = tickets.get(number);
      return ticket ? [{ ticket, ...why }] : [];
    }),
  };
}

/** These two are thrown before anything is written, so that the others are answered all the same. */
function unanswered(ticket: Ticket, error: unknown): Unanswered {
  if (error instanceof StaleConversationError) {
    const message = 'The requester has written since. Read it, then reply on this ticket.';
    return { ticket, code: error.code, message };
  }
  if (error instanceof WrongStateError) return { ticket, code: error.code, message: error.message };
  throw error;
}

/** A file belongs to one message. @throws InvalidInputError */
function refuseFiles({ attachmentKeys = [] }: ReplyInput): void {
  if (attachmentKeys.length === 0) return;
  const message = 'Files go to one ticket alone. Send them there, or send the words without them.';
  throw new InvalidInputError([{ path: ['attachmentIds'], code: 'invalid', message }]);
}
