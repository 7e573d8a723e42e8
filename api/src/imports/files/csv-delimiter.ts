/** Which delimiter a CSV file uses: what its `sep=` line says, or what its first two records agree on, quotes respected. */
import { type CsvRecord, CsvRecordReader } from './csv-record-reader.js';
import type { FileLine } from './file-lines.js';

/** By the names that people and addresses use for them. */
export const delimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;

export type DelimiterName = keyof typeof delimiters;

const names = Object.keys(delimiters) as DelimiterName[];

/** `;`, `semicolon`, `tab` and the like; null for anything else. */
export function delimiterNamed(text: string): DelimiterName | null {
  const known = text === '\\t' ? 'tab' : text.toLowerCase();
  return names.find((name) => name === known || delimiters[name] === text) ?? null;
}

/** Spreadsheets may name the delimiter in a line above the header. */
export function isSepLine(text: string): boolean {
  return /^"?sep=.?"?$/i.test(text);
}

export function sepLineDelimiter(text: string): DelimiterName | null {
  return delimiterNamed(/^"?sep=(.)/i.exec(text)?.[1] ?? '');
}

/** Of the first lines of a file. A file of a single column has none; the comma does for it. */
export function chooseDelimiter(lines: readonly FileLine[]): DelimiterName {
  const rated = names.map((name) => ({ name, ...widthsBy(delimiters[name], lines) }));
  const several = rated.filter(({ header }) => header > 1);
  const agreeing = several.filter(({ header, second }) => second === null || second === header);
  const fitting = several.filter(({ header, second }) => second !== null && second > 1 && second < header);
  const [candidates = []] = [agreeing, fitting, several].filter(({ length }) => length > 0);
  return candidates.toSorted((one, other) => other.header - one.header)[0]?.name ?? 'comma';
}

/** How many cells the first two records have; the second is null where there is none. */
function widthsBy(delimiter: string, lines: readonly FileLine[]): { header: number; second: number | null } {
  const reader = new CsvRecordReader(delimiter);
  const records: CsvRecord[] = [];
  for (const line of lines) {
    if (records.length > 1) break;
    records.push(...reader.take(line));
  }
  const [header, second] = records;
  return { header: header?.cells?.length ?? 0, second: second ? (second.cells?.length ?? 0) : null };
}
