import type { DataSource } from 'typeorm';
import { type Caller, importing } from '../caller.js';
import { sign } from '../database/signature.js';
import { inTransaction } from '../database/transaction.js';
import { InvalidInputError } from '../errors.js';
import type { Ticket } from '../tickets/ticket.entity.js';
import type { ImportedTicket } from '../tickets/write/ticket-writes.js';
import { insertImported } from '../tickets/write/ticket-writes.js';
import type { Suggested } from '../triage/suggestions/judgement.js';
import type { FilledTicket, SuggestionService } from '../triage/suggestions/suggestion.service.js';
import type { ImportRow } from './import-rows.js';
import { type Guess, readImportedTicket } from './imported-ticket.js';

export type ImportProgress = { imported: number; duplicates: number; rejected: number };
export type ImportReject = { line: number; reason: string };

/** A row, with what triage suggested for it where it left something out. */
type FilledRow = { readonly ticket: ImportedTicket; readonly suggested: Suggested | null };

/** Few enough that whoever waits for the embedded database's one connection waits for tens of milliseconds. */
const batchSize = 200;

/** Takes in files of any size, in batches; a bad row never stops the others. */
export class TicketImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly suggestions: Pick<SuggestionService, 'attach'>,
  ) {}

  /** Yields after every batch. A batch that was told of is committed. */
  async *run(
    caller: Caller,
    rows: AsyncIterable<ImportRow>,
    options: { guess: Guess; isDryRun: boolean; reject: (reject: ImportReject) => void },
  ): AsyncGenerator<ImportProgress> {
    const progress = { imported: 0, duplicates: 0, rejected: 0 };
    let batch: FilledRow[] = [];
    const flush = async () => {
      const inserted = options.isDryRun ? batch.length : await this.insert(caller, batch);
      progress.imported += inserted;
      progress.duplicates += batch.length - inserted;
      batch = [];
    };
    for await (const row of rows) {
      const read = await readRow(row, options.guess);
      if ('reason' in read) {
        progress.rejected++;
        options.reject(read);
      } else if (batch.push(read) === batchSize) {
        await flush();
        yield { ...progress };
      }
    }
    await flush();
    yield { ...progress };
  }

  /** How many were new: a row whose `external_id` is known is left as it is. */
  private insert(caller: Caller, batch: readonly FilledRow[]): Promise<number> {
    return inTransaction(this.dataSource, async (manager) => {
      await sign(manager, importing(caller));
      const tickets = await insertImported(
        manager,
        batch.map(({ ticket }) => ticket),
      );
      await this.suggestions.attach(caller, manager, withSuggestions(tickets, batch));
      return tickets.length;
    });
  }
}

/** Rows that are known insert nothing, so tickets are told by what they say: equal rows have equal suggestions. */
function withSuggestions(tickets: readonly Ticket[], batch: readonly FilledRow[]): FilledTicket[] {
  const key = ({ title, description, category, priority }: Ticket | ImportedTicket) =>
    JSON.stringify([title, description, category, priority]);
  const byText = new Map(
    batch.flatMap(({ ticket, suggested }) => (suggested ? [[key(ticket), suggested] as const] : [])),
  );
  return tickets.flatMap((ticket) => {
    const suggested = byText.get(key(ticket));
    return suggested ? [{ ticket, suggested }] : [];
  });
}

async function readRow({ line, fields, fault }: ImportRow, guess: Guess): Promise<FilledRow | ImportReject> {
  if (!fields) return { line, reason: fault };
  try {
    let suggested: Suggested | null = null;
    const ticket = await readImportedTicket(fields, async (text) => {
      suggested = await guess(text);
      return suggested;
    });
    return { ticket, suggested };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { line, reason: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ') };
  }
}
