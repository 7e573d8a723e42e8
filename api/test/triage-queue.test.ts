import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { ask, type Credentials, joinTeam } from './support/team.js';

/** What nobody of the team has looked at, and deciding about it in one step that can be taken back. */
let desk: TestDesk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

type Refusal = { code: string; path: string[] };
type Decided = {
  undoToken: string | null;
  ticket: Record<string, unknown> | null;
  next: { number: number } | null;
  userErrors: Refusal[];
};
type Made = { id: string; number: number };
const nobody: Credentials = {};

async function submit(given: object = {}, by = nobody): Promise<Made> {
  const input = { title: 'Charged twice', description: 'You charged me twice in May. Please refund it.', ...given };
  const query =
    'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { request { number } userErrors { message } } }';
  const { body } = await ask(desk, by, query, { input });
  const { number } = (body.data as { createTicket: { request: { number: number } } }).createTicket.request;
  return { number, id: Buffer.from(`Ticket:${number}`).toString('base64url') };
}

const shown = `category priority status isSnoozed assignee { handle } suggestion { category { outcome } priority { outcome } }`;

async function decide(input: object, by = nobody): Promise<Decided> {
  const query = `mutation ($input: TriageTicketInput!) { triageTicket(input: $input) {
    undoToken ticket { ${shown} version } next { number } userErrors { code path } } }`;
  const { body } = await ask(desk, by, query, { input });
  if (body.errors) throw new Error(body.errors[0]?.message);
  return (body.data as { triageTicket: Decided }).triageTicket;
}

async function undo(undoToken: string | null, by = nobody): Promise<{ ticket: object | null; userErrors: Refusal[] }> {
  const query = `mutation ($token: String!) { undoTriage(input: { undoToken: $token }) { ticket { ${shown} } userErrors { code path } } }`;
  const { body } = await ask(desk, by, query, { token: undoToken });
  if (body.errors) throw new Error(body.errors[0]?.message);
  return (body.data as { undoTriage: { ticket: object | null; userErrors: Refusal[] } }).undoTriage;
}

/** The numbers of the queue, and its count, which must agree. */
async function queue(by = nobody, filter: object = { needsTriage: true, snoozed: false }): Promise<number[]> {
  const query = `query ($filter: TicketFilter) { tickets(filter: $filter, first: 100, orderBy: { field: URGENCY, direction: ASC }) {
    totalCount edges { node { number } } } }`;
  const { body } = await ask(desk, by, query, { filter });
  const { tickets } = body.data as { tickets: { totalCount: number; edges: { node: { number: number } }[] } };
  const numbers = tickets.edges.map(({ node }) => node.number);
  expect(tickets.totalCount).toBe(numbers.length);
  return numbers;
}

test('the queue shows the most urgent first, of the same urgency the oldest, page by page', async () => {
  for (const priority of ['LOW', 'CRITICAL', 'MEDIUM', 'CRITICAL', 'HIGH', 'LOW'])
    await submit({ priority, category: 'BILLING' });
  expect(await queue()).toEqual([2, 4, 5, 3, 1, 6]);
  const pages: number[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query ($after: String) { tickets(filter: { needsTriage: true }, first: 2, after: $after,
      orderBy: { field: URGENCY, direction: ASC }) { edges { node { number } } pageInfo { hasNextPage endCursor } } }`;
    type Page = {
      tickets: { edges: { node: { number: number } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    const { tickets }: Page = (await desk.graphql<Page>(query, { after })).data;
    pages.push(...tickets.edges.map(({ node }) => node.number));
    if (!tickets.pageInfo.hasNextPage) break;
    after = tickets.pageInfo.endCursor;
  }
  expect(pages).toEqual([2, 4, 5, 3, 1, 6]);
});

test('a decision leaves the queue and names the next ticket', async () => {
  const [first, second] = [await submit({ priority: 'HIGH' }), await submit({ priority: 'LOW' })];
  const decided = await decide({ id: first.id, acceptSuggestion: true });
  expect(decided).toMatchObject({
    undoToken: expect.any(String),
    ticket: {
      category: 'BILLING',
      suggestion: { category: { outcome: 'CONFIRMED' }, priority: { outcome: 'CONFIRMED' } },
    },
    next: { number: second.number },
    userErrors: [],
  });
  expect(await queue()).toEqual([second.number]);
  expect((await decide({ id: second.id, acceptSuggestion: true })).next).toBeNull();
  expect(await queue()).toEqual([]);
});

test('another value overrides the suggestion, and what nobody touched stays unreviewed', async () => {
  const { id } = await submit();
  expect(await decide({ id, category: 'ACCOUNT' })).toMatchObject({
    ticket: { category: 'ACCOUNT', suggestion: { category: { outcome: 'OVERRIDDEN' }, priority: { outcome: 'KEPT' } } },
  });
});

test('choosing the value that is there already is a decision too', async () => {
  const { id } = await submit({ category: 'BILLING', priority: 'LOW' });
  expect((await decide({ id, category: 'BILLING' })).userErrors).toEqual([]);
  expect(await queue()).toEqual([]);
});

test('a snooze alone only puts the decision off', async () => {
  const { id, number } = await submit();
  expect(await decide({ id, snoozeUntil: new Date(Date.now() + 3_600_000).toISOString() })).toMatchObject({
    ticket: { isSnoozed: true },
  });
  expect(await queue()).toEqual([]);
  expect(await queue(nobody, { needsTriage: true })).toEqual([number]);
});

test('spam is closed and its requester blocked, until it is taken back', async () => {
  const { id, number } = await submit({ requester: { email: 'win@prizes.example' } });
  const blocked = async () => {
    const query = `{ ticket(number: ${number}) { status requester { blocked } } }`;
    return (await desk.graphql<{ ticket: object }>(query)).data.ticket;
  };
  const { undoToken, userErrors } = await decide({ id, spam: true });
  expect(userErrors).toEqual([]);
  expect(await blocked()).toEqual({ status: 'CLOSED', requester: { blocked: true } });
  expect(await queue()).toEqual([]);
  await undo(undoToken);
  expect(await blocked()).toEqual({ status: 'OPEN', requester: { blocked: false } });
  expect(await queue()).toEqual([number]);
});

test('a decision is taken back once, and not along with a later change', async () => {
  const { id, number } = await submit();
  const { undoToken } = await decide({ id, category: 'TECHNICAL' });
  expect(await undo(undoToken)).toMatchObject({
    ticket: { category: 'BILLING', suggestion: { category: { outcome: 'KEPT' } } },
    userErrors: [],
  });
  expect(await queue()).toEqual([number]);
  expect((await undo(undoToken)).userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['undoToken'] }]);
  const again = await decide({ id, category: 'ACCOUNT' });
  await desk.graphql('mutation ($id: ID!) { updateTicket(input: { id: $id, priority: CRITICAL }) { ticket { id } } }', {
    id,
  });
  expect(await undo(again.undoToken)).toMatchObject({
    ticket: { priority: 'CRITICAL', category: 'ACCOUNT' },
    userErrors: [{ code: 'CONFLICT' }],
  });
});

test.each([
  ['nothing at all', {}, 'INVALID_INPUT'],
  ['a time that has passed', { snoozeUntil: '2020-01-01T00:00:00Z' }, 'INVALID_INPUT'],
  ['a person who is not there', { assigneeId: 'VXNlcjo5OQ' }, 'INVALID_INPUT'],
  ['an earlier version', { acceptSuggestion: true, expectedVersion: 7 }, 'CONFLICT'],
  ['another ticket', { id: 'VGlja2V0Ojk5', acceptSuggestion: true }, 'NOT_FOUND'],
])('a decision about %s is refused and changes nothing', async (_, decision, code) => {
  const { id, number } = await submit();
  expect(await decide({ id, ...decision })).toMatchObject({ undoToken: null, next: null, userErrors: [{ code }] });
  expect(await queue()).toEqual([number]);
});

describe('what a person has looked at needs no triage', () => {
  test.each([
    ['a change', (id: string) => `updateTicket(input: { id: "${id}", priority: CRITICAL }) { ticket { id } }`],
    ['an answer', (id: string) => `addReply(input: { ticketId: "${id}", body: "We look into it." }) { reply { id } }`],
    ['a note', (id: string) => `addNote(input: { ticketId: "${id}", body: "Seen." }) { note { id } }`],
    ['its end', (id: string) => `updateTicket(input: { id: "${id}", status: CLOSED }) { ticket { id } }`],
  ])('after %s', async (_, mutation) => {
    const { id, number } = await submit();
    expect(await queue()).toEqual([number]);
    await desk.graphql(`mutation { ${mutation(id)} }`);
    expect(await queue()).toEqual([]);
  });

  test('words from outside and a new title settle nothing', async () => {
    const people = startConversation(desk);
    const talked = await people.submit();
    await people.answer(talked, 'Are you there?');
    await people.change(talked, { title: 'Cannot sign in since Monday' });
    expect(await queue()).toEqual([talked.number]);
  });

  test('of a member of the team who submits it, and of an import', async () => {
    const ava = await joinTeam(desk, 'ava@example.org', '--admin');
    await submit({}, ava);
    const stranger = await submit();
    await desk.rest('POST', '/api/tickets/import/', 'title,description\nOld,Long settled\n', {
      ...ava,
      'content-type': 'text/csv',
    });
    expect(await queue(ava)).toEqual([stranger.number]);
  });

  test('and only whoever decided takes it back; the trail names them', async () => {
    const [ava, ben] = [await joinTeam(desk, 'ava@example.org', '--admin'), await joinTeam(desk, 'ben@example.org')];
    const { id, number } = await submit();
    const me = ((await ask(desk, ava, '{ viewer { user { id } } }')).body.data as { viewer: { user: { id: string } } })
      .viewer.user.id;
    const { undoToken, ticket } = await decide({ id, category: 'ACCOUNT', assigneeId: me }, ava);
    expect(ticket).toMatchObject({ assignee: { handle: 'ava' } });
    expect((await undo(undoToken, ben)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await undo(undoToken, ava)).userErrors).toEqual([]);
    const { body } = await ask(
      desk,
      ava,
      `{ events(ticketNumber: ${number}, first: 20) { edges { node { field actor } } } }`,
    );
    const { events } = body.data as { events: { edges: { node: { field: string | null; actor: string | null } }[] } };
    const changes = events.edges.map(({ node }) => node).filter(({ field }) => field);
    expect(changes.map(({ field, actor }) => `${field} ${actor}`).sort()).toEqual([
      'assignee ava',
      'assignee ava',
      'category ava',
      'category ava',
    ]);
  });
});
