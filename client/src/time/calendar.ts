/** Days as a time zone sees them. A day begins at local midnight, or at the first instant it has where the clock skips midnight. */
import { DAY } from './time.js';

interface DayRange {
  /** "2026-11-21" */
  date: string;
  from: Date;
  /** Exclusive: where the next day begins. */
  to: Date;
}

const partsOf = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at an instant, as milliseconds since the epoch in which that clock would show UTC. */
function wallClock(instant: number, timeZone: string): number {
  let format = partsOf.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    partsOf.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instant at which a zone's wall clock shows `wall`: corrected twice, because the offset may change in between. */
function instantOf(wall: number, timeZone: string): number {
  const first = wall - (wallClock(wall, timeZone) - wall);
  return wall - (wallClock(first, timeZone) - first);
}

function startOfDate(date: string, timeZone: string): Date {
  return new Date(instantOf(Date.parse(`${date}T00:00:00Z`), timeZone));
}

function nextDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function dateIn(instant: Date | number, timeZone: string): string {
  return new Date(wallClock(Math.floor(Number(instant) / 1000) * 1000, timeZone)).toISOString().slice(0, 10);
}

/** The day that contains the instant. */
export function dayOf(instant: Date | number, timeZone: string): DayRange {
  const date = dateIn(instant, timeZone);
  return { date, from: startOfDate(date, timeZone), to: startOfDate(nextDate(date, 1), timeZone) };
}

/** Where the day `days` before today began; 0 is today. */
export function startOfDaysAgo(days: number, now: Date | number, timeZone: string): Date {
  return startOfDate(nextDate(dateIn(now, timeZone), -days), timeZone);
}
