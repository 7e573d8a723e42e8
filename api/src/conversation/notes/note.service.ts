import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import type { Page, PageRequest } from '../../database/keyset.js';
import { sign } from '../../database/signature.js';
import { inTransaction } from '../../database/transaction.js';
import { ForbiddenError, NotFoundError } from '../../errors.js';
import { attachFiles } from '../../files/attached.js';
import { refuseMerged } from '../../tickets/write/merging.js';
import { lockTickets } from '../../tickets/write/ticket-writes.js';
import { isAuthor, mayReadNotes } from '../authors.js';
import { takeBody } from '../message-text.js';
import { once } from '../retries.js';
import { calledIn, keepMentions } from './mentions.js';
import { type InternalNote, noteTexts } from './note.js';
import { notePage, notesByKey } from './note-reads.js';

export type NoteInput = {
  readonly body: unknown;
  readonly attachmentKeys?: readonly (string | null)[];
  readonly idempotencyKey?: string | null;
};

export type Noted = { readonly note: InternalNote; readonly unknownMentions: string[] };

/** What the team writes for itself. */
export class NoteService {
  constructor(private readonly dataSource: DataSource) {}

  async getMany(caller: Caller, keys: readonly string[]): Promise<Map<string, InternalNote>> {
    return mayReadNotes(caller) ? notesByKey(caller, this.dataSource, keys) : new Map();
  }

  /** Oldest first. Long bodies are still missing, see `inGroups`. */
  page(caller: Caller, ticketNumber: number, request: PageRequest): Promise<Page<InternalNote>> {
    refuseStrangers(caller);
    return notePage(this.dataSource, ticketNumber, request);
  }

  /** Those of a page in groups that hold few bytes, each read when it is asked for; deleted ones are left out. */
  inGroups(caller: Caller, notes: readonly InternalNote[]): AsyncGenerator<InternalNote[]> {
    return noteTexts.inGroups(caller, this.dataSource, notes);
  }

  async count(caller: Caller, ticketNumber: number): Promise<number> {
    refuseStrangers(caller);
    const [row] = await this.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from note where ticket_number in (select conversation_tickets($1))',
      [ticketNumber],
    );
    return row?.count ?? 0;
  }

  /** @throws InvalidInputError, NotFoundError, ForbiddenError */
  async add(caller: Caller, ticketNumber: number, input: NoteInput): Promise<Noted> {
    refuseStrangers(caller);
    const { body, attachmentKeys = [], idempotencyKey = null } = input;
    return inTransaction(this.dataSource, async (manager) => {
      await sign(manager, caller);
      const [ticket] = await lockTickets(manager, [ticketNumber]);
      if (!ticket) throw new NotFoundError('There is no ticket with this id.', ['ticketId']);
      refuseMerged(ticket, ['ticketId']);
      const text = takeBody(body);
      const note = await once(
        manager,
        caller,
        {
          idempotencyKey,
          input: { body: text, note: ticketNumber, ...(attachmentKeys.length > 0 ? { attachmentKeys } : {}) },
        },
        {
          first: async () => {
            const note = await insert(caller, manager, ticketNumber, text);
            await attachFiles(manager, caller, attachmentKeys, { kind: 'note', key: note.key });
            return note;
          },
          again: (key) => one(caller, manager, key),
        },
      );
      return { note, unknownMentions: (await calledIn(manager, note.body)).unknown };
    });
  }

  /** The wording so far is kept. @throws InvalidInputError, NotFoundError, ForbiddenError */
  async update(caller: Caller, key: string, body: unknown): Promise<Noted> {
    refuseStrangers(caller);
    return inTransaction(this.dataSource, async (manager) => {
      await sign(manager, caller);
      const known = await one(caller, manager, key);
      await lockTickets(manager, [known.ticketNumber]);
      if (!isAuthor(caller, known)) throw new ForbiddenError('Only its author words a note anew.', ['id']);
      const text = takeBody(body);
      // Whoever else worded it at this moment has the ticket held, so the text is compared here.
      await manager.query('update note set body = $2, edited_at = now() where id = $1 and body <> $2', [key, text]);
      const { mentions, unknown } = await calledIn(manager, text);
      await keepMentions(manager, key, mentions);
      return { note: await one(caller, manager, key), unknownMentions: unknown };
    });
  }
}

function refuseStrangers(caller: Caller): void {
  if (!mayReadNotes(caller)) throw new ForbiddenError('You may not read or write notes.');
}

async function insert(
  caller: Caller,
  manager: EntityManager,
  ticketNumber: number,
  body: string,
): Promise<InternalNote> {
  const [row] = await manager.query<{ key: string }[]>(
    'insert into note (ticket_number, body) values ($1, $2) returning id::text as key',
    [ticketNumber, body],
  );
  if (!row) throw new Error('The statement answered no row.');
  await keepMentions(manager, row.key, (await calledIn(manager, body)).mentions);
  return one(caller, manager, row.key);
}

async function one(caller: Caller, manager: EntityManager, key: string): Promise<InternalNote> {
  const note = (await notesByKey(caller, manager, [key])).get(key);
  if (!note) throw new NotFoundError('There is no note with this id.', ['id']);
  return note;
}
