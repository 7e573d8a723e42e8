import { describe, expect, it } from '@jest/globals';
import { nameOf, toBars } from './flow.js';

const DAY = 86_400_000;
const start = Date.parse('2026-01-01T00:00:00Z');

/** So many days, each with its index as created and one resolved; the last is today. */
function buildStats(days: number, openingBacklog = 10) {
  return {
    __typename: 'TicketStats' as const,
    openingBacklog,
    perDay: Array.from({ length: days }, (_, index) => ({
      __typename: 'TicketDayCount' as const,
      from: new Date(start + index * DAY).toISOString(),
      to: new Date(start + (index + 1) * DAY).toISOString(),
      created: index,
      resolved: 1,
      partial: index === days - 1,
    })),
  };
}

describe('the bars of the flow', () => {
  it('are one per day, with the backlog carried from the opening one', () => {
    const bars = toBars(buildStats(4));
    expect(bars.map(({ backlog }) => backlog)).toEqual([9, 9, 10, 12]);
    expect(bars.map(({ partial }) => partial)).toEqual([false, false, false, true]);
  });

  it('become weeks where days would be too thin, counted back from today, and lose nothing', () => {
    const stats = buildStats(365);
    const bars = toBars(stats);
    expect(bars).toHaveLength(53);
    expect(bars[0]).toMatchObject({ from: stats.perDay[0]?.from, to: stats.perDay[0]?.to, created: 0 });
    expect(bars[1]).toMatchObject({ created: 1 + 2 + 3 + 4 + 5 + 6 + 7, resolved: 7 });
    expect(bars.at(-1)).toMatchObject({ to: stats.perDay.at(-1)?.to, partial: true });
    expect(bars.reduce((sum, { created }) => sum + created, 0)).toBe((364 * 365) / 2);
  });

  it('are named by their day, their first and last day, and by being unfinished', () => {
    const [day] = toBars(buildStats(2));
    const week = toBars(buildStats(365)).at(-1);
    expect(day && nameOf(day, 'UTC')).toBe('1 Jan 2026');
    expect(week && nameOf(week, 'UTC')).toBe('25 Dec 2026 to 31 Dec 2026, partial');
  });
});
