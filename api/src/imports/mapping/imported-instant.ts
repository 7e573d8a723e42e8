/**
 * The times of imported rows. Every form that can be read in one way only is taken; where day and month could change
 * places, the file's date format decides, and without one the row is refused.
 */
import { parseInstant } from '../../database/instant.js';
import { type DateFormat, monthNamed } from './date-format.js';
import { instantOf, type Moment, twoDigitYear } from './moment.js';

/** A time of day behind a date, with or without a zone; names of zones in brackets only repeat the offset. */
const time = String.raw`(?:(?:,\s*|\s*T\s*|\s+(?:at\s+)?)(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?:\s*(?<half>[ap]\.?m\.?))?(?:\s*(?<zone>Z|UTC|UT|GMT|(?:UTC|GMT)?[+-]\d\d?(?::?\d\d)?))?(?:\s*[[(][\w/+ -]+[\])])?)?`;
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?`;

const yearFirst = new RegExp(String.raw`^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})${time}$`, 'i');
const dayThenName = new RegExp(
  String.raw`^${weekday}(?<day>\d{1,2})(?:st|nd|rd|th)?[-/ .]+(?<name>[a-z]{3,9})[-/ .,]+(?<year>\d{4}|\d{2})${time}$`,
  'i',
);
const nameThenDay = new RegExp(
  String.raw`^${weekday}(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${time}$`,
  'i',
);
/** As C and Unix write it: the year behind the time. */
const yearLast = /^(.*\d:\d\d(?::\d\d)?)((?:\s+[A-Z+-][\w+:-]*)?)\s+(\d{4})$/;
const numeric = new RegExp(String.raw`^(?<first>\d{1,2})([-/.])(?<second2>\d{1,2})\2(?<year>\d{4}|\d{2})${time}$`, 'i');

const fullMonths =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i;

/** ISO 8601, in UTC; null for what is no time, or could be several. */
export function importedInstant(text: string, format: DateFormat | null): string | null {
  const trimmed = text.trim();
  if (format && 'read' in format) {
    const read = format.read(trimmed);
    if (read !== null) return read;
  }
  const order = format && 'order' in format ? format.order : null;
  return parseInstant(trimmed) ?? byNumbers(trimmed) ?? byName(trimmed) ?? byOrder(trimmed, order);
}

function byNumbers(text: string): string | null {
  const { year, month, day, ...clock } = yearFirst.exec(text)?.groups ?? {};
  return year === undefined ? null : instantOf({ ...clockOf(clock), ...numbers({ year, month, day }) });
}

function byName(text: string): string | null {
  const [, start = '', zone = '', lastYear] = yearLast.exec(text) ?? [];
  const reordered = lastYear === undefined ? text : `${start.replace(/\s+(\d{1,2}:)/, ` ${lastYear} $1`)}${zone}`;
  const { year, day, name = '', ...clock } = (dayThenName.exec(reordered) ?? nameThenDay.exec(reordered))?.groups ?? {};
  if (year === undefined || !fullMonths.test(name)) return null;
  return instantOf({ ...clockOf(clock), ...numbers({ year, day }), month: monthNamed(name) ?? 0 });
}

function byOrder(text: string, order: 'day-first' | 'month-first' | null): string | null {
  const { first, second2: second, year, ...clock } = numeric.exec(text)?.groups ?? {};
  if (first === undefined || second === undefined || (order === null && year?.length === 2)) return null;
  const read = (day: string, month: string) => instantOf({ ...clockOf(clock), ...numbers({ year, month, day }) });
  if (order !== null) return order === 'day-first' ? read(first, second) : read(second, first);
  const [dayFirst, monthFirst] = [read(first, second), read(second, first)];
  if (dayFirst !== null && monthFirst !== null) return dayFirst === monthFirst ? dayFirst : null;
  return dayFirst ?? monthFirst;
}

function numbers({ year = '', month, day }: Partial<Record<'year' | 'month' | 'day', string | undefined>>) {
  return { year: year.length === 2 ? twoDigitYear(year) : Number(year), month: Number(month), day: Number(day) };
}

function clockOf({ hour, minute, second, fraction, half, zone }: Record<string, string | undefined>): Partial<Moment> {
  return { hour, minute, second, fraction, half, zone: zone === undefined ? undefined : offsetOf(zone) };
}

/** `GMT+2`, `+2` and `+0200` as an offset with two digits of hours. */
function offsetOf(zone: string): string {
  const [, sign, hours = '', minutes = '00'] = /([+-])(\d\d?):?(\d\d)?$/.exec(zone) ?? [];
  return sign === undefined ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}
