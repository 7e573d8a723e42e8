import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../caller.js';
import { sign } from '../database/signature.js';
import { inTransaction } from '../database/transaction.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../errors.js';
import { attachFiles } from '../files/attached.js';
import { AuditEventType } from '../identity/audit/audit-event.js';
import { recordAudit } from '../identity/audit/audit-trail.js';
import { attachRequester } from '../people/requester-writes.js';
import { mayRest, refuseRestOfFinished } from './fields/snooze.js';
import { type NewTicket, parseNewTicket, parseTicketChanges } from './fields/ticket-rules.js';
import { TicketStatus } from './fields/ticket-values.js';
import type { ListPorts } from './read/list-ports.js';
import { TicketReader } from './read/ticket-reader.js';
import type { Ticket } from './ticket.entity.js';
import { refuseUnknownAssignment, takenBy } from './write/assignment.js';
import { claim, keep, type Retry, replay, retryOf } from './write/idempotency.js';
import { refuseMerged } from './write/merging.js';
import { submissionOf } from './write/submission.js';
import { type CompleteTicket, deleteTickets, insertTicket, lockTickets, updateTickets } from './write/ticket-writes.js';
import type { TriagePort } from './write/triage-port.js';

type Input = Readonly<Record<string, unknown>>;

export type CreateOptions = {
  readonly idempotencyKey?: string | null;
  readonly suggestionId?: string | null;
  /** Of files that the caller sent and no message has; null for what is no key of one. */
  readonly attachmentKeys?: readonly (string | null)[];
  /** Who asks, where the desk knows it from elsewhere than the input. */
  readonly requesterKey?: number | null;
  /** What else happens in the same transaction. */
  readonly alongside?: (manager: EntityManager, ticket: Ticket) => Promise<void>;
};

export type ChangeOptions = {
  /** Change only one of these versions; without them the last write wins. */
  readonly expectedVersions?: readonly number[] | null;
  /** Fields that must be there, for a whole replacement. */
  readonly required?: readonly string[];
};

/** What comes with a ticket besides its fields. */
type Extras = Omit<CreateOptions, 'idempotencyKey'>;

/** A new ticket with nothing left open. */
type Complete = {
  readonly ticket: CompleteTicket & Pick<NewTicket, 'requester'>;
  readonly suggestionId: string | null;
  readonly attachmentKeys: readonly (string | null)[];
  readonly requesterKey: number | null;
  readonly alongside: CreateOptions['alongside'];
};

export type Created = { readonly ticket: Ticket; readonly replayed: boolean };

/** The desk's verbs. Both APIs call these and nothing else, so a rule that holds here holds at both doors. */
export class TicketService extends TicketReader {
  constructor(
    private readonly database: DataSource,
    private readonly triage: TriagePort,
    lists: ListPorts,
  ) {
    super(database, lists);
  }

  /** @throws InvalidInputError, IdempotencyConflictError */
  async create(caller: Caller, input: Input, { idempotencyKey, ...extras }: CreateOptions): Promise<Created> {
    const accepted = parseNewTicket(submissionOf(caller, input));
    if (idempotencyKey == null) {
      return { ticket: await this.insert(caller, accepted, extras), replayed: false };
    }
    const { suggestionId = null, attachmentKeys = [] } = extras;
    const files = attachmentKeys.length > 0 ? { attachmentKeys } : {};
    const retry = retryOf(caller, idempotencyKey, { ...accepted, ...files, suggestionId });
    const first = await replay(this.database.manager, retry);
    // Asked before the key is taken: a retry must not pay for a second opinion.
    return first ? { ticket: first, replayed: true } : this.insertOnce(caller, accepted, extras, retry);
  }

  /** @throws InvalidInputError, NotFoundError, ConflictError with the current ticket */
  async update(caller: Caller, number: number, input: Input, options: ChangeOptions): Promise<Ticket> {
    return inTransaction(this.database, async (manager) => {
      // That there is no such ticket, or another version, is told before what is wrong with the changes.
      const current = await this.lock(caller, manager, number, options);
      const changes = parseTicketChanges(input, options.required);
      refuseRestOfFinished(changes, current.status);
      await refuseUnknownAssignment(manager, changes);
      const [changed] = await updateTickets(manager, [number], changes);
      return changed ?? current;
    });
  }

  /**
   * One transaction for all that exist; the numbers that do not are missing in the answer. A snooze leaves finished ones as
   * they are. @throws InvalidInputError
   */
  async updateMany(caller: Caller, numbers: readonly number[], input: Input): Promise<Map<number, Ticket>> {
    const changes = parseTicketChanges(input);
    return inTransaction(this.database, async (manager) => {
      await sign(manager, caller);
      await refuseUnknownAssignment(manager, changes);
      const tickets = new Map(
        (await lockTickets(manager, numbers)).filter(isItself).map((ticket) => [ticket.number, ticket]),
      );
      const changing = [...tickets.values()]
        .filter(({ status }) => mayRest(changes, status))
        .map(({ number }) => number);
      for (const ticket of await updateTickets(manager, changing, changes)) tickets.set(ticket.number, ticket);
      return tickets;
    });
  }

  /** Takes a ticket that nobody has. @throws ConflictError with the current ticket, which tells who was faster */
  async claim(caller: Caller, number: number): Promise<Ticket> {
    const { accountId } = caller;
    if (accountId == null) throw new ForbiddenError('Only people can take a ticket.');
    return inTransaction(this.database, async (manager) => {
      const current = await this.lock(caller, manager, number, {});
      if (current.assigneeKey === accountId) return current;
      if (current.assigneeKey !== null) throw await takenBy(manager, current, current.assigneeKey);
      await refuseUnknownAssignment(manager, { assigneeKey: accountId });
      const [claimed] = await updateTickets(manager, [number], { assigneeKey: accountId });
      return claimed ?? current;
    });
  }

  /** Answers what was deleted; its trail stays. @throws NotFoundError, ConflictError with the current ticket */
  async delete(caller: Caller, number: number, options: ChangeOptions): Promise<Ticket> {
    return inTransaction(this.database, async (manager) => {
      const current = await this.lock(caller, manager, number, options);
      await deleteTickets(manager, [number]);
      await auditDeletion(manager, caller, [number]);
      return current;
    });
  }

  /** Answers the numbers that existed. */
  async deleteMany(caller: Caller, numbers: readonly number[]): Promise<Set<number>> {
    return inTransaction(this.database, async (manager) => {
      await sign(manager, caller);
      const found = (await lockTickets(manager, numbers)).filter(isItself).map(({ number }) => number);
      await deleteTickets(manager, found);
      await auditDeletion(manager, caller, numbers);
      return new Set(found);
    });
  }

  private async lock(caller: Caller, manager: EntityManager, number: number, options: ChangeOptions): Promise<Ticket> {
    await sign(manager, caller);
    const [current] = await lockTickets(manager, [number]);
    if (!current) throw new NotFoundError(`There is no ticket ${number}.`, ['id']);
    if (options.expectedVersions?.includes(current.version) === false) {
      throw new ConflictError(
        `The ticket is at version ${current.version} by now. Read it again, then repeat the change.`,
        ['expectedVersion'],
        current,
      );
    }
    refuseMerged(current);
    return current;
  }

  private async insert(caller: Caller, accepted: NewTicket, extras: Extras): Promise<Ticket> {
    const complete = await this.complete(caller, accepted, extras);
    return inTransaction(this.database, (manager) => this.insertIn(caller, manager, complete));
  }

  private async insertOnce(caller: Caller, accepted: NewTicket, extras: Extras, retry: Retry): Promise<Created> {
    const complete = await this.complete(caller, accepted, extras);
    return inTransaction(this.database, async (manager) => {
      if (!(await claim(manager, retry))) {
        const first = await replay(manager, retry);
        if (first) return { ticket: first, replayed: true };
      }
      const ticket = await this.insertIn(caller, manager, complete);
      await keep(manager, retry, ticket);
      return { ticket, replayed: false };
    });
  }

  private async complete(caller: Caller, accepted: NewTicket, extras: Extras): Promise<Complete> {
    const { category, priority } = accepted;
    const { suggestionId, attachmentKeys = [], requesterKey = null, alongside } = extras;
    const filled = await this.triage.fill(caller, accepted, { category, priority, suggestionId });
    const ticket = { status: TicketStatus.OPEN, ...accepted, category: filled.category, priority: filled.priority };
    return { ticket, suggestionId: filled.suggestionId, attachmentKeys, requesterKey, alongside };
  }

  private async insertIn(caller: Caller, manager: EntityManager, complete: Complete): Promise<Ticket> {
    const { ticket, suggestionId, attachmentKeys } = complete;
    await sign(manager, caller);
    await refuseUnknownAssignment(manager, ticket);
    const requesterKey = ticket.requester ? await attachRequester(manager, ticket.requester) : complete.requesterKey;
    const created = await insertTicket(manager, { ...ticket, requesterKey });
    await attachFiles(manager, caller, attachmentKeys, { kind: 'ticket', key: String(created.number) });
    if (suggestionId !== null) await this.triage.adopt(caller, manager, created, suggestionId);
    await complete.alongside?.(manager, created);
    return created;
  }
}

/** Lists do not show merged tickets, so no change of many is meant for them. */
const isItself = ({ mergedIntoKey }: Ticket) => mergedIntoKey == null;

/** A desk without accounts has nobody to tell of in the audit, and its trail says it too. */
async function auditDeletion(manager: EntityManager, caller: Caller, numbers: readonly number[]): Promise<void> {
  if (caller.accountId == null && caller.kind !== 'token') return;
  const target = numbers.map((number) => `T-${number}`).join(', ');
  await recordAudit(manager, caller, { type: AuditEventType.TICKET_DELETED, target });
}
