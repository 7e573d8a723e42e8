import type { DataSource } from 'typeorm';
import { type Caller, importing } from '../caller.js';
import { sign } from '../database/signature.js';
import { inTransaction } from '../database/transaction.js';
import { isActiveMember } from '../identity/accounts/account-reads.js';
import type { Ticket } from '../tickets/ticket.entity.js';
import type { ImportedTicket } from '../tickets/write/ticket-writes.js';
import { insertImported } from '../tickets/write/ticket-writes.js';
import type { TicketText } from '../tickets/write/triage-port.js';
import type { Suggested } from '../triage/suggestions/classification.js';
import type { FilledTicket, SuggestionService } from '../triage/suggestions/suggestion.service.js';
import type { ImportFile, RowToImport } from './files/import-rows.js';
import { type ImportPreview, previewImport } from './import-preview.js';
import { type ImportReject, readRow } from './imported-row.js';
import type { RowQuestions } from './imported-ticket.js';

export type ImportProgress = { imported: number; duplicates: number; rejected: number };

/** Asks triage about a row that leaves out category or priority. */
export type SuggestForRow = (text: TicketText) => Promise<Suggested>;

/** A row, with what triage suggested for it where it left something out. */
type FilledRow = { readonly ticket: ImportedTicket; readonly suggested: Suggested | null };

/** Few enough that whoever waits for the embedded database's one connection waits for tens of milliseconds. */
const batchSize = 200;

/** Addresses of a file whose column is not what it says must not fill the memory. */
const mostRemembered = 10_000;

const noMember = 'Nobody who is active on the team has this address. Invite them first, or leave the column out.';

/** Takes in files of any size, in batches; a bad row never stops the others. */
export class TicketImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly suggestions: Pick<SuggestionService, 'attach'>,
  ) {}

  /** Yields after every batch. A batch that was told of is committed. */
  async *run(
    caller: Caller,
    rows: AsyncIterable<RowToImport>,
    options: { suggest: SuggestForRow; isDryRun: boolean; reject: (reject: ImportReject) => void },
  ): AsyncGenerator<ImportProgress> {
    const progress = { imported: 0, duplicates: 0, rejected: 0 };
    const assigneeFault = this.assigneeFaults(caller);
    let batch: FilledRow[] = [];
    const flush = async () => {
      const inserted = options.isDryRun ? batch.length : await this.insert(caller, batch);
      progress.imported += inserted;
      progress.duplicates += batch.length - inserted;
      batch = [];
    };
    for await (const row of rows) {
      const read = await readFilledRow(row, options.suggest, assigneeFault);
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

  /** What would become of a file that is read tolerantly. Writes nothing. @throws BodyError where no mapping can help */
  preview(caller: Caller, file: ImportFile): Promise<ImportPreview> {
    return previewImport(file, this.assigneeFaults(caller));
  }

  /** Of one file, which names few people many times. */
  private assigneeFaults(caller: Caller): RowQuestions['assigneeFault'] {
    const faults = new Map<string, string | null>();
    return async (email) => {
      if (caller.scopes?.includes('PEOPLE_READ') === false) return 'The token lacks the scope PEOPLE_READ.';
      const known = faults.get(email);
      if (known !== undefined) return known;
      const fault = (await isActiveMember(this.dataSource, email)) ? null : noMember;
      if (faults.size < mostRemembered) faults.set(email, fault);
      return fault;
    };
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

async function readFilledRow(
  row: RowToImport,
  suggest: SuggestForRow,
  assigneeFault: RowQuestions['assigneeFault'],
): Promise<FilledRow | ImportReject> {
  let suggested: Suggested | null = null;
  const read = await readRow(row, {
    assigneeFault,
    suggest: async (text) => {
      suggested = await suggest(text);
      const { category, priority } = suggested;
      return { category: category.value, priority: priority.value };
    },
  });
  return 'reason' in read ? read : { ticket: read, suggested };
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
