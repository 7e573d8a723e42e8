/**
 * The life of a suggestion: proposed for a text, adopted by the ticket that is created with it, and then confirmed or
 * overridden per field. Overriding needs no call: the database notes it when a ticket's category or priority changes.
 */
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Caller } from '../../caller.js';
import { violatedConstraint } from '../../database/database-error.js';
import { NotFoundError } from '../../errors.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { type Filled, SuggestionOutcome, type TicketText, type TriagePort } from '../../tickets/write/triage-port.js';
import type { TriageRequest, TriageService } from '../triage.service.js';
import { type Confirmed, confirmSuggestion } from './confirmation.js';
import { type Draft, parseDraft } from './draft.js';
import { TriageSuggestion } from './suggestion.entity.js';
import { unknownSuggestion } from './unknown-suggestion.js';

type Given = Parameters<TriagePort['fill']>[2];

/** How long the language model may take, in milliseconds: for a person who types, and when a ticket is created. */
export type Patience = { timeoutMs: number; createTimeoutMs: number };

export class SuggestionService implements TriagePort {
  constructor(
    private readonly dataSource: DataSource,
    private readonly triage: TriageService,
    private readonly patience: Patience,
  ) {}

  /** Proposes for a text that is being written. @throws InvalidInputError */
  suggest(caller: Caller, draft: Draft): Promise<TriageSuggestion> {
    const ticket = parseDraft(draft);
    return this.propose(caller, { ticket, ticketNumber: null, modelMs: this.patience.timeoutMs });
  }

  /** Proposes again for an existing ticket; it stays pending until somebody decides. @throws NotFoundError */
  suggestAgain(caller: Caller, ticket: Ticket): Promise<TriageSuggestion> {
    return this.propose(caller, { ticket, ticketNumber: ticket.number, modelMs: this.patience.timeoutMs });
  }

  async fill(caller: Caller, ticket: TicketText, given: Given): Promise<Filled> {
    const { category, priority } = given;
    const named = given.suggestionId == null ? null : await this.unused(given.suggestionId);
    if (!named && category && priority) return { category, priority, suggestionId: null };
    const request = { ticket, ticketNumber: null, modelMs: this.patience.createTimeoutMs };
    const suggestion = named ?? (await this.propose(caller, request));
    return {
      category: category ?? suggestion.category.value,
      priority: priority ?? suggestion.priority.value,
      suggestionId: suggestion.key,
    };
  }

  /** What was taken over silently is kept; where the submitter chose otherwise it is overridden. */
  async adopt(_caller: Caller, manager: EntityManager, ticket: Ticket, suggestionId: string): Promise<void> {
    await manager.query(
      `update triage_suggestion set ticket_number = $2,
         category_outcome = case when category = $3 then 'kept' else 'overridden' end::suggestion_outcome,
         priority_outcome = case when priority = $4 then 'kept' else 'overridden' end::suggestion_outcome
       where id = $1 and ticket_number is null`,
      [suggestionId, ticket.number, ticket.category, ticket.priority],
    );
  }

  /** @throws NotFoundError, WrongStateError where the suggestion belongs to no ticket */
  async confirm(caller: Caller, key: string): Promise<Confirmed> {
    if (!isKey(key)) throw unknownSuggestion(['id']);
    return confirmSuggestion(caller, this.dataSource, key);
  }

  /** In the order of the keys; null where there is none. */
  async findAll(_caller: Caller, keys: readonly string[]): Promise<(TriageSuggestion | null)[]> {
    const found = await this.suggestions().findBy({ key: In(keys.filter(isKey)) });
    const byKey = new Map(found.map((suggestion) => [suggestion.key, suggestion]));
    return keys.map((key) => byKey.get(key) ?? null);
  }

  /** The suggestion that each ticket shows: its latest one; null where it has none. */
  async latestOf(_caller: Caller, ticketNumbers: readonly number[]): Promise<(TriageSuggestion | null)[]> {
    const found = await this.suggestions()
      .createQueryBuilder('suggestion')
      .distinctOn(['suggestion.ticketNumber'])
      .where('suggestion.ticketNumber = any(:ticketNumbers)', { ticketNumbers })
      .orderBy({ 'suggestion.ticketNumber': 'ASC', 'suggestion.createdAt': 'DESC', 'suggestion.key': 'DESC' })
      .getMany();
    const byTicket = new Map(found.map((suggestion) => [suggestion.ticketNumber, suggestion]));
    return ticketNumbers.map((number) => byTicket.get(number) ?? null);
  }

  /** One that another ticket was created with counts as none: a form that is sent twice makes two tickets. */
  private async unused(key: string): Promise<TriageSuggestion | null> {
    const suggestion = isKey(key) ? await this.suggestions().findOneBy({ key }) : null;
    if (!suggestion) throw unknownSuggestion(['suggestionId']);
    return suggestion.ticketNumber === null ? suggestion : null;
  }

  private async propose(caller: Caller, request: TriageRequest): Promise<TriageSuggestion> {
    const { category, priority, ...proposal } = await this.triage.propose(caller, request);
    const suggestion = this.suggestions().create({
      ...proposal,
      ticketNumber: request.ticketNumber,
      category: { ...category, outcome: SuggestionOutcome.PENDING },
      priority: { ...priority, outcome: SuggestionOutcome.PENDING },
    });
    return this.suggestions().save(suggestion).catch(inWords);
  }

  private suggestions() {
    return this.dataSource.getRepository(TriageSuggestion);
  }
}

/** A ticket can be deleted while a model thinks about it. */
function inWords(error: unknown): never {
  if (violatedConstraint(error)?.constraint !== 'triage_suggestion_ticket_number_fkey') throw error;
  throw new NotFoundError('There is no ticket with this id.', ['ticketId'], { cause: error });
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
