/** Figures of the last days in a time zone. Every statement reads an index range of the window, never the whole table. */
import type { DataSource } from 'typeorm';
import { InvalidInputError } from '../errors.js';
import { addDays, dateOf, startOf, type TimeZone, timeZoneOf } from './calendar.js';
import { type AgeBucket, readBacklogAge, readOpeningBacklog } from './stats-backlog.js';
import { type Period, readPeriod, readSpans } from './stats-period.js';
import { type Whom, type WorkCount, workCounts } from './work-counts.js';

export type Day = { date: string; from: string; to: string; created: number; resolved: number; partial: boolean };

/** Each figure is read when it is asked for: most readers want but one. */
export type StatsWindow = {
  period(): Promise<Period>;
  previousPeriod(): Promise<Period>;
  openingBacklog(): Promise<number>;
  perDay(): Promise<Day[]>;
  backlogAge(): Promise<AgeBucket[]>;
  byWhom(whom: Whom): Promise<WorkCount[]>;
};

export const longestWindow = 366;

/** @throws InvalidInputError for a number of days or a time zone that does not exist. */
export function statsWindow(dataSource: DataSource, days: number, timeZone: string): StatsWindow {
  const zone = check(days, timeZone);
  const today = dateOf(Date.now(), zone);
  const first = addDays(today, 1 - days);
  const at = (date: string) => new Date(startOf(date, zone)).toISOString();
  const [from, to] = [at(first), at(addDays(today, 1))];
  return {
    async perDay() {
      const dates = Array.from({ length: days }, (_, index) => addDays(first, index));
      const starts = dates.map(at);
      const [created, resolved] = await Promise.all(
        (['createdAt', 'resolvedAt'] as const).map((field) => readSpans(dataSource, field, starts, from, to)),
      );
      return dates.map((date, index) => ({
        date,
        from: starts[index] ?? from,
        to: starts[index + 1] ?? to,
        created: created?.get(index + 1) ?? 0,
        resolved: resolved?.get(index + 1) ?? 0,
        partial: date === today,
      }));
    },
    period: () => readPeriod(dataSource, from, to),
    previousPeriod: () => readPeriod(dataSource, at(addDays(first, -days)), from),
    openingBacklog: () => readOpeningBacklog(dataSource, from),
    byWhom: (whom) => workCounts(dataSource, whom, from, to),
    backlogAge: () => readBacklogAge(dataSource),
  };
}

function check(days: number, timeZone: string): TimeZone {
  if (days < 1 || days > longestWindow) {
    const message = `Ensure this value is between 1 and ${longestWindow}.`;
    throw new InvalidInputError([{ path: ['days'], code: 'invalid', message }]);
  }
  const zone = timeZoneOf(timeZone);
  if (zone === null) {
    const name = timeZone.slice(0, 100).toWellFormed();
    const message = `"${name}" is no time zone that this desk knows. Send an IANA name, such as "Europe/Berlin", or an offset, such as "+02:00".`;
    throw new InvalidInputError([{ path: ['timeZone'], code: 'invalid', message }]);
  }
  return zone;
}
