import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { verifyStats } from '../src/stats/stats-verify.js';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { startMerging } from './support/merging.js';

let desk: TestDesk;
let talk: Conversing;
let merging: ReturnType<typeof startMerging>;
beforeAll(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
  talk = startConversation(desk);
  merging = startMerging(desk);
});
afterAll(() => desk.close());

const ticketsInPlay = 4;
const place = fc.nat(ticketsInPlay - 1);
const pointing = [
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('merge' as const), at: place, into: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), at: place }) },
];
const talking = [
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('reply' as const, 'answer' as const, 'note' as const), at: place }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      at: place,
      status: fc.constantFrom('OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'),
    }),
  },
];
type Step = {
  kind: 'merge' | 'unmerge' | 'reply' | 'answer' | 'note' | 'status';
  at: number;
  into?: number;
  status?: string;
};

async function run(tickets: readonly Talked[], steps: readonly Step[]): Promise<void> {
  for (const [index, { kind, at, into = 0, status }] of steps.entries()) {
    const ticket = tickets[at] as Talked;
    const words = `${kind} ${index}`;
    if (kind === 'merge') {
      await merging.merge((tickets[into] as Talked).number, [ticket.number], { allowDifferentRequesters: true });
    } else if (kind === 'unmerge') await merging.unmerge(ticket.number);
    else if (kind === 'reply') await talk.reply(ticket, words, { holdSeconds: 0 });
    else if (kind === 'answer') await talk.answer(ticket, words);
    else if (kind === 'note') await talk.note(ticket, words);
    else await talk.change(ticket, { status });
  }
}

async function unmergeAll(tickets: readonly Talked[]): Promise<void> {
  for (const { number } of tickets) await merging.unmerge(number);
}

const database = () => Reflect.get(desk.services.requests, 'dataSource') as DataSource;

/** By the rows alone: what each ticket shows of its group. */
const recount = `
  select ticket.number, ticket.reply_count as "replyCount", ticket.merged_into as "mergedInto",
    (select count(*)::int from reply where ticket_number = any(members.all)) as replies,
    ticket.latest_words as "latestWords",
    (select left(body, 1000) from reply where ticket_number = any(members.all) order by id desc limit 1) as latest,
    (select count(*)::int from ticket as other where other.number = ticket.merged_into and other.merged_into is not null) as chained,
    array(
      select id::text from ticket_event
      where ticket_number = any(members.all) and type in ('created', 'changed', 'replied', 'noted')
        and (ticket_number = ticket.number or field is distinct from 'merged_into')
      order by ticket_event.id) as entries
  from ticket
  cross join lateral (
    select array_agg(number) as all from ticket as one where one.number = ticket.number or one.merged_into = ticket.number
  ) as members
  where ticket.number = any($1) order by ticket.number`;

/** What the trail says of where each ticket points. */
const pointers = `
  select distinct on (ticket_number) ticket_number as number, to_value::int as "mergedInto" from ticket_event
  where ticket_number = any($1) and field = 'merged_into' order by ticket_number, id desc`;

async function expectRecount(tickets: readonly Talked[]): Promise<void> {
  const numbers = tickets.map(({ number }) => number);
  type Row = Record<'number' | 'replyCount' | 'replies' | 'chained', number> & {
    mergedInto: number | null;
    latestWords: string | null;
    latest: string | null;
    entries: string[];
  };
  const rows = await database().query<Row[]>(recount, [numbers]);
  for (const row of rows) {
    expect(row).toMatchObject({ replyCount: row.replies, latestWords: row.latest, chained: 0 });
    expect(await walked(row.number, 'forward')).toEqual(row.entries);
    expect(await walked(row.number, 'back')).toEqual(row.entries);
  }
  const told = await database().query<{ number: number; mergedInto: number | null }[]>(pointers, [numbers]);
  const byTrail = new Map(told.map(({ number, mergedInto }) => [number, mergedInto]));
  expect(rows.map(({ mergedInto }) => mergedInto)).toEqual(numbers.map((number) => byTrail.get(number) ?? null));
  expect(await verifyStats(database(), { repair: false })).toEqual([]);
  const { numbers: listed, count } = await merging.list();
  expect(count).toBe((await database().query<unknown[]>('select from ticket where merged_into is null')).length);
  const standing = rows.filter(({ mergedInto }) => mergedInto === null).map(({ number }) => number);
  expect(listed.filter((number) => numbers.includes(number)).toSorted((a, b) => a - b)).toEqual(standing);
}

/** The entries of a timeline by their rows in the trail, three at a time; their count must agree. */
async function walked(number: number, way: 'forward' | 'back'): Promise<string[]> {
  const forward = way === 'forward';
  const pages: string[][] = [];
  type Timeline = {
    totalCount: number;
    edges: { cursor: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
  };
  for (let cursor: string | null = null; ; ) {
    const at: string = cursor === null ? '' : `, ${forward ? 'after' : 'before'}: "${cursor}"`;
    const { timeline } = (await talk.facts(
      { number, id: '' },
      `timeline(${forward ? 'first' : 'last'}: 3${at}) { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage } }`,
    )) as { timeline: Timeline };
    pages.push(timeline.edges.map((edge) => Buffer.from(edge.cursor, 'base64url').toString()));
    const more = forward ? timeline.pageInfo.hasNextPage : timeline.pageInfo.hasPreviousPage;
    cursor = (forward ? timeline.edges.at(-1) : timeline.edges[0])?.cursor ?? null;
    if (more && cursor !== null) continue;
    const all = (forward ? pages : pages.toReversed()).flat();
    expect(timeline.totalCount).toBe(all.length);
    return all;
  }
}

/** All that a ticket is, but for what must tell of a change. */
const everything = `
  select to_jsonb(ticket) - '{version,updated_at}'::text[] as ticket,
    array(select id from reply where ticket_number = number order by id) as replies,
    array(select id from ticket_event where ticket_number = number
      and field is distinct from 'merged_into' and field is distinct from 'merged_ticket' order by id) as entries
  from ticket where number = any($1) order by number`;

const snapshot = (tickets: readonly Talked[]) =>
  database().query<object[]>(everything, [tickets.map(({ number }) => number)]);

test('whatever is merged, taken apart and said in whatever order, trail, timelines, lists and statistics are what a recount gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(...talking), { maxLength: 6 }),
      fc.array(fc.oneof(...pointing), { maxLength: 6 }),
      fc.array(fc.oneof(...pointing, ...talking), { minLength: 4, maxLength: 14 }),
      async (words, merges, mixed) => {
        const same = { name: 'Mia', email: 'mia@example.org' };
        const tickets = [await talk.submit(same), await talk.submit(same), await talk.submit(), await talk.submit({})];
        await run(tickets, words);
        const before = await snapshot(tickets);
        await run(tickets, merges);
        await expectRecount(tickets);
        await unmergeAll(tickets);
        expect(await snapshot(tickets)).toEqual(before);
        await run(tickets, mixed);
        await expectRecount(tickets);
        await unmergeAll(tickets);
        await expectRecount(tickets);
      },
    ),
    { numRuns: 12, interruptAfterTimeLimit: 90_000 },
  );
}, 150_000);
