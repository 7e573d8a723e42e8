/**
 * The triage queue: what no person has looked at, the most urgent first, of the same urgency the oldest. A decision is one
 * transaction and can be taken back as a whole by whoever made it, for an hour, while nothing else has changed the ticket.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { type Caller, ownerOf } from '../../caller.js';
import { sign } from '../../database/signature.js';
import { inTransaction } from '../../database/transaction.js';
import { ConflictError, NotFoundError } from '../../errors.js';
import { digestOf, newSecret } from '../../identity/sessions/secrets.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { lockTickets } from '../../tickets/write/ticket-writes.js';
import { applyDecision, type Decision, type Suggested } from './decision.js';
import { restoreSnapshot, type Snapshot, takeSnapshot } from './snapshot.js';

const lifetime = '1 hour';

export type Decided = { readonly ticket: Ticket; readonly undoToken: string };

export class TriageQueueService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError, InvalidInputError, ConflictError with the current ticket */
  async decide(caller: Caller, number: number, decision: Decision, expectedVersion: number | null): Promise<Decided> {
    return inTransaction(this.dataSource, async (manager) => {
      await sign(manager, caller);
      const ticket = await held(manager, number);
      if (expectedVersion !== null && ticket.version !== expectedVersion) {
        const message = `The ticket is at version ${ticket.version} by now. Look at it again before you decide.`;
        throw new ConflictError(message, ['expectedVersion'], ticket);
      }
      const before = await takeSnapshot(manager, ticket);
      const { blocked } = await applyDecision(manager, ticket, decision, await latestSuggestion(manager, number));
      const decided = await held(manager, number);
      const undoToken = newSecret();
      const snapshot: Snapshot = { ...before, blocked: blocked ? ticket.requesterKey : null };
      await manager.query(
        `insert into triage_step (token_hash, ticket_number, owner, before, version) values ($1, $2, $3, $4, $5)`,
        [digestOf(undoToken), number, ownerOf(caller), JSON.stringify(snapshot), decided.version],
      );
      return { ticket: decided, undoToken };
    });
  }

  /** @throws NotFoundError for what cannot be taken back any more, ConflictError with the current ticket */
  async undo(caller: Caller, undoToken: string): Promise<Ticket> {
    return inTransaction(this.dataSource, async (manager) => {
      type Row = { number: number; before: Snapshot; version: number };
      const [rows] = await manager.query<[Row[], number]>(
        `delete from triage_step where token_hash = $1 and owner = $2 and created_at > now() - interval '${lifetime}'
         returning ticket_number as number, before, version`,
        [digestOf(undoToken), ownerOf(caller)],
      );
      const [decision] = rows;
      if (!decision) throw new NotFoundError('This decision can no longer be taken back.', ['undoToken']);
      await sign(manager, caller);
      const ticket = await held(manager, decision.number);
      if (ticket.version !== decision.version) {
        throw new ConflictError('The ticket was changed since, so the decision stands.', ['undoToken'], ticket);
      }
      await restoreSnapshot(manager, decision.number, decision.before);
      return held(manager, decision.number);
    });
  }

  /** The number of the ticket to look at next, `except` this one; null where nothing is left. */
  async next(_caller: Caller, except: number): Promise<number | null> {
    const [row] = await this.dataSource.query<{ number: number }[]>(
      `select number from ticket where needs_triage and merged_into is null and snoozed_until is null and number <> $1
       order by urgency(priority), number limit 1`,
      [except],
    );
    return row?.number ?? null;
  }

  /** Forgets what can no longer be taken back. */
  async retain(): Promise<void> {
    await this.dataSource.query(`delete from triage_step where created_at <= now() - interval '${lifetime}'`);
  }
}

async function held(manager: EntityManager, number: number): Promise<Ticket> {
  const [ticket] = await lockTickets(manager, [number]);
  if (!ticket) throw new NotFoundError('There is no ticket with this id.', ['id']);
  return ticket;
}

async function latestSuggestion(manager: EntityManager, number: number): Promise<Suggested | null> {
  const [row] = await manager.query<Suggested[]>(
    `select id, category, priority from triage_suggestion where ticket_number = $1
     order by created_at desc, id desc limit 1`,
    [number],
  );
  return row ?? null;
}
