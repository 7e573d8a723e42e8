import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const json = { 'content-type': 'application/json' };
const strict = { ...json, accept: 'application/graphql-response+json' };

type Answer = {
  data?: unknown;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: { cost: { requested: number; limit: number } };
};
const ask = async (query: string, variables: object = {}) =>
  await desk.rest<Answer>('POST', '/graphql', { query, variables }, strict);

const deep = (levels: number): string =>
  levels === 0 ? 'number' : `events(first: 1) { edges { node { ticket { ${deep(levels - 1)} } } } }`;

describe('a document is refused before it runs, whoever sends it, where it', () => {
  test.each([
    ['repeats a field', `{ ticketStats { ${many(500, () => 'totalCount')} } }`, 'repeated fields'],
    ['has too many aliases', `{ ${many(51, (i) => `a${i}: ticketStats { totalCount }`)} }`, 'aliases'],
    [
      'hides aliases in fragments',
      `{ ...A ...A ...A ...A } fragment A on Query { ${many(20, (i) => `a${i}: ticketStats { totalCount }`)} }`,
      'aliases',
    ],
    ['has too many directives', `{ ticketStats { totalCount ${many(51, () => '@include(if: true)')} } }`, 'directives'],
    ['repeats a field a thousand times', `{ ticketStats { ${many(1001, () => 'totalCount')} } }`, 'fields'],
    ['is too deep', `{ tickets(first: 1) { edges { node { ${deep(5)} } } } }`, 'levels deep'],
    [
      'is deep through fragments',
      `{ tickets(first: 1) { edges { node { ...A } } } } fragment A on Ticket { events(first: 1) { edges { node { ticket { ...B } } } } } fragment B on Ticket { events(first: 1) { edges { node { ticket { ...C } } } } } fragment C on Ticket { events(first: 1) { edges { node { ticket { ${deep(2)} } } } } }`,
      'levels deep',
    ],
    [
      'spreads fragments exponentially',
      `{ ...F0 } ${many(20, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F20 on Query { ticketStats { totalCount } }`,
      'fields',
    ],
    ['spreads a fragment into itself', '{ ...A } fragment A on Query { ...A }', 'itself'],
    ['has too many tokens', `{ ticketStats { ${many(4001, () => 'totalCount')} } }`, 'token'],
    [
      'asks the schema in circles',
      `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
      'introspection',
    ],
  ])('%s', async (_what, query, word) => {
    const { status, body } = await ask(query);
    expect(status).toBe(400);
    expect(body.errors?.map(({ message }) => message.toLowerCase()).join(' ')).toContain(word);
    expect(body.errors?.length).toBeLessThanOrEqual(5);
    expect(body.data).toBeUndefined();
  });
});

describe('the cost of an answer', () => {
  test('is told with every answer: a node for each object, as many as a page can hold', async () => {
    const { body } = await ask(
      'query ($n: Int = 10) { tickets(first: $n) { edges { node { number events(first: 5) { edges { node { type } } } } } } ticketStats { totalCount } }',
    );
    expect(body.extensions?.cost).toEqual({ requested: 10 + 10 * 5 + 1, limit: 20_000 });
  });

  test('is refused when it is too high, with the costliest path and a page size that fits', async () => {
    const query =
      'query ($e: Int!) { tickets(first: 100) { edges { node { events(first: $e) { edges { node { ticket { events(first: 50) { edges { cursor } } } } } } } } } }';
    const { status, body } = await ask(query, { e: 100 });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      cost: {
        requested: 100 * (1 + 100 * (1 + 1 + 50)),
        costliest: 'tickets.edges.node.events.edges.node.ticket.events',
        remedy: { path: 'tickets.edges.node.events', first: 3 },
      },
    });
    expect((await ask(query, { e: 3 })).status).toBe(200);
  });
});

describe('the doors that attackers try', () => {
  const post = (body: unknown, headers: Record<string, string>) => desk.rest<Answer>('POST', '/graphql', body, headers);

  test('introspection is open, deliberately', async () => {
    expect((await ask(getIntrospectionQuery())).body.errors).toBeUndefined();
  });

  test('batches, urlencoded and plain posts are refused', async () => {
    const query = '{ ticketStats { totalCount } }';
    expect((await post([{ query }, { query }], strict)).status).toBeGreaterThanOrEqual(400);
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=b']) {
      expect(
        (await post(`query=${encodeURIComponent(query)}`, { 'content-type': type })).status,
      ).toBeGreaterThanOrEqual(400);
    }
  });

  test('a GET never mutates, and without a header of an own client reads nothing', async () => {
    const mutation = encodeURIComponent(
      'mutation { createTicket(input: { title: "a", description: "b" }) { ticket { id } } }',
    );
    const preflighted = { 'apollo-require-preflight': '1' };
    expect((await desk.rest('GET', `/graphql?query=${mutation}`, undefined, preflighted)).status).toBe(405);
    expect((await desk.rest('GET', '/graphql?query={ticketStats{totalCount}}')).status).toBe(400);
    expect(
      (await desk.rest<Answer>('GET', '/graphql?query={ticketStats{totalCount}}', undefined, preflighted)).body.data,
    ).toEqual({ ticketStats: { totalCount: 0 } });
  });

  test('methods other than GET and POST are refused, with those that are there', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const refused = await desk.rest<Answer>(method, '/graphql', { query: '{ ticketStats { totalCount } }' });
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
      expect(refused.body.errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    }
    const asked = await desk.rest('OPTIONS', '/graphql');
    expect([asked.status, asked.headers.get('allow')]).toEqual([200, 'GET, HEAD, POST, OPTIONS']);
  });

  test('a browser that opens /graphql is led to the explorer, and gets no answer to a query', async () => {
    const opened = (path: string) => fetch(desk.url + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
    const { status, headers } = await opened('/graphql');
    expect([status, headers.get('location')]).toEqual([302, '/graphiql']);
    expect((await opened('/graphql?query={__typename}')).status).toBe(400);
  });

  test('neither suggestions, nor stack traces, nor tracing, nor versions are told', async () => {
    const { body } = await ask('{ ticketStat { totalCount } }');
    expect(body.errors?.[0]?.message).not.toMatch(/did you mean/i);
    const choice = await ask(
      'query ($status: TicketStatus!) { tickets(filter: { status: [$status] }) { totalCount } }',
      {
        status: 'open',
      },
    );
    expect(choice.body.errors?.[0]?.message).toMatch(/does not exist in "TicketStatus" enum\.$/);
    const refused = await ask('{ tickets(first: -1) { totalCount } }');
    expect(JSON.stringify([body, refused.body])).not.toMatch(/stacktrace|node_modules|tracing/);
    expect(refused.headers.get('x-powered-by') ?? refused.headers.get('server')).toBeNull();
  });
});
