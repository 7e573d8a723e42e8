/**
 * Days as a time zone sees them. A day begins at its first midnight where the clock shows midnight twice, and at the first
 * instant that it has where the clock skips midnight. What is counted and what is handed out are the same instants.
 */
import { LRUCache } from 'lru-cache';

/** What `Intl` takes: an IANA name, or an offset such as "+02:00". */
export type TimeZone = string & { readonly kind: 'time zone' };

const dayMs = 86_400_000;

/** "+02:00", "+0200", "UTC+2" and "GMT+2" are two hours east of Greenwich; "Etc/GMT+2" is an IANA name, and west of it. */
const offsetPattern = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?$/i;

/** Null for a name that there is not. */
export function timeZoneOf(name: string): TimeZone | null {
  const [, sign, hours = '', minutes = '00'] = offsetPattern.exec(name) ?? [];
  const zone = sign ? `${sign}${hours.padStart(2, '0')}:${minutes}` : name;
  try {
    // One spelling of each, so that the caches below hold it once.
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone as TimeZone;
  } catch {
    return null;
  }
}

const clocks = new LRUCache<TimeZone, Intl.DateTimeFormat>({ max: 100 });
/** To tell an offset takes some 20 µs, and a year has hundreds of days. */
const offsets = new LRUCache<string, number>({ max: 20_000 });

/** The wall clock at an instant, as the milliseconds since the epoch at which UTC shows the same. */
function wallClock(instant: number, zone: TimeZone): number {
  let clock = clocks.get(zone);
  if (!clock) {
    const number = 'numeric' as const;
    const fields = { year: number, month: number, day: number, hour: number, minute: number, second: number };
    clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...fields });
    clocks.set(zone, clock);
  }
  const whole = Math.floor(instant / 1_000) * 1_000;
  const shown: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(whole)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (instant - whole);
}

function offsetAt(instant: number, zone: TimeZone): number {
  const key = `${instant} ${zone}`;
  const known = offsets.get(key) ?? wallClock(instant, zone) - instant;
  offsets.set(key, known);
  return known;
}

/** "2026-11-21" in the calendar of all zones, so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** Where a date begins, as an instant. */
export function startOf(date: string, zone: TimeZone): number {
  const midnight = Date.parse(date);
  // No zone changes its clock twice within two days: these are the offsets before and after a change, should there be one.
  const candidates = [
    midnight - offsetAt(midnight - dayMs, zone),
    midnight - offsetAt(midnight + dayMs, zone),
  ] as const;
  let [early, late] = [Math.min(...candidates), Math.max(...candidates)];
  if (early === late || wallClock(early, zone) === midnight) return early;
  if (wallClock(late, zone) === midnight && wallClock(late - 1, zone) < midnight) return late;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (wallClock(middle, zone) < midnight) early = middle;
    else late = middle;
  }
  return late;
}

/** The date that an instant belongs to: the last one that has begun. */
export function dateOf(instant: number, zone: TimeZone): string {
  const date = new Date(wallClock(instant, zone)).toISOString().slice(0, 10);
  const next = addDays(date, 1);
  return startOf(next, zone) <= instant ? next : date;
}
