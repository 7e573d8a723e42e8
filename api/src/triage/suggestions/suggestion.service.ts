/**
 * The life of a suggestion: made for a text, adopted by the ticket that is created with it, and then confirmed or
 * overridden per field. Overriding needs no call: the database notes it when a ticket's category or priority changes.
 */
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Caller } from '../../caller.js';
import { violatedConstraint } from '../../database/database-error.js';
import { NotFoundError } from '../../errors.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { type Filled, SuggestionOutcome, type TicketText, type TriagePort } from '../../tickets/write/triage-port.js';
import type { TriageRequest, TriageService } from '../triage.service.js';
import type { Suggested } from './classification.js';
import { type Confirmed, confirmSuggestion } from './confirmation.js';
import { type Draft, parseDraft } from './draft.js';
import { TriageSuggestion } from './suggestion.entity.js';
import { unknownSuggestion } from './unknown-suggestion.js';

type Given = Parameters<TriagePort['fill']>[2];

/** How long the language model may take, in milliseconds: for a person who types, and when a ticket is created. */
export type Patience = { timeoutMs: number; createTimeoutMs: number };

/** A ticket and what triage suggested for it. */
export type FilledTicket = {
  readonly ticket: Ticket;
  readonly suggested: Suggested;
  /** Whether somebody looked at it and left it so; otherwise what stands as suggested is merely kept. */
  readonly isReviewed?: boolean;
  /** Now unless told. */
  readonly suggestedAt?: string;
};

/** A field that people have decided on the ticket waits for nobody: its value is the verdict. */
const SETTLE_BY_DECISIONS = `
  with decided as (
    select ticket.number, ticket.category, ticket.priority,
      bool_or(earlier.category_outcome in ('confirmed', 'overridden')) as has_category,
      bool_or(earlier.priority_outcome in ('confirmed', 'overridden')) as has_priority
    from triage_suggestion as asked
    join ticket on ticket.number = asked.ticket_number
    join triage_suggestion as earlier on earlier.ticket_number = ticket.number
    where asked.id = $1 group by ticket.number
    union all
    select label.ticket_number, ticket.category, ticket.priority, label.field = 'category', label.field = 'priority'
    from triage_suggestion as asked
    join triage_label as label on label.ticket_number = asked.ticket_number
    join ticket on ticket.number = asked.ticket_number
    where asked.id = $1
  ), verdict as (
    select number, category, priority, bool_or(has_category) as has_category, bool_or(has_priority) as has_priority
    from decided group by number, category, priority
  )
  update triage_suggestion as asked set
    category_outcome = case when not has_category then asked.category_outcome
      when asked.category = verdict.category then 'confirmed' else 'overridden' end::suggestion_outcome,
    priority_outcome = case when not has_priority then asked.priority_outcome
      when asked.priority = verdict.priority then 'confirmed' else 'overridden' end::suggestion_outcome
  from verdict where asked.id = $1 and asked.ticket_number = verdict.number`;

export class SuggestionService implements TriagePort {
  constructor(
    private readonly dataSource: DataSource,
    private readonly triage: TriageService,
    private readonly patience: Patience,
  ) {}

  /** For a text that is being written. @throws InvalidInputError */
  suggest(caller: Caller, draft: Draft): Promise<TriageSuggestion> {
    const ticket = parseDraft(draft);
    return this.ask(caller, { ticket, ticketNumber: null, modelMs: this.patience.timeoutMs });
  }

  /** Again for an existing ticket: pending, except where people have decided already. @throws NotFoundError */
  async suggestAgain(caller: Caller, ticket: Ticket): Promise<TriageSuggestion> {
    const suggestion = await this.ask(caller, {
      ticket,
      ticketNumber: ticket.number,
      modelMs: this.patience.timeoutMs,
    });
    await this.dataSource.query(SETTLE_BY_DECISIONS, [suggestion.key]);
    return this.suggestions().findOneByOrFail({ key: suggestion.key });
  }

  async fill(caller: Caller, ticket: TicketText, given: Given): Promise<Filled> {
    const { category, priority } = given;
    const named = given.suggestionId == null ? null : await this.unused(given.suggestionId);
    if (!named && category && priority) return { category, priority, suggestionId: null };
    const request = { ticket, ticketNumber: null, modelMs: this.patience.createTimeoutMs };
    const suggestion = named ?? (await this.ask(caller, request));
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

  /** Gives tickets that are brought in the suggestions they were filled with, in the transaction that inserts them. */
  async attach(_caller: Caller, manager: EntityManager, filled: readonly FilledTicket[]): Promise<void> {
    const rows = filled.map(({ ticket, suggested: { category, priority, ...rest }, isReviewed, suggestedAt }) => {
      const outcome = (isKept: boolean) =>
        isKept ? SuggestionOutcome[isReviewed ? 'CONFIRMED' : 'KEPT'] : SuggestionOutcome.OVERRIDDEN;
      return {
        ...rest,
        ...(suggestedAt === undefined ? {} : { createdAt: suggestedAt }),
        ticketNumber: ticket.number,
        category: { ...category, outcome: outcome(category.value === ticket.category) },
        priority: { ...priority, outcome: outcome(priority.value === ticket.priority) },
      };
    });
    if (rows.length > 0) await manager.insert(TriageSuggestion, rows);
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

  private async ask(caller: Caller, request: TriageRequest): Promise<TriageSuggestion> {
    const { category, priority, ...suggested } = await this.triage.suggest(caller, request);
    const suggestion = this.suggestions().create({
      ...suggested,
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
