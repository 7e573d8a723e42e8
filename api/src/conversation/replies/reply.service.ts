import type { DataSource, EntityManager } from 'typeorm';
import type { Caller, Door } from '../../caller.js';
import type { Page, PageRequest } from '../../database/keyset.js';
import { inTurn } from '../../database/reads/long-texts.js';
import { sign } from '../../database/signature.js';
import { inTransaction } from '../../database/transaction.js';
import { ForbiddenError, InvalidInputError, NotFoundError, WrongStateError } from '../../errors.js';
import { attachFiles, releaseFiles } from '../../files/attached.js';
import { requestersByKey } from '../../people/requester.service.js';
import type { TicketStatus } from '../../tickets/fields/ticket-values.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { lockWithTarget, refuseMerged } from '../../tickets/write/merging.js';
import { lockTickets, updateTickets } from '../../tickets/write/ticket-writes.js';
import { isAuthor } from '../authors.js';
import { countUse } from '../canned/canned-reply-reads.js';
import { refuseUnfilled } from '../canned/placeholders.js';
import type { Courier } from '../courier.js';
import { takeBody } from '../message-text.js';
import { once } from '../retries.js';
import { type ReceivedInput, receiveReply } from './received.js';
import { Channel, type PublicReply, replyColumns, replyTexts } from './reply.js';
import { repliesAfter, repliesByKey, replyPage } from './reply-reads.js';
import { insertReply } from './reply-writes.js';
import { refuseStale, type Seen } from './stale-guard.js';

export type ReplyInput = {
  readonly body: unknown;
  readonly lastSeen?: Seen | null;
  readonly thenStatus?: TicketStatus | null;
  readonly holdSeconds?: number | null;
  readonly cannedReplyKey?: number | null;
  readonly attachmentKeys?: readonly (string | null)[];
  readonly idempotencyKey?: string | null;
};

export type Replied = { readonly reply: PublicReply; readonly ticket: Ticket };

const exportBatch = 100;
const defaultHold = 10;
const longestHold = 60;

const channels = {
  web: Channel.WEB,
  graphql: Channel.WEB,
  rest: Channel.API,
  import: Channel.API,
  mail: Channel.EMAIL,
  system: Channel.API,
} satisfies Record<Door, Channel>;

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
            return this.send(manager, caller, ticket, input);
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

  private async send(manager: EntityManager, caller: Caller, ticket: Ticket, input: ReplyInput): Promise<PublicReply> {
    const reply = await write(manager, caller, ticket, input);
    await this.courier.carryReply(manager, reply);
    return reply;
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

async function write(manager: EntityManager, caller: Caller, ticket: Ticket, input: ReplyInput): Promise<PublicReply> {
  const body = takeBody(input.body);
  refuseUnfilled(body);
  const seconds = takeHold(input.holdSeconds);
  const to = await recipients(manager, ticket);
  await refuseStale(manager, caller, ticket.number, input.lastSeen ?? null);
  const reply = await insertReply(
    manager,
    `insert into reply (ticket_number, direction, channel, body, recipients, held_until)
     values ($1, 'from_team', $2, $3, $4, case when $5 > 0 then now() + $5 * interval '1 second' end)
     returning ${replyColumns}`,
    [ticket.number, channels[caller.door], body, to, seconds],
  );
  await attachFiles(manager, caller, input.attachmentKeys ?? [], { kind: 'reply', key: reply.key });
  if (input.cannedReplyKey != null) await countUse(manager, caller, input.cannedReplyKey);
  const { thenStatus } = input;
  if (thenStatus != null && thenStatus !== ticket.status) {
    const [changed] = await updateTickets(manager, [ticket.number], { status: thenStatus });
    await manager.query('update reply set status_before = $2, version_after = $3 where id = $1', [
      reply.key,
      ticket.status,
      changed?.version,
    ]);
  }
  return reply;
}

/** To whoever asked, at their first address. @throws WrongStateError where they are blocked */
async function recipients(manager: EntityManager, { requesterKey }: Ticket): Promise<string[]> {
  if (requesterKey === null) return [];
  const requester = (await requestersByKey(manager, [requesterKey])).get(requesterKey);
  if (requester?.blocked)
    throw new WrongStateError('The requester is blocked, so nothing is sent to them.', ['ticketId']);
  return requester?.emails.slice(0, 1).map(({ address }) => address) ?? [];
}

function takeHold(seconds: number | null | undefined): number {
  const held = seconds ?? defaultHold;
  if (held >= 0 && held <= longestHold) return held;
  const message = `Ensure this value is between 0 and ${longestHold}.`;
  throw new InvalidInputError([{ path: ['holdSeconds'], code: 'invalid', message }]);
}

function takenBack(): never {
  throw new WrongStateError('The reply of this key was taken back. Send a new key.', ['idempotencyKey']);
}
