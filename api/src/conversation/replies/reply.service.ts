import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import type { Page, PageRequest } from '../../database/keyset.js';
import { inTurn } from '../../database/reads/long-texts.js';
import { sign } from '../../database/signature.js';
import { inTransaction } from '../../database/transaction.js';
import { ForbiddenError, NotFoundError, WrongStateError } from '../../errors.js';
import { releaseFiles } from '../../files/attached.js';
import type { TicketStatus } from '../../tickets/fields/ticket-values.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { lockWithTarget, refuseMerged } from '../../tickets/write/merging.js';
import { lockTickets, updateTickets } from '../../tickets/write/ticket-writes.js';
import { isAuthor } from '../authors.js';
import type { Courier } from '../courier.js';
import { once } from '../retries.js';
import { answeredBefore, answerIncident, keptOfIncident, type ToIncident } from './incident-replies.js';
import { type ReceivedInput, receiveReply } from './received.js';
import { type PublicReply, replyTexts } from './reply.js';
import { repliesAfter, repliesByKey, replyPage, takenBack } from './reply-reads.js';
import { type ReplyInput, sendReply } from './sent.js';

export type Replied = { readonly reply: PublicReply; readonly ticket: Ticket };

export type RepliedToIncident = Replied & Omit<ToIncident, 'key'>;

const exportBatch = 100;

/** What both sides say to each other. The database keeps whose turn it is, and the trail. */
export class ReplyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly courier: Courier,
  ) {}

  /** Whether replies leave the desk, or are read on the requester's page alone. */
  get isMailSetUp(): boolean {
    return this.courier.isSetUp;
  }

  async getMany(caller: Caller, keys: readonly string[]): Promise<Map<string, PublicReply>> {
    return repliesByKey(caller, this.dataSource, keys);
  }

  /** Oldest first. Long bodies are still missing, see `inGroups`. */
  page(_caller: Caller, ticketNumber: number, request: PageRequest): Promise<Page<PublicReply>> {
    return replyPage(this.dataSource, ticketNumber, request);
  }

  /** Those of a page in groups that hold few bytes, each read when it is asked for; deleted ones are left out. */
  inGroups(caller: Caller, replies: readonly PublicReply[]): AsyncGenerator<PublicReply[]> {
    return replyTexts.inGroups(caller, this.dataSource, replies);
  }

  /** What was ever said, in groups that hold few bytes. No connection is held between two. */
  async *all(caller: Caller): AsyncGenerator<PublicReply[]> {
    for (let last = '0'; ; ) {
      const batch = await inTurn(() => repliesAfter(this.dataSource, last, exportBatch));
      yield* this.inGroups(caller, batch);
      last = batch.at(-1)?.key ?? last;
      if (batch.length < exportBatch) return;
    }
  }

  /** @throws InvalidInputError, NotFoundError, WrongStateError, StaleConversationError with what was said meanwhile */
  async add(caller: Caller, ticketNumber: number, input: ReplyInput): Promise<Replied> {
    return inTransaction(this.dataSource, async (manager) => {
      const ticket = await hold(caller, manager, ticketNumber);
      const { idempotencyKey = null, ...rest } = input;
      const reply = await once(
        manager,
        caller,
        { idempotencyKey, input: { ...rest, reply: ticketNumber } },
        {
          first: () => {
            refuseMerged(ticket, ['ticketId']);
            return sendReply(manager, caller, this.courier, ticket, input);
          },
          again: async (key) => (await repliesByKey(caller, manager, [key])).get(key) ?? takenBack(),
        },
      );
      return { reply, ticket: await current(manager, ticketNumber) };
    });
  }

  /** Words from outside, on a merged ticket too. They reopen what was finished lately. `alongside` happens in the same transaction. @throws WrongStateError for what was finished long ago */
  async receive(
    caller: Caller,
    ticketNumber: number,
    input: ReceivedInput,
    alongside?: (manager: EntityManager, reply: PublicReply) => Promise<void>,
  ): Promise<Replied> {
    return inTransaction(this.dataSource, async (manager) => {
      await sign(manager, caller);
      const [ticket, target = ticket] = await lockWithTarget(manager, ticketNumber);
      if (!ticket || !target) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
      const { idempotencyKey = null, ...rest } = input;
      const reply = await once(
        manager,
        caller,
        { idempotencyKey, input: { ...rest, received: ticketNumber } },
        {
          first: () => receiveReply(manager, caller, { ticket, target }, input),
          again: async (key) => (await repliesByKey(caller, manager, [key])).get(key) ?? takenBack(),
        },
      );
      await alongside?.(manager, reply);
      return { reply, ticket: await current(manager, target.number) };
    });
  }

  /** By its author, as long as it is held; a status that came with it goes too, unless the ticket went on since. */
  async takeBack(caller: Caller, key: string): Promise<Ticket> {
    return inTransaction(this.dataSource, async (manager) => {
      const known = (await repliesByKey(caller, manager, [key])).get(key);
      if (!known) throw new NotFoundError('There is no reply with this id.', ['id']);
      const ticket = await hold(caller, manager, known.ticketNumber);
      // Held before the clock is read: who sends it holds it too.
      await manager.query('select from reply where id = $1 for update', [key]);
      const [row] = await manager.query<
        { before: TicketStatus | null; version: number | null; held: boolean | null }[]
      >(
        `select status_before as before, version_after as version, held_until > clock_timestamp() as held
         from reply where id = $1`,
        [key],
      );
      if (!row) throw new NotFoundError('There is no reply with this id.', ['id']);
      if (!isAuthor(caller, known)) throw new ForbiddenError('Only its author takes a reply back.', ['id']);
      if (!row.held) throw new WrongStateError('The reply has left and cannot be taken back any more.', ['id']);
      await releaseFiles(manager, { kind: 'reply', key });
      await manager.query('delete from reply where id = $1', [key]);
      if (row.before !== null && row.version === ticket.version) {
        await updateTickets(manager, [ticket.number], { status: row.before });
      }
      return current(manager, ticket.number);
    });
  }

  /**
   * The same words on a ticket and on each that tells of it when this begins, where that can be answered; which could not
   * is told. @throws as `add`, for the ticket itself: then nothing is sent at all
   */
  async addToIncident(caller: Caller, ticketNumber: number, input: ReplyInput): Promise<RepliedToIncident> {
    return inTransaction(this.dataSource, async (manager) => {
      await sign(manager, caller);
      const { idempotencyKey = null, ...rest } = input;
      const { key: _key, ...said } = await once(
        manager,
        caller,
        { idempotencyKey, input: { ...rest, incident: ticketNumber } },
        {
          first: () => answerIncident(manager, caller, this.courier, ticketNumber, input),
          again: (key, kept) => answeredBefore(manager, caller, key, kept),
          kept: keptOfIncident,
        },
      );
      return { ...said, ticket: await current(manager, ticketNumber) };
    });
  }
}

/** Signs, and holds the ticket until the transaction ends, so that its trail is written by one at a time. */
async function hold(caller: Caller, manager: EntityManager, number: number): Promise<Ticket> {
  await sign(manager, caller);
  const [ticket] = await lockTickets(manager, [number]);
  if (!ticket) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
  return ticket;
}

async function current(manager: EntityManager, number: number): Promise<Ticket> {
  const [ticket] = await lockTickets(manager, [number]);
  if (!ticket) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
  return ticket;
}
