/** The days of the window as the bars of a chart: what came in, what went out, and what was left at the end of each. */
import type { FlowChart_StatsFragment } from '../gql/graphql.js';
import { formatDate } from '../time/time.js';

export interface Bar {
  /** Inclusive instant. */
  from: string;
  /** Exclusive instant. */
  to: string;
  created: number;
  resolved: number;
  /** Open or in progress when the bar ends. */
  backlog: number;
  /** Today is not over. */
  partial: boolean;
}

/** More bars than this are thinner than a pointer: weeks then take the place of days. */
const MOST_BARS = 100;
const WEEK = 7;

/** Weeks are counted back from today, so that only the first may be short. */
export function toBars({ perDay, openingBacklog }: FlowChart_StatsFragment): Bar[] {
  const size = perDay.length > MOST_BARS ? WEEK : 1;
  const bars: Bar[] = [];
  let backlog = openingBacklog;
  let index = perDay.length % size || size;
  for (let start = 0; start < perDay.length; start = index, index += size) {
    const days = perDay.slice(start, index);
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) break;
    const created = sum(days.map((day) => day.created));
    const resolved = sum(days.map((day) => day.resolved));
    backlog += created - resolved;
    bars.push({ from: first.from, to: last.to, created, resolved, backlog, partial: last.partial });
  }
  return bars;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** "6 Nov 2026", or "6 Nov 2026 to 12 Nov 2026" for a week. */
export function nameOf(bar: Bar, timeZone: string): string {
  const first = formatDate(bar.from, timeZone);
  const last = formatDate(new Date(Date.parse(bar.to) - 1), timeZone);
  const days = first === last ? first : `${first} to ${last}`;
  return bar.partial ? `${days}, partial` : days;
}
