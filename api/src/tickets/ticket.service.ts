import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import { ConflictError, NotFoundError } from '../errors.js';
import { type NewTicket, parseNewTicket, parseTicketChanges } from './fields/ticket-rules.js';
import { TicketStatus } from './fields/ticket-values.js';
import { TicketReader } from './read/ticket-reader.js';
import type { Ticket } from './ticket.entity.js';
import { checkKey, claim, hashRequest, keep, replay } from './write/idempotency.js';
import {
  deleteTickets,
  insertTicket,
  lockTickets,
  nameSource,
  updateTickets,
  type WriteSource,
} from './write/ticket-writes.js';
import type { TriagePort } from './write/triage-port.js';

type Input = Readonly<Record<string, unknown>>;

export type CreateOptions = {
  readonly source: WriteSource;
  /** Who asks, for triage's budget: the client's address. */
  readonly client: string;
  readonly idempotencyKey?: string | null;
  readonly suggestionId?: string | null;
};

export type ChangeOptions = {
  readonly source: WriteSource;
  /** Change only one of these versions; without them the last write wins. */
  readonly expectedVersions?: readonly number[] | null;
  /** Fields that must be there, for a whole replacement. */
  readonly required?: readonly string[];
};

export type Created = { readonly ticket: Ticket; readonly replayed: boolean };

/** The desk's verbs. Both APIs call these and nothing else, so a rule that holds here holds at both doors. */
export class TicketService extends TicketReader {
  constructor(
    private readonly database: DataSource,
    private readonly triage: TriagePort,
  ) {
    super(database);
  }

  /** @throws InvalidInputError, IdempotencyConflictError */
  async create(input: Input, options: CreateOptions): Promise<Created> {
    const accepted = parseNewTicket(input);
    const { idempotencyKey: key } = options;
    if (key == null) return { ticket: await this.insert(accepted, options), replayed: false };
    checkKey(key);
    const requestHash = hashRequest({ ...accepted, suggestionId: options.suggestionId ?? null });
    const first = await replay(this.database.manager, key, requestHash);
    // Asked before the key is taken: a retry must not pay for a second opinion.
    return first ? { ticket: first, replayed: true } : this.insertOnce(accepted, options, key, requestHash);
  }

  /** @throws InvalidInputError, NotFoundError, ConflictError with the current ticket */
  async update(number: number, input: Input, options: ChangeOptions): Promise<Ticket> {
    return inTransaction(this.database, async (manager) => {
      // That there is no such ticket, or another version, is told before what is wrong with the changes.
      const current = await this.lock(manager, number, options);
      const changes = parseTicketChanges(input, options.required);
      const [changed] = await updateTickets(manager, [number], changes);
      return changed ?? current;
    });
  }

  /** One transaction for all that exist; the numbers that do not are missing in the answer. @throws InvalidInputError */
  async updateMany(numbers: readonly number[], input: Input, source: WriteSource): Promise<Map<number, Ticket>> {
    const changes = parseTicketChanges(input);
    return inTransaction(this.database, async (manager) => {
      await nameSource(manager, source);
      const tickets = new Map((await lockTickets(manager, numbers)).map((ticket) => [ticket.number, ticket]));
      for (const ticket of await updateTickets(manager, numbers, changes)) tickets.set(ticket.number, ticket);
      return tickets;
    });
  }

  /** Answers what was deleted; its trail stays. @throws NotFoundError, ConflictError with the current ticket */
  async delete(number: number, options: ChangeOptions): Promise<Ticket> {
    return inTransaction(this.database, async (manager) => {
      const current = await this.lock(manager, number, options);
      await deleteTickets(manager, [number]);
      return current;
    });
  }

  /** Answers the numbers that existed. */
  async deleteMany(numbers: readonly number[], source: WriteSource): Promise<Set<number>> {
    return inTransaction(this.database, async (manager) => {
      await nameSource(manager, source);
      const tickets = await lockTickets(manager, numbers);
      await deleteTickets(manager, numbers);
      return new Set(tickets.map(({ number }) => number));
    });
  }

  private async lock(manager: EntityManager, number: number, options: ChangeOptions): Promise<Ticket> {
    await nameSource(manager, options.source);
    const [current] = await lockTickets(manager, [number]);
    if (!current) throw new NotFoundError(`There is no ticket ${number}.`);
    if (options.expectedVersions?.includes(current.version) === false) {
      throw new ConflictError(
        `The ticket is at version ${current.version} by now. Read it again, then repeat the change.`,
        current,
      );
    }
    return current;
  }

  private async insert(accepted: NewTicket, options: CreateOptions): Promise<Ticket> {
    const complete = await this.complete(accepted, options);
    return inTransaction(this.database, (manager) => this.insertIn(manager, complete, options.source));
  }

  private async insertOnce(accepted: NewTicket, options: CreateOptions, key: string, hash: string): Promise<Created> {
    const complete = await this.complete(accepted, options);
    return inTransaction(this.database, async (manager) => {
      if (!(await claim(manager, key, hash))) {
        const first = await replay(manager, key, hash);
        if (first) return { ticket: first, replayed: true };
      }
      const ticket = await this.insertIn(manager, complete, options.source);
      await keep(manager, key, ticket);
      return { ticket, replayed: false };
    });
  }

  private async complete(accepted: NewTicket, { suggestionId, client }: CreateOptions) {
    const { category, priority } = accepted;
    const filled = await this.triage.fill(accepted, { category, priority, suggestionId }, client);
    const ticket = { status: TicketStatus.OPEN, ...accepted, category: filled.category, priority: filled.priority };
    return { ticket, suggestionId: filled.suggestionId };
  }

  private async insertIn(
    manager: EntityManager,
    { ticket, suggestionId }: { ticket: Required<NewTicket>; suggestionId: string | null },
    source: WriteSource,
  ): Promise<Ticket> {
    await nameSource(manager, source);
    const created = await insertTicket(manager, ticket);
    if (suggestionId !== null) await this.triage.adopt(manager, created, suggestionId);
    return created;
  }
}
