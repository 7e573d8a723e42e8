/** What one key of the triage queue decides, and how it is applied. All of it happens in one transaction, or nothing. */
import type { EntityManager } from 'typeorm';
import { InvalidInputError, NotFoundError, WrongStateError } from '../../errors.js';
import { setBlocked } from '../../people/blocking.js';
import { refuseRestOfFinished } from '../../tickets/fields/snooze.js';
import { parseTicketChanges, type TicketChanges } from '../../tickets/fields/ticket-rules.js';
import { type TicketCategory, type TicketPriority, TicketStatus } from '../../tickets/fields/ticket-values.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { refuseUnknownAssignment } from '../../tickets/write/assignment.js';
import { mergeTickets, refuseMerged } from '../../tickets/write/merging.js';
import { updateTickets } from '../../tickets/write/ticket-writes.js';
import { markTriaged } from '../../tickets/write/triaged.js';
import { confirmFields } from '../suggestions/confirmation.js';

export type Decision = {
  /** The latest suggestion, where there is one; without it the ticket is kept as it is. */
  readonly acceptSuggestion?: boolean | null;
  readonly category?: TicketCategory | null;
  readonly priority?: TicketPriority | null;
  /** Null: nobody's. */
  readonly assigneeKey?: number | null;
  readonly teamKey?: number | null;
  readonly snoozedUntil?: string | null;
  readonly spam?: boolean | null;
  /** The number of the ticket that goes on for this one. */
  readonly duplicateOf?: number | null;
};

export type Suggested = { readonly id: string; readonly category: TicketCategory; readonly priority: TicketPriority };

/** Answers whether a requester was blocked by it. @throws InvalidInputError */
export async function applyDecision(
  manager: EntityManager,
  ticket: Ticket,
  decision: Decision,
  suggested: Suggested | null,
): Promise<{ blocked: boolean }> {
  const { acceptSuggestion, spam, duplicateOf } = decision;
  refuseMerged(ticket);
  const accepted = acceptSuggestion ? suggested : null;
  const changes = changesOf(decision, accepted);
  if (!acceptSuggestion && duplicateOf == null && Object.keys(changes).length === 0) {
    const message = 'Nothing is decided: accept the suggestion, or say what the ticket is to be.';
    throw new InvalidInputError([{ path: [], code: 'required', message }]);
  }
  refuseRestOfFinished(changes, ticket.status);
  await refuseUnknownAssignment(manager, changes);
  await updateTickets(manager, [ticket.number], changes);
  if (duplicateOf != null) await mergeDuplicate(manager, ticket.number, duplicateOf);
  if (accepted) {
    const fields = (['category', 'priority'] as const).filter((field) => changes[field] === accepted[field]);
    await confirmFields(manager, accepted.id, fields);
  }
  // A snooze alone decides nothing: the ticket comes back to be looked at.
  const onlyRests =
    Object.keys(changes).every((field) => field === 'snoozedUntil') && !acceptSuggestion && duplicateOf == null;
  if (!onlyRests) await markTriaged(manager, ticket.number);
  return {
    blocked: spam && ticket.requesterKey !== null ? await setBlocked(manager, ticket.requesterKey, true) : false,
  };
}

/** @throws NotFoundError, WrongStateError */
async function mergeDuplicate(manager: EntityManager, number: number, into: number): Promise<void> {
  try {
    await mergeTickets(manager, into, [number], { allowDifferentRequesters: true });
  } catch (error) {
    if (error instanceof NotFoundError) throw new NotFoundError(error.message, ['duplicateOfId']);
    if (error instanceof WrongStateError) throw new WrongStateError(error.message, ['duplicateOfId']);
    throw error;
  }
}

function changesOf(
  { category, priority, assigneeKey, teamKey, snoozedUntil, spam }: Decision,
  accepted: Suggested | null,
): TicketChanges {
  const wanted = {
    category: category ?? accepted?.category,
    priority: priority ?? accepted?.priority,
    assigneeKey,
    teamKey,
    snoozedUntil: snoozedUntil ?? undefined,
    status: spam ? TicketStatus.CLOSED : undefined,
  };
  return parseTicketChanges(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));
}
