import type { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import { InvalidInputError } from '../errors.js';
import type { ImportedTicket } from '../tickets/write/ticket-writes.js';
import { insertImported, nameSource } from '../tickets/write/ticket-writes.js';
import type { RowToImport } from './files/import-rows.js';
import { type Guess, readImportedTicket } from './imported-ticket.js';

export type ImportProgress = { imported: number; duplicates: number; rejected: number };
/** `raw` is the row as it stands in the file, where it could be kept. */
export type ImportReject = { line: number; reason: string; raw: string | null };

/** Few enough that whoever waits for the embedded database's one connection waits for tens of milliseconds. */
const batchSize = 200;

/** Takes in files of any size, in batches; a bad row never stops the others. */
export class TicketImportService {
  constructor(private readonly dataSource: DataSource) {}

  /** Yields after every batch. A batch that was told of is committed. */
  async *run(
    rows: AsyncIterable<RowToImport>,
    options: { guess: Guess; isDryRun: boolean; reject: (reject: ImportReject) => void },
  ): AsyncGenerator<ImportProgress> {
    const progress = { imported: 0, duplicates: 0, rejected: 0 };
    let batch: ImportedTicket[] = [];
    const flush = async () => {
      const inserted = options.isDryRun ? batch.length : await this.insert(batch);
      progress.imported += inserted;
      progress.duplicates += batch.length - inserted;
      batch = [];
    };
    for await (const row of rows) {
      const ticket = await readRow(row, options.guess);
      if ('reason' in ticket) {
        progress.rejected++;
        options.reject(ticket);
      } else if (batch.push(ticket) === batchSize) {
        await flush();
        yield { ...progress };
      }
    }
    await flush();
    yield { ...progress };
  }

  /** How many were new: a row whose `external_id` is known is left as it is. */
  private insert(batch: readonly ImportedTicket[]): Promise<number> {
    return inTransaction(this.dataSource, async (manager) => {
      await nameSource(manager, 'import');
      return (await insertImported(manager, batch)).length;
    });
  }
}

/** What a row comes to: a ticket, or why it is none. */
export async function readRow(row: RowToImport, guess: Guess): Promise<ImportedTicket | ImportReject> {
  const { line, raw, fields, fault } = row;
  if (!fields) return { line, raw, reason: fault ?? 'The row cannot be read.' };
  try {
    return await readImportedTicket(fields, guess);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const reason = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ');
    return { line, raw, reason };
  }
}
