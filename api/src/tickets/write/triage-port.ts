import type { EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import type { TicketCategory, TicketPriority } from '../fields/ticket-values.js';
import type { Ticket } from '../ticket.entity.js';

/** Who suggested. */
export enum TriageSource {
  MODEL = 'model',
  CACHE = 'cache',
  LOCAL = 'local',
  DEFAULT = 'default',
}

/** What became of one suggested field. */
export enum SuggestionOutcome {
  PENDING = 'pending',
  KEPT = 'kept',
  CONFIRMED = 'confirmed',
  OVERRIDDEN = 'overridden',
}

export type TicketText = { readonly title: string; readonly description: string };

/** Category and priority of a ticket to be, and the suggestion they came with, if any. */
export type Filled = { category: TicketCategory; priority: TicketPriority; suggestionId: string | null };

/** What the desk asks of triage. What a person chose goes in as `given` and comes back untouched. */
export interface TriagePort {
  /**
   * Asked before the ticket exists, outside any transaction; never fails for want of an answer.
   * @throws NotFoundError where there is no suggestion of the given id
   */
  fill(
    caller: Caller,
    text: TicketText,
    given: { category?: TicketCategory; priority?: TicketPriority; suggestionId?: string | null },
  ): Promise<Filled>;
  /** Ties the suggestion to the ticket, in the transaction that creates it. */
  adopt(caller: Caller, manager: EntityManager, ticket: Ticket, suggestionId: string): Promise<void>;
}
