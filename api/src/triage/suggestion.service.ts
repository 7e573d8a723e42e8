/**
 * The life of a suggestion: it is proposed for a text, adopted by the ticket that was created with it, and then confirmed or
 * overridden per field. Overriding needs no call: the database notes it when a ticket's category or priority changes.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { Proposal } from './proposal.js';
import { TriageSuggestion } from './suggestion.entity.js';
import type { TriageRequest, TriageService } from './triage.service.js';

export class SuggestionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly triage: TriageService,
  ) {}

  async suggest(request: TriageRequest): Promise<TriageSuggestion> {
    const proposal = await this.triage.propose(request);
    return this.suggestions().save(rowOf(proposal, request.ticketId));
  }

  find(id: string): Promise<TriageSuggestion | null> {
    return this.suggestions().findOneBy({ id });
  }

  /**
   * Ties an unused suggestion to the ticket that was created with it, in the transaction that creates the ticket. What was
   * taken over silently is kept; where the submitter chose otherwise it is overridden. False when there is no such
   * unused suggestion.
   */
  async adopt(manager: EntityManager, id: string, ticket: AdoptingTicket): Promise<boolean> {
    const [, adopted] = await manager.query<[unknown, number]>(
      `update triage_suggestion set ticket_id = $2,
         category_outcome = case when category = $3 then 'kept' else 'overridden' end,
         priority_outcome = case when priority = $4 then 'kept' else 'overridden' end
       where id = $1 and ticket_id is null`,
      [id, ticket.id, ticket.category, ticket.priority],
    );
    return adopted === 1;
  }
}
