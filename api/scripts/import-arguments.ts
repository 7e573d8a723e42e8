import { basename, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { FileFormat } from '../src/imports/files/import-rows.js';
import { dateFormatHelp } from '../src/imports/mapping/date-format.js';
import { type ImportReading, readReading } from '../src/imports/mapping/import-reading.js';
import { importedFields } from '../src/imports/mapping/imported-field.js';
import { presetNames } from '../src/imports/mapping/presets.js';

export type ImportArguments = {
  readonly file: string;
  readonly format: FileFormat;
  /** Where bad rows go, with their reasons: in the folder that the command was called from. */
  readonly rejectsFile: string;
  /** The same rows as they stand in the file, to be mended and sent again. */
  readonly mendableFile: string;
  readonly reading: ImportReading;
  readonly isDryRun: boolean;
  /** Null: wherever the desk is. */
  readonly url: string | null;
};

export const synopsis = 'Usage: npm run import -- FILE [options]. All of it: npm run import -- --help';

export const usage = `Usage: npm run import -- FILE [options]

Takes in the tickets of a CSV file (with a header), a JSONL file (one object a line) or a JSON array of objects, of any
size. They go to the desk that runs, or straight to its database when none does. The encoding is UTF-8.

Fields: ${importedFields.join(', ')}.
Only description is needed: a missing title is its first sentence, a missing category or priority is decided by the local
classifier, and a row whose external_id is known already is skipped. Case, blanks, _ and - do not matter in headers and
values; a lone - is an empty cell. Times without a zone are UTC. What the desk exported is taken back as it was.

  --map COLUMN=FIELD    take FIELD from the column of another name (#2 for the second); may be repeated: --map text=description
                        --map COLUMN=- leaves a column out
  --value FIELD:VALUE=OURS
                        what a value of the file means; may be repeated: --value status:Solved=resolved
  --preset NAME         columns and values of another tracker: ${presetNames.join(', ')}; found by the columns of the
                        file where nothing is said, unless it is none
  --date-format FORMAT  for times that can be read in more than one way. ${dateFormatHelp}
  --delimiter NAME      comma, semicolon, tab or pipe, instead of what the first two records show
  --format csv|json     for files whose name does not end in .csv, .tsv, .json, .jsonl or .ndjson
  --dry-run             check every row, import none
  --url URL             the desk to send to, instead of the one of PORT in .env or the environment
  --help                this page

Bad rows stop nothing: line, reason and row go to FILE.rejects.jsonl in the current folder, and the rows as they are to
FILE.rejected.csv (or .jsonl), to be mended and imported.
Exit code: 0 all rows are in, 3 some were rejected, 1 the import could not be done or was cut short, 2 wrong usage,
130 stopped by Ctrl-C.`;

/** How the command was called is wrong; the message says what. */
export class UsageError extends Error {}

const formats: Readonly<Record<string, ImportArguments['format']>> = {
  csv: 'csv',
  tsv: 'csv',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
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
  if (!format)
    throw new UsageError(`${basename(file)} is neither .csv nor .jsonl nor .json; say which it is by --format.`);
  return {
    file,
    format,
    rejectsFile: resolve(folder, `${basename(file)}.rejects.jsonl`),
    mendableFile: resolve(folder, `${basename(file)}.rejected.${format === 'csv' ? 'csv' : 'jsonl'}`),
    reading: readReading(
      {
        ...values,
        delimiter: values.delimiter ?? (/\.tsv$/i.test(file) ? 'tab' : null),
        dateFormat: values['date-format'],
      },
      (option, sentence) => {
        throw new UsageError(`--${option === 'dateFormat' ? 'date-format' : option} ${sentence}`);
      },
    ),
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
        value: { type: 'string', multiple: true },
        preset: { type: 'string' },
        'date-format': { type: 'string' },
        delimiter: { type: 'string' },
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

function readUrl(text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new UsageError(`--url ${text} is not an address such as http://localhost:8000.`);
}
