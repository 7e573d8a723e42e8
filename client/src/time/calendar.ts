/**
 * Days as a time zone sees them. A day begins at its first midnight where the clock shows midnight twice, and at the first
 * instant it has where the clock skips midnight: the same instants as those of the server.
 */
import { DAY } from './time.js';

const SECOND = 1000;
/** Of a clock that is set back, with room to spare. */
const LONGEST_STEP_BACK = 3 * 60 * 60 * SECOND;

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

function startOfDate(date: string, timeZone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const startBy = (instant: number) => midnight - (wallClock(instant, timeZone) - instant);
  // No zone changes its clock twice within two days: by the offsets before and after a change, should there be one.
  const candidates = [startBy(midnight - DAY), startBy(midnight + DAY)];
  let [early, late] = [Math.min(...candidates), Math.max(...candidates)];
  if (early === late || wallClock(early, timeZone) === midnight) return new Date(early);
  // Either the clock skipped midnight in between, or it shows it once, at the later of the two.
  while (late - early > SECOND) {
    const middle = Math.floor((early + late) / 2 / SECOND) * SECOND;
    if (wallClock(middle, timeZone) < midnight) early = middle;
    else late = middle;
  }
  return new Date(late);
}

/** When the clock shows this hour, `days` after today. Where the clock skips it, a moment later. */
export function hourInDays(hour: number, days: number, now: Date | number, timeZone: string): Date {
  const date = nextDate(dateIn(now, timeZone), days);
  const wanted = Date.parse(`${date}T00:00:00Z`) + hour * 60 * 60 * SECOND;
  const guess = startOfDate(date, timeZone).getTime() + hour * 60 * 60 * SECOND;
  return new Date(guess + wanted - wallClock(guess, timeZone));
}

function nextDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The date that an instant belongs to: the last one that has begun. */
export function dateIn(instant: Date | number, timeZone: string): string {
  const shown = wallClock(Math.floor(Number(instant) / SECOND) * SECOND, timeZone);
  const date = new Date(shown).toISOString().slice(0, 10);
  // Only late in the evening can the clock have shown the next midnight already and gone back.
  if (shown % DAY < DAY - LONGEST_STEP_BACK) return date;
  const next = nextDate(date, 1);
  return startOfDate(next, timeZone).getTime() <= Number(instant) ? next : date;
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
