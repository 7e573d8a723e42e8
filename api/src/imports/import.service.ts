import type { DataSource } from 'typeorm';
import { type Caller, importing } from '../caller.js';
import { sign } from '../database/signature.js';
import { inTransaction } from '../database/transaction.js';
import type { ImportedTicket } from '../tickets/write/ticket-writes.js';
import { insertImported } from '../tickets/write/ticket-writes.js';
import type { ImportFile, RowToImport } from './files/import-rows.js';
import { type ImportPreview, previewImport } from './import-preview.js';
import { type ImportReject, readRow } from './imported-row.js';
import type { Guess } from './imported-ticket.js';

export type ImportProgress = { imported: number; duplicates: number; rejected: number };

/** Few enough that whoever waits for the embedded database's one connection waits for tens of milliseconds. */
const batchSize = 200;

/** Takes in files of any size, in batches; a bad row never stops the others. */
export class TicketImportService {
  constructor(private readonly dataSource: DataSource) {}

  /** Yields after every batch. A batch that was told of is committed. */
  async *run(
    caller: Caller,
    rows: AsyncIterable<RowToImport>,
    options: { guess: Guess; isDryRun: boolean; reject: (reject: ImportReject) => void },
  ): AsyncGenerator<ImportProgress> {
    const progress = { imported: 0, duplicates: 0, rejected: 0 };
    let batch: ImportedTicket[] = [];
    const flush = async () => {
      const inserted = options.isDryRun ? batch.length : await this.insert(caller, batch);
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

  /** What would become of a file that is read tolerantly. Writes nothing. @throws BodyError where no mapping can help */
  preview(_caller: Caller, file: ImportFile): Promise<ImportPreview> {
    return previewImport(file);
  }

  /** How many were new: a row whose `external_id` is known is left as it is. */
  private insert(caller: Caller, batch: readonly ImportedTicket[]): Promise<number> {
    return inTransaction(this.dataSource, async (manager) => {
      await sign(manager, importing(caller));
      return (await insertImported(manager, batch)).length;
    });
  }
}
