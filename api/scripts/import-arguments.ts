import { basename, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { columnName } from '../src/imports/import-rows.js';
import { type ImportedField, importedFields } from '../src/imports/imported-ticket.js';

export type ImportArguments = {
  readonly file: string;
  readonly format: 'csv' | 'jsonl';
  /** Where bad rows go: in the folder that the command was called from. */
  readonly rejectsFile: string;
  /** By the column's name in the file: the field that it becomes. */
  readonly columns: ReadonlyMap<string, ImportedField>;
  readonly isDryRun: boolean;
  /** Null: wherever the desk is. */
  readonly url: string | null;
};

export const synopsis = 'Usage: npm run import -- FILE [options]. All of it: npm run import -- --help';

export const usage = `Usage: npm run import -- FILE [options]

Takes in the tickets of a CSV file (with a header) or a JSONL file (one object a line), of any size. They go to the desk
that runs, or straight to its database when none does.

Fields: ${importedFields.join(', ')}.
Only description is needed: a missing title is its first sentence, a missing category or priority is decided by the local
classifier, and a row whose external_id is known already is skipped.

  --map COLUMN=FIELD    take FIELD from the column of another name; may be repeated: --map text=description
  --format csv|jsonl    for files whose name does not end in .csv, .jsonl or .ndjson
  --dry-run             check every row, import none
  --url URL             the desk to send to, instead of the one of PORT in .env or the environment
  --help                this page

Bad rows stop nothing: line, reason and row go to FILE.rejects.jsonl in the current folder.
Exit code: 0 all rows are in, 3 some were rejected, 1 the import could not be done or was cut short, 2 wrong usage,
130 stopped by Ctrl-C.`;

/** How the command was called is wrong; the message says what. */
export class UsageError extends Error {}

const formats: Readonly<Record<string, ImportArguments['format']>> = {
  csv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** Null where help is asked for. Paths are meant from `folder`. @throws UsageError */
export function readArguments(args: string[], folder: string): ImportArguments | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [name, ...others] = positionals;
  if (name === undefined) throw new UsageError('Name the file to import.');
  if (others.length > 0) throw new UsageError(`Name one file; ${positionals.join(', ')} are ${positionals.length}.`);
  const file = resolve(folder, name);
  const format = formats[(values.format ?? extname(file).slice(1)).toLowerCase()];
  if (!format) throw new UsageError(`${basename(file)} is neither .csv nor .jsonl; say which it is by --format.`);
  return {
    file,
    format,
    rejectsFile: resolve(folder, `${basename(file)}.rejects.jsonl`),
    columns: new Map((values.map ?? []).map((text) => readMapping(text, format))),
    isDryRun: values['dry-run'] ?? false,
    url: values.url === undefined ? null : readUrl(values.url),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        map: { type: 'string', multiple: true },
        format: { type: 'string' },
        'dry-run': { type: 'boolean' },
        url: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0], { cause: error });
  }
}

function readMapping(text: string, format: ImportArguments['format']): [column: string, field: ImportedField] {
  const [, column, field] = /^(.+)=(\w+)$/.exec(text) ?? [];
  const known = importedFields.find((name) => name === field);
  if (column !== undefined && known) return [format === 'csv' ? columnName(column) : column, known];
  throw new UsageError(`--map ${text} is not COLUMN=FIELD, with one of ${importedFields.join(', ')}.`);
}

function readUrl(text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new UsageError(`--url ${text} is not an address such as http://localhost:8000.`);
}
