import type { ColumnFields } from '../mapping/column-fields.js';
import type { DelimiterName } from './csv-delimiter.js';

/** What was found out about a file; complete once a row has been read. */
export type FileFacts = {
  delimiter: DelimiterName | null;
  preset: ColumnFields['preset'];
  /** As the file names them, with what they become, and under which name a row's source has them. */
  columns: readonly string[];
  keys: readonly string[];
  fields: ColumnFields['fields'];
  /** What a file of rejected rows begins with; null where there is no header. */
  header: string | null;
  /** Which columns are at odds, in sentences; only told of where the file is read tolerantly. */
  problem: string | null;
};

/** What the header was taken for, in a sentence. */
export function describeColumns({ columns, delimiter }: FileFacts): string {
  const by = delimiter === null ? 'The' : `Taken as separated by ${delimiter}s, the`;
  return `${by} columns are ${columns.join(', ')}.`;
}

/** The columns that become no field. */
export function leftOut({ columns, fields }: FileFacts): string[] {
  return columns.filter((_column, index) => fields[index] === null);
}
