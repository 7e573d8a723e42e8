import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Period } from '../src/stats/stats-period.js';
import type { Day } from '../src/stats/stats-window.js';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const hour = 3_600_000;
const day = 24 * hour;

type Stats = {
  period: Period;
  previousPeriod: Period;
  openingBacklog: number;
  perDay: Day[];
  backlogAge: { label: string; count: number; byPriority: { priority: string; count: number }[] }[];
};

async function stats(days: number, timeZone = 'UTC'): Promise<Stats> {
  const period = '{ from to created resolved medianHoursToResolve p90HoursToResolve }';
  const { data } = await desk.graphql<{ ticketStats: Stats }>(
    `query ($days: Int!, $timeZone: String!) { ticketStats(days: $days, timeZone: $timeZone) {
      period ${period} previousPeriod ${period} openingBacklog
      perDay { date from to created resolved partial } backlogAge { label count byPriority { priority count } }
    } }`,
    { days, timeZone },
  );
  return data.ticketStats;
}

type Row = { created: number; hours?: number; status?: string; priority?: string };

/** Tickets with a past of their own: made at an instant, and done so many hours later. */
async function importTickets(rows: readonly Row[]): Promise<void> {
  const lines = rows.map(({ created, hours, status = hours === undefined ? 'open' : 'resolved', priority = 'low' }) =>
    JSON.stringify({
      ...{ title: 'T', description: 'd', category: 'general', priority, status },
      created_at: new Date(created).toISOString(),
      ...(hours === undefined ? {} : { resolved_at: new Date(created + hours * hour).toISOString() }),
    }),
  );
  const headers = { 'content-type': 'application/x-ndjson' };
  const { body } = await desk.rest<string>('POST', '/api/tickets/import/', lines.join('\n'), headers);
  expect(body).toContain(`"imported":${rows.length}`);
}

describe('the figures of a window', () => {
  test('count what was made and resolved in it and in the span before, with median and ninth decile', async () => {
    const { period, previousPeriod } = await stats(30);
    const from = Date.parse(period.from);
    expect([period.to, previousPeriod.from, previousPeriod.to].map((at) => (Date.parse(at) - from) / day)).toEqual([
      30, -30, 0,
    ]);
    await importTickets([
      ...[10, 40, 20, 30].map((hours) => ({ created: from + day, hours })),
      // Made before the window and resolved in it; a closed one is resolved too.
      { created: from - 50 * hour, hours: 100, status: 'closed' },
      ...[4, 8].map((hours) => ({ created: from - 20 * day, hours })),
      // Out of both windows.
      { created: from - 31 * day, hours: 1 },
      { created: from - 90 * day },
      { created: from + 2 * day, status: 'in_progress' },
    ]);
    const found = await stats(30);
    expect(found.period).toMatchObject({ created: 5, resolved: 5, medianHoursToResolve: 30 });
    // Between the fourth and the fifth of 10, 20, 30, 40, 100: six tenths of the way.
    expect(found.period.p90HoursToResolve).toBeCloseTo(76, 6);
    expect(found.previousPeriod).toMatchObject({ created: 3, resolved: 2, medianHoursToResolve: 6 });
    expect(found.previousPeriod.p90HoursToResolve).toBeCloseTo(7.6, 6);
    // The one that was closed in the window, and the one that is open for ninety days before it.
    expect(found.openingBacklog).toBe(2);
  });

  test('are null where nothing was resolved', async () => {
    await importTickets([{ created: Date.now() - hour }]);
    expect((await stats(7)).period).toMatchObject({ medianHoursToResolve: null, p90HoursToResolve: null });
  });

  test('count each day by the midnights of the time zone', async () => {
    const { perDay } = await stats(7);
    const midnight = Date.parse(perDay[3]?.from ?? '');
    // Half past eleven at night in UTC is the next morning in Tokyo, whatever the season.
    await importTickets([{ created: midnight + 23.5 * hour, hours: 24 }]);
    const daysOf = async (timeZone: string) =>
      (await stats(7, timeZone)).perDay.flatMap(({ date, created, resolved }) =>
        created + resolved > 0 ? [{ date, created, resolved }] : [],
      );
    const dates = perDay.map(({ date }) => date);
    expect(await daysOf('UTC')).toEqual([
      { date: dates[3], created: 1, resolved: 0 },
      { date: dates[4], created: 0, resolved: 1 },
    ]);
    expect(await daysOf('Asia/Tokyo')).toEqual([
      { date: dates[4], created: 1, resolved: 0 },
      { date: dates[5], created: 0, resolved: 1 },
    ]);
    expect(perDay.map(({ partial }) => partial)).toEqual([false, false, false, false, false, false, true]);
  });

  test.each([30, 90, 183])(
    'of %i days begin at a midnight of the time zone, and so does the span before',
    async (days) => {
      const { period, previousPeriod } = await stats(days, 'Europe/Berlin');
      const timeOf = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'medium' });
      for (const instant of [period.from, period.to, previousPeriod.from, previousPeriod.to]) {
        expect(timeOf.format(new Date(instant))).toBe('00:00:00');
      }
    },
  );

  test('count by the instants they hand out, on the days of any zone and offset', async () => {
    const zones = ['America/Havana', 'Asia/Kathmandu', 'Pacific/Kiritimati', '+02:00', 'GMT-9', 'UTC+5:30'];
    const starts = (await stats(40, 'America/Havana')).perDay.map(({ from }) => Date.parse(from));
    await importTickets(starts.flatMap((start) => [{ created: start }, { created: start - 1, hours: 1 / 3_600 }]));
    for (const zone of zones) {
      const { perDay, period } = await stats(40, zone);
      const spans = perDay.map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const);
      const within = ([from, to]: readonly [number, number], instants: number[]) =>
        instants.filter((instant) => instant >= from && instant < to).length;
      const created = starts.flatMap((start) => [start, start - 1]);
      const resolved = starts.map((start) => start + 999);
      expect(perDay.map((day) => day.created)).toEqual(spans.map((span) => within(span, created)));
      expect(perDay.map((day) => day.resolved)).toEqual(spans.map((span) => within(span, resolved)));
      expect(perDay.slice(1).map(({ from }) => from)).toEqual(perDay.slice(0, -1).map(({ to }) => to));
      expect([perDay[0]?.from, perDay.at(-1)?.to]).toEqual([period.from, period.to]);
    }
  });

  test('tell what the tickets of the span are, and not those before it', async () => {
    const at = Date.now() - 2 * day;
    await importTickets([
      { created: at, status: 'in_progress' },
      { created: at, hours: 1, status: 'closed' },
      { created: at - 8 * day },
    ]);
    const kinds = '{ byStatus { status count } byCategory { category count } byPriority { priority count } }';
    const { data } = await desk.graphql<{ ticketStats: Record<string, Record<string, { count: number }[]>> }>(
      `{ ticketStats(days: 7) { period ${kinds} previousPeriod ${kinds} } }`,
    );
    const { period, previousPeriod } = data.ticketStats;
    expect(period).toEqual({
      byStatus: [
        { status: 'OPEN', count: 0 },
        { status: 'IN_PROGRESS', count: 1 },
        { status: 'RESOLVED', count: 0 },
        { status: 'CLOSED', count: 1 },
      ],
      byCategory: [
        { category: 'BILLING', count: 0 },
        { category: 'TECHNICAL', count: 0 },
        { category: 'ACCOUNT', count: 0 },
        { category: 'GENERAL', count: 2 },
      ],
      byPriority: [
        { priority: 'LOW', count: 2 },
        { priority: 'MEDIUM', count: 0 },
        { priority: 'HIGH', count: 0 },
        { priority: 'CRITICAL', count: 0 },
      ],
    });
    for (const counts of Object.values(previousPeriod ?? {}))
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  });

  test('refuse a time zone that there is not, and say what is one', async () => {
    const { errors } = await desk.graphql('{ ticketStats(timeZone: "Mars/Olympus") { totalCount } }');
    expect(JSON.stringify(errors)).toContain(
      '\\"Mars/Olympus\\" is no time zone that this desk knows. Send an IANA name, such as \\"Europe/Berlin\\", or an offset',
    );
  });

  test('tell the age of the backlog, open and in progress, and of nothing that is done', async () => {
    const ago = (hours: number, more: Partial<Row> = {}) => ({ created: Date.now() - hours * hour, ...more });
    await importTickets([
      ...[1, 23].map((hours) => ago(hours)),
      ago(25, { status: 'in_progress', priority: 'critical' }),
      ...[73, 100, 167].map((hours) => ago(hours)),
      ...[169, 719].map((hours) => ago(hours, { status: 'in_progress' })),
      ...[721, 9_000, 20_000, 20_001].map((hours) => ago(hours)),
      ago(50, { hours: 1 }),
      ago(5_000, { hours: 1, status: 'closed' }),
    ]);
    const { backlogAge } = await stats(7);
    expect(backlogAge[1]?.byPriority).toEqual([
      { priority: 'LOW', count: 0 },
      { priority: 'MEDIUM', count: 0 },
      { priority: 'HIGH', count: 0 },
      { priority: 'CRITICAL', count: 1 },
    ]);
    expect(backlogAge.map(({ label, count }) => ({ label, count }))).toEqual([
      { label: 'under 1 day', count: 2 },
      { label: '1–3 days', count: 1 },
      { label: '3–7 days', count: 3 },
      { label: '7–30 days', count: 2 },
      { label: 'over 30 days', count: 4 },
    ]);
  });
});
