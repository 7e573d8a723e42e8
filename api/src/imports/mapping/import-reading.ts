/** How a file is to be read, as the command, the address and the web client say it: one language for all of them. */
import { type ChoiceField, choiceFields, isChoice } from '../../tickets/fields/ticket-fields.js';
import { type DelimiterName, delimiterNamed, delimiters } from '../files/csv-delimiter.js';
import { type DateFormat, dateFormatHelp, readDateFormat } from './date-format.js';
import { folded } from './folded.js';
import { type ImportedField, importedFields } from './imported-field.js';
import { type PresetName, presetNamed, presetNames } from './presets.js';

/** The field of a column; null leaves the column out. By folded name, or by position as `#2`. */
export type ColumnMapping = ReadonlyMap<string, ImportedField | null>;

export type ImportReading = {
  /** Null: found out. */
  readonly delimiter: DelimiterName | null;
  /** `auto`: the file's columns tell. */
  readonly preset: PresetName | 'auto' | null;
  readonly columns: ColumnMapping;
  /** By field and folded value: the value of ours. */
  readonly values: ReadonlyMap<ChoiceField, ReadonlyMap<string, string>>;
  readonly dateFormat: DateFormat | null;
};

/** As they were given, each perhaps many times. */
export type ReadingTexts = {
  readonly delimiter?: string | null | undefined;
  readonly preset?: string | null | undefined;
  readonly map?: readonly string[] | undefined;
  readonly value?: readonly string[] | undefined;
  readonly dateFormat?: string | null | undefined;
};

type Option = keyof ReadingTexts;

/** `fault` is told every fault of an option, in a sentence that stands behind the option's name and its text. */
export function readReading(texts: ReadingTexts, fault: (option: Option, sentence: string) => void): ImportReading {
  const one = <Value>(
    option: 'delimiter' | 'preset' | 'dateFormat',
    read: (text: string) => Value | null,
    sentence: string,
  ) => {
    const text = texts[option];
    if (text === null || text === undefined) return null;
    const value = read(text);
    if (value === null) fault(option, `${text} ${sentence}`);
    return value;
  };
  const columns = new Map<string, ImportedField | null>();
  for (const text of texts.map ?? []) {
    const mapping = readColumn(text);
    if (mapping) columns.set(...mapping);
    else fault('map', `${text} is not COLUMN=FIELD, with one of ${importedFields.join(', ')}, or - to leave it out.`);
  }
  const values = new Map<ChoiceField, Map<string, string>>();
  for (const text of texts.value ?? []) {
    const mapping = readValue(text);
    if (!mapping) fault('value', `${text} is not FIELD:VALUE=OURS, such as status:Solved=resolved.`);
    else values.set(mapping.field, (values.get(mapping.field) ?? new Map()).set(mapping.value, mapping.ours));
  }
  return {
    delimiter: one('delimiter', delimiterNamed, `is none of ${Object.keys(delimiters).join(', ')}.`),
    preset:
      texts.preset === 'none'
        ? null
        : (one('preset', presetNamed, `is none of ${presetNames.join(', ')}, none.`) ?? 'auto'),
    columns,
    values,
    dateFormat: one('dateFormat', readDateFormat, `is no date format. ${dateFormatHelp}`),
  };
}

function readColumn(text: string): [column: string, field: ImportedField | null] | null {
  const [, column, field] = /^(.+)=(\w+|-)$/s.exec(text) ?? [];
  if (column === undefined) return null;
  const known = importedFields.find((name) => name === field);
  return known || field === '-' ? [columnKey(column), known ?? null] : null;
}

export function columnKey(column: string): string {
  return /^#\d+$/.test(column) ? column : folded(column);
}

function readValue(text: string): { field: ChoiceField; value: string; ours: string } | null {
  const [, name, value, ours] = /^(\w+):(.+)=(\w+)$/s.exec(text) ?? [];
  const field = choiceFields.find((choice) => choice === name);
  if (!field || value === undefined || ours === undefined || !isChoice(field, ours)) return null;
  return { field, value: folded(value), ours };
}
