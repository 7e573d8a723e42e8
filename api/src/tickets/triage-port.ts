import type { EntityManager } from 'typeorm';
import type { Ticket } from './ticket.entity.js';
import { TicketCategory, TicketPriority } from './ticket-values.js';

export type TicketText = { readonly title: string; readonly description: string };

/** Category and priority of a ticket to be, and the suggestion they came with, if any. */
export type Filled = { category: TicketCategory; priority: TicketPriority; suggestionId: string | null };

/** What the desk asks of triage. What a person chose goes in as `given` and comes back untouched. */
export interface TriagePort {
  /** Asked before the ticket exists, outside any transaction; never fails. */
  fill(
    text: TicketText,
    given: { category?: TicketCategory; priority?: TicketPriority; suggestionId?: string | null },
    client: string,
  ): Promise<Filled>;
  /** Ties the suggestion to the ticket, in the transaction that creates it. */
  adopt(manager: EntityManager, ticket: Ticket, suggestionId: string): Promise<void>;
}

/** A desk without triage: the defaults. */
export const defaultTriage: TriagePort = {
  fill: async (_text, given) => ({
    category: given.category ?? TicketCategory.GENERAL,
    priority: given.priority ?? TicketPriority.MEDIUM,
    suggestionId: null,
  }),
  adopt: async () => undefined,
};
