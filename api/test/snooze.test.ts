import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';

/** A ticket that rests is out of the unfinished views until a time or an answer, and comes back by itself. */
let desk: TestDesk;
let people: Conversing;
beforeAll(async () => {
  desk = await startDesk();
  people = startConversation(desk);
});
afterAll(() => desk.close());

type Refusal = { code: string; path: string[]; message: string };
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const rest = (ticket: Talked) => people.facts(ticket, 'isSnoozed snoozedUntil');

async function update({ id }: Talked, changes: object): Promise<Refusal[]> {
  const query = `mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { userErrors { code path message } } }`;
  type Answer = { updateTicket: { userErrors: Refusal[] } };
  return (await desk.graphql<Answer>(query, { input: { id, ...changes } })).data.updateTicket.userErrors;
}

async function list(filter: object): Promise<{ count: number; numbers: number[] }> {
  const query = `query ($filter: TicketFilter) { tickets(filter: $filter, first: 100) { totalCount edges { node { number } } } }`;
  type Answer = { tickets: { totalCount: number; edges: { node: { number: number } }[] } };
  const { tickets } = (await desk.graphql<Answer>(query, { filter })).data;
  return { count: tickets.totalCount, numbers: tickets.edges.map(({ node }) => node.number) };
}

/** The steps of the snooze in the trail, oldest first. */
async function trail(ticket: Talked) {
  type Event = { field: string | null; from: string | null; to: string | null; source: string };
  const { events } = (await people.facts(ticket, 'events(first: 50) { edges { node { field from to source } } }')) as {
    events: { edges: { node: Event }[] };
  };
  return events.edges
    .map(({ node }) => node)
    .filter(({ field }) => field === 'snooze')
    .reverse();
}

test('a snoozed ticket says when it returns, and the trail tells of both ends', async () => {
  const ticket = await people.submit();
  const until = hours(3);
  expect(await update(ticket, { snoozedUntil: until })).toEqual([]);
  expect(await rest(ticket)).toEqual({ isSnoozed: true, snoozedUntil: until });
  expect(await update(ticket, { snoozedUntil: null })).toEqual([]);
  expect(await rest(ticket)).toEqual({ isSnoozed: false, snoozedUntil: null });
  expect(await trail(ticket)).toEqual([
    { field: 'snooze', from: null, to: until, source: 'WEB' },
    { field: 'snooze', from: until, to: null, source: 'WEB' },
  ]);
});

test('only an answer ends a snooze without a time, and a word of the team does not', async () => {
  const ticket = await people.submit();
  await update(ticket, { snoozeUntilAnswer: true });
  expect(await rest(ticket)).toEqual({ isSnoozed: true, snoozedUntil: null });
  await people.reply(ticket, 'Which browser is it?');
  expect(await rest(ticket)).toMatchObject({ isSnoozed: true });
  await people.answer(ticket, 'The one with the fox.');
  expect(await rest(ticket)).toMatchObject({ isSnoozed: false });
  expect((await trail(ticket)).map(({ from, to }) => [from, to])).toEqual([
    [null, 'answer'],
    ['answer', null],
  ]);
});

test('an answer ends a snooze with a time too', async () => {
  const ticket = await people.submit();
  await update(ticket, { snoozedUntil: hours(48), snoozeUntilAnswer: true });
  expect(await rest(ticket)).toMatchObject({ isSnoozed: true, snoozedUntil: expect.any(String) });
  await people.answer(ticket, 'It is urgent by now.');
  expect(await rest(ticket)).toMatchObject({ isSnoozed: false });
});

test('the desk brings a ticket back when its time has come', async () => {
  const ticket = await people.submit();
  await update(ticket, { snoozedUntil: new Date(Date.now() + 700).toISOString() });
  await eventually(async () => (await rest(ticket)).isSnoozed === false);
  expect((await trail(ticket)).at(-1)).toMatchObject({ to: null, source: 'SYSTEM' });
});

test('finishing a ticket ends its snooze, and a finished one cannot be snoozed', async () => {
  const ticket = await people.submit();
  await update(ticket, { snoozedUntil: hours(1) });
  await update(ticket, { status: 'RESOLVED' });
  expect(await rest(ticket)).toMatchObject({ isSnoozed: false });
  expect(await update(ticket, { snoozedUntil: hours(1) })).toMatchObject([
    { code: 'INVALID_INPUT', path: ['snoozedUntil'] },
  ]);
  expect(await update(ticket, { snoozedUntil: hours(1), status: 'OPEN' })).toEqual([]);
  expect(await rest(ticket)).toMatchObject({ isSnoozed: true });
});

test('a time that has passed is refused', async () => {
  const ticket = await people.submit();
  expect(await update(ticket, { snoozedUntil: hours(-1) })).toMatchObject([
    { code: 'INVALID_INPUT', path: ['snoozedUntil'] },
  ]);
});

test('many are snoozed at once; those that are finished stay as they are', async () => {
  const tickets = await Promise.all([people.submit(), people.submit()]);
  const [, finished] = tickets;
  await update(finished as Talked, { status: 'CLOSED' });
  const query = `mutation ($input: UpdateTicketsInput!) { updateTickets(input: $input) {
    results { ticket { isSnoozed version } } userErrors { code } } }`;
  const input = { ids: tickets.map(({ id }) => id), snoozedUntil: hours(2) };
  expect((await desk.graphql(query, { input })).data).toEqual({
    updateTickets: {
      results: [{ ticket: { isSnoozed: true, version: 2 } }, { ticket: { isSnoozed: false, version: 2 } }],
      userErrors: [],
    },
  });
});

test('counts with and without what rests are exact, whatever else is asked for', async () => {
  const changes = [
    { snoozedUntil: hours(1) },
    { snoozeUntilAnswer: true },
    { snoozedUntil: null, priority: 'HIGH' },
    { status: 'RESOLVED' },
    { status: 'IN_PROGRESS', snoozedUntil: hours(5) },
    { category: 'BILLING' },
  ];
  const tickets = await Promise.all(Array.from({ length: 12 }, () => people.submit()));
  for (const [index, ticket] of tickets.entries()) {
    for (const step of [index, index * 5 + 1, index * 7 + 3])
      await update(ticket, changes[step % changes.length] ?? {});
  }
  for (const more of [
    {},
    { status: ['OPEN', 'IN_PROGRESS'] },
    { status: ['OPEN'], priority: ['LOW'] },
    { category: ['BILLING'] },
    { search: 'white' },
  ]) {
    const [all, resting, awake] = await Promise.all([
      list(more),
      list({ ...more, snoozed: true }),
      list({ ...more, snoozed: false }),
    ]);
    for (const { count, numbers } of [all, resting, awake]) expect(count).toBe(numbers.length);
    expect([...resting.numbers, ...awake.numbers].sort()).toEqual([...all.numbers].sort());
  }
  expect((await list({ snoozed: true })).count).toBeGreaterThan(3);
});
