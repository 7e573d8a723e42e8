/** The date formats that a person names for a file: letters as in `DD.MM.YYYY HH:mm`, or a name for what letters cannot say. */
import { instantOf, type Moment, twoDigitYear } from './moment.js';

export type DateFormat =
  | { readonly order: 'day-first' | 'month-first' }
  | { readonly read: (text: string) => string | null };

export const dateFormatHelp =
  'Give letters such as DD.MM.YYYY HH:mm or M/D/YY h:mm A, or one of day-first, month-first, unix, unix-ms, excel.';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** By its first three letters; null for what is no English name of a month. */
export function monthNamed(text: string): number | null {
  const names = months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  return names > 0 ? names : null;
}

const dayMs = 86_400_000;
const excelEpoch = Date.UTC(1899, 11, 30);

function numbered(toMs: (number: number) => number) {
  return (text: string): string | null => {
    if (!/^-?\d{1,15}(\.\d+)?$/.test(text)) return null;
    const date = new Date(Math.round(toMs(Number(text))));
    const year = Number.isNaN(date.getTime()) ? 0 : date.getUTCFullYear();
    return year >= 1 && year <= 9999 ? date.toISOString() : null;
  };
}

const named: Readonly<Record<string, DateFormat>> = {
  'day-first': { order: 'day-first' },
  'month-first': { order: 'month-first' },
  unix: { read: numbered((seconds) => seconds * 1_000) },
  'unix-ms': { read: numbered((milliseconds) => milliseconds) },
  excel: { read: numbered((days) => excelEpoch + days * dayMs) },
};

/** What each group of letters matches, longest first, and which part of a moment it is. */
const letters: readonly (readonly [letters: string, pattern: string, part: string])[] = [
  ['YYYY', '\\d{4}', 'year'],
  ['YY', '\\d{2}', 'shortYear'],
  ['MMMM', '[A-Za-z]{3,9}', 'monthName'],
  ['MMM', '[A-Za-z]{3,9}', 'monthName'],
  ['MM', '\\d{1,2}', 'month'],
  ['M', '\\d{1,2}', 'month'],
  ['DD', '\\d{1,2}', 'day'],
  ['D', '\\d{1,2}', 'day'],
  ['HH', '\\d{1,2}', 'hour'],
  ['H', '\\d{1,2}', 'hour'],
  ['hh', '\\d{1,2}', 'hour'],
  ['h', '\\d{1,2}', 'hour'],
  ['mm', '\\d{1,2}', 'minute'],
  ['ss', '\\d{1,2}', 'second'],
  ['SSS', '\\d{1,9}', 'fraction'],
  ['A', '[AaPp]\\.?[Mm]\\.?', 'half'],
  ['Z', 'Z|UTC|GMT|[+-]\\d{2}:?\\d{2}', 'zone'],
];

/** Where a format names no time of day, one may follow the date. */
const anyTime =
  '(?:,?[T ]\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?(?:\\s*(?<half>[AaPp][Mm]))?(?:\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?)?';

/** Null for what is no format. */
export function readDateFormat(text: string): DateFormat | null {
  const known = named[text.trim().toLowerCase()];
  if (known) return known;
  const parts = new Set<string>();
  let pattern = '';
  for (let rest = text.trim(); rest !== ''; ) {
    const [group, match, part] = letters.find(([start]) => rest.startsWith(start)) ?? [];
    if (group === undefined || part === undefined) {
      if (/^[A-Za-z]/.test(rest) && rest[0] !== 'T') return null;
      pattern += /^\s/.test(rest) ? '\\s+' : (rest[0] ?? '').replace(/[^\w\s]/, '\\$&');
      rest = /^\s/.test(rest) ? rest.trimStart() : rest.slice(1);
      continue;
    }
    if (parts.has(part)) return null;
    parts.add(part);
    pattern += `(?<${part}>${match})`;
    rest = rest.slice(group.length);
  }
  const hasDate = parts.has('day') && (parts.has('month') || parts.has('monthName'));
  if (!hasDate || !(parts.has('year') || parts.has('shortYear'))) return null;
  const whole = new RegExp(`^${pattern}${parts.has('hour') ? '' : anyTime}$`);
  return { read: (value) => momentOf(whole.exec(value)?.groups) };
}

function momentOf(groups: Record<string, string> | undefined): string | null {
  if (!groups) return null;
  const { shortYear, monthName, year, month, ...time } = groups;
  const ofName = monthName === undefined ? null : monthNamed(monthName);
  if (monthName !== undefined && ofName === null) return null;
  const moment: Moment = {
    ...time,
    year: shortYear === undefined ? Number(year) : twoDigitYear(shortYear),
    month: ofName ?? Number(month),
    day: Number(groups.day),
  };
  return instantOf(moment);
}
