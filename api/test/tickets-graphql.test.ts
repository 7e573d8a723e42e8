import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

type Ticket = { id: string; number: number; version: number };

async function create(fields: object = {}): Promise<Ticket> {
  const { data } = await desk.graphql<{ createTicket: { ticket: Ticket } }>(
    'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id number version } } }',
    { input: { title: 'Printer', description: 'It smokes.', ...fields } },
  );
  return data.createTicket.ticket;
}

describe('a ticket in the graph', () => {
  test('is refetched by its id, and unknown or malformed ids are null', async () => {
    const { id, number } = await create();
    const { data } = await desk.graphql(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Ticket { number } } }',
      {
        ids: [
          id,
          'nonsense',
          Buffer.from('Ticket:999999').toString('base64url'),
          Buffer.from('Query:1').toString('base64url'),
        ],
      },
    );
    expect(data).toEqual({ nodes: [{ __typename: 'Ticket', id, number }, null, null, null] });
  });

  test('is changed by exactly one of fifty updates that expect the same version', async () => {
    const { id } = await create();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        desk.graphql<{ updateTicket: { userErrors: { code: string }[]; ticket: { version: number } } }>(
          'mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { version } userErrors { code } } }',
          { input: { id, title: `Title ${index}`, expectedVersion: 1 } },
        ),
      ),
    );
    const codes = answers.flatMap(({ data }) => data.updateTicket.userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array(49).fill('CONFLICT'));
    expect(new Set(answers.map(({ data }) => data.updateTicket.ticket.version))).toEqual(new Set([2]));
  });

  test('reports every fault of an input with its path, and changes nothing', async () => {
    const { data } = await desk.graphql(
      'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } userErrors { code path } } }',
      { input: { title: '  ', description: 'a\0' } },
    );
    expect(data).toEqual({
      createTicket: {
        ticket: null,
        userErrors: [
          { code: 'INVALID_INPUT', path: ['title'] },
          { code: 'INVALID_INPUT', path: ['description'] },
        ],
      },
    });
  });

  test('keeps resolvedAt from resolved to closed and loses it when reopened', async () => {
    const { id } = await create();
    const setStatus = async (status: string) => {
      const { data } = await desk.graphql<{ updateTicket: { ticket: { resolvedAt: string | null } } }>(
        'mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { resolvedAt } } }',
        { input: { id, status } },
      );
      return data.updateTicket.ticket.resolvedAt;
    };
    const resolvedAt = await setStatus('RESOLVED');
    expect(resolvedAt).toEqual(expect.any(String));
    expect(await setStatus('CLOSED')).toBe(resolvedAt);
    expect(await setStatus('OPEN')).toBeNull();
  });

  test('leaves a trail that outlives it and never copies its texts', async () => {
    const { id, number } = await create();
    await desk.graphql('mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { id } } }', {
      input: { id, title: 'Secret', status: 'IN_PROGRESS' },
    });
    await desk.graphql('mutation ($id: ID!) { deleteTicket(input: { id: $id }) { deletedTicketId } }', { id });
    const { data } = await desk.graphql(
      'query ($number: Int!) { events(ticketNumber: $number) { edges { node { type field from to source ticket { id } } } } }',
      { number },
    );
    const event = (fields: object) => ({
      node: { field: null, from: null, to: null, source: 'WEB', ticket: null, ...fields },
    });
    expect(data).toEqual({
      events: {
        edges: [
          event({ type: 'DELETED' }),
          event({ type: 'CHANGED', field: 'status', from: 'open', to: 'in_progress' }),
          event({ type: 'CHANGED', field: 'title' }),
          event({ type: 'CREATED' }),
        ],
      },
    });
  });
});

describe('many tickets at once', () => {
  test('are changed and deleted with a result per id', async () => {
    const [one, two] = [await create(), await create()];
    const ids = [one.id, 'nonsense', two.id];
    const updated = await desk.graphql(
      'mutation ($ids: [ID!]!) { updateTickets(input: { ids: $ids, priority: HIGH }) { results { ticket { priority } userErrors { code path } } } }',
      { ids },
    );
    const missing = { ticket: null, userErrors: [{ code: 'NOT_FOUND', path: ['ids', '1'] }] };
    const changed = { ticket: { priority: 'HIGH' }, userErrors: [] };
    expect(updated.data).toEqual({ updateTickets: { results: [changed, missing, changed] } });
    const emptied = await desk.graphql(
      'mutation ($ids: [ID!]!) { updateTickets(input: { ids: $ids, status: null }) { results { id } userErrors { code path } } }',
      { ids },
    );
    expect(emptied.data).toEqual({
      updateTickets: { results: [], userErrors: [{ code: 'INVALID_INPUT', path: ['status'] }] },
    });
    const deleted = await desk.graphql(
      'mutation ($ids: [ID!]!) { deleteTickets(input: { ids: $ids }) { deletedTicketIds } }',
      { ids },
    );
    expect(deleted.data).toEqual({ deleteTickets: { deletedTicketIds: [one.id, two.id] } });
  });

  test('are told of once where their ids are repeated, though each id has its result', async () => {
    const { id } = await create();
    const { data } = await desk.graphql(
      'mutation ($ids: [ID!]!) { deleteTickets(input: { ids: $ids }) { deletedTicketIds results { id deletedTicketId } } }',
      { ids: [id, id] },
    );
    const result = { id, deletedTicketId: id };
    expect(data).toEqual({ deleteTickets: { deletedTicketIds: [id], results: [result, result] } });
  });
});

describe('a connection', () => {
  type Page = {
    tickets: {
      edges: { node: { number: number } }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
      totalCount: number;
    };
  };
  const page = async (args: object) =>
    (
      await desk.graphql<Page>(
        `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: TicketOrder) {
          tickets(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: { search: "walked" }) {
            edges { node { number } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`,
        args,
      )
    ).data.tickets;

  test.each([
    { field: 'CREATED_AT', direction: 'DESC' },
    { field: 'UPDATED_AT', direction: 'ASC' },
    { field: 'PRIORITY', direction: 'DESC' },
  ])('is walked both ways by $field $direction without repeating or skipping, while others come', async (orderBy) => {
    for (const priority of ['LOW', 'CRITICAL', 'LOW', 'HIGH', 'LOW']) await create({ title: 'Walked', priority });
    const before = (await page({ first: 100, orderBy })).edges.map(({ node }) => node.number);

    const forwards: number[] = [];
    let after: string | null = null;
    for (let isMore = true; isMore; ) {
      const next = await page({ first: 2, after, orderBy });
      expect(next.pageInfo.hasPreviousPage).toBe(after !== null);
      forwards.push(...next.edges.map(({ node }) => node.number));
      ({ hasNextPage: isMore, endCursor: after } = next.pageInfo);
      if (forwards.length === 2) await create({ title: 'Walked', priority: 'MEDIUM' });
    }
    expect(forwards.filter((number) => before.includes(number))).toEqual(before);
    expect(new Set(forwards).size).toBe(forwards.length);

    const backwards: number[] = [];
    let start: string | null = null;
    for (let isMore = true; isMore; ) {
      const previous = await page({ last: 2, before: start, orderBy });
      expect(previous.pageInfo.hasNextPage).toBe(start !== null);
      backwards.unshift(...previous.edges.map(({ node }) => node.number));
      ({ hasPreviousPage: isMore, startCursor: start } = previous.pageInfo);
    }
    expect(backwards.filter((number) => before.includes(number))).toEqual(before);
  });

  test.each([
    ['first', { first: -1 }],
    ['last', { last: 101 }],
    ['after', { after: 'garbage' }],
    ['before', { before: Buffer.from('1:low').toString('base64url') }],
  ])('refuses a bad %s by name', async (argument, args) => {
    const { errors } = await desk.graphql(
      'query ($first: Int, $last: Int, $after: String, $before: String) { tickets(first: $first, last: $last, after: $after, before: $before) { totalCount } }',
      args,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  test.each(['first', 'last'])('a page of none is legal, and its facts are true (%s)', async (size) => {
    const { data } = await desk.graphql<{ tickets: object }>(
      `{ tickets(${size}: 0, after: "", before: "") { edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );
    const isForward = size === 'first';
    const pageInfo = { hasNextPage: isForward, hasPreviousPage: !isForward, startCursor: null, endCursor: null };
    expect(data.tickets).toEqual({ edges: [], pageInfo });
  });

  test('parameters that are there and empty mean none', async () => {
    const query = '{ __typename }';
    const json = { 'content-type': 'application/json', 'x-apollo-operation-name': 'any' };
    const empty = new URLSearchParams({ query, variables: '', operationName: '', extensions: '' });
    const got = await fetch(`${desk.url}/graphql?${empty}`, { headers: json });
    expect(await got.json()).toMatchObject({ data: { __typename: 'Query' } });
    const body = JSON.stringify({ query, operationName: '', variables: '', extensions: '' });
    const posted = await fetch(`${desk.url}/graphql`, { method: 'POST', headers: json, body });
    expect(await posted.json()).toMatchObject({ data: { __typename: 'Query' } });
  });
});

test('samples are added once, while the desk is empty', async () => {
  const empty = await startDesk();
  try {
    const add = () =>
      empty.graphql('mutation { addSampleTickets(input: { count: 50 }) { createdCount userErrors { code path } } }');
    expect((await add()).data).toEqual({ addSampleTickets: { createdCount: 50, userErrors: [] } });
    expect((await add()).data).toEqual({
      addSampleTickets: { createdCount: 0, userErrors: [{ code: 'NOT_ALLOWED', path: [] }] },
    });
    const { data } = await empty.graphql<{ ticketStats: { totalCount: number; perDay: unknown[] } }>(
      '{ ticketStats(days: 7, timeZone: "Europe/Berlin") { totalCount perDay { date } } }',
    );
    expect(data.ticketStats).toMatchObject({ totalCount: 50 });
    expect(data.ticketStats.perDay).toHaveLength(7);
  } finally {
    await empty.close();
  }
});
