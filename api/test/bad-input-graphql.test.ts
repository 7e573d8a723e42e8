import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

type Refusal = { errors: { message: string; extensions: Record<string, unknown> }[]; data?: unknown };
type UserError = { code: string; path: string[]; message: string };

const internal = /\bat .+:\d+:\d+|node_modules|call stack|INTERNAL_SERVER_ERROR|[a-z]Error:/;
const post = (body: unknown, headers: Record<string, string> = {}) =>
  desk.rest<Refusal>('POST', '/graphql', body, { 'content-type': 'application/json', ...headers });

/** After anything refused, the desk holds what it held before and still answers. */
async function expectNothingWritten(): Promise<void> {
  const { data } = await desk.graphql<{ ticketStats: { totalCount: number } }>('{ ticketStats { totalCount } }');
  expect(data.ticketStats.totalCount).toBe(0);
}

describe('a body that is no GraphQL request is refused with a sentence, where', () => {
  const stats = '{ ticketStats { totalCount } }';
  const unknown = Array.from({ length: 1_000 }, (_, index) => `f${index} `).join('');
  const deep = (open: string, close: string, levels = 100_000) => open.repeat(levels) + close.repeat(levels);
  const type = (value: string) => ({ 'content-type': value });
  const refusals: [why: string, body: unknown, headers: Record<string, string>, status: number, says: RegExp][] = [
    ['it is no JSON', '{"query":', {}, 400, /JSON/],
    ['it is empty', '', {}, 400, /body missing/],
    ['it is a list', '[]', {}, 400, /batching/],
    ['it is a number', '7', {}, 400, /JSON object/],
    ['it is null', 'null', {}, 400, /JSON object/],
    ['it is a list 100,000 levels deep', deep('[', ']'), {}, 400, /batching/],
    ['the query is missing', { variables: {} }, {}, 400, /query/],
    ['the query is a number', { query: 7 }, {}, 400, /strings/],
    ['the query is nested 20,000 levels deep', { query: deep('{a', '}', 20_000) }, {}, 400, /too deeply/],
    ['a list is nested 20,000 levels deep', { query: `{nodes(ids:${deep('[', ']', 20_000)})}` }, {}, 400, /too deeply/],
    ['the query has a NUL', { query: '{ \0 }' }, {}, 400, /U\+0000/],
    ['it asks for a thousand unknown fields', { query: `{ ${unknown} }` }, {}, 400, /Cannot query field "f0"/],
    ['it subscribes', { query: 'subscription { ticketChanges { kind } }' }, {}, 400, /come over a WebSocket/],
    ['the variables are a list', { query: stats, variables: [] }, {}, 400, /variables/],
    ['the variables are text', { query: stats, variables: '{}' }, {}, 400, /variables/],
    ['the operation is unknown', { query: stats, operationName: 'Other' }, {}, 400, /Other/],
    ['the operation is a number', { query: stats, operationName: 5 }, {}, 400, /operationName/],
    [
      'a persisted query is not the one of its hash',
      { query: stats, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
      {},
      400,
      /sha/,
    ],
    [
      'a persisted query has an unknown version',
      { extensions: { persistedQuery: { version: 9, sha256Hash: 'x' } } },
      {},
      400,
      /version/,
    ],
    ['it is of 10 MB', { query: 'x'.repeat(10_000_000) }, {}, 413, /too large/],
    ['it is text', stats, type('text/plain'), 415, /text\/plain/],
    ['it is XML', '<query/>', type('application/xml'), 415, /application\/xml/],
    ['it is a form', `query=${stats}`, type('application/x-www-form-urlencoded'), 415, /urlencoded/],
    ['it is a broken multipart form', '--b', type('multipart/form-data; boundary=b'), 415, /multipart/],
    ['its type is none', '{}', type('a b;;'), 415, /media type/],
  ];

  test.each(refusals)('%s', async (_why, body, headers, status, says) => {
    const refused = await post(body, headers);
    expect(refused.status === 200 ? 400 : refused.status).toBe(status);
    expect(refused.body.errors[0]?.message).toMatch(says);
    expect(refused.body.errors[0]?.extensions.code).toEqual(expect.any(String));
    expect(JSON.stringify(refused.body)).not.toMatch(internal);
    expect(JSON.stringify(refused.body).length).toBeLessThan(5_000);
    await expectNothingWritten();
  });

  test('unless what is odd is of no account', async () => {
    const company = Array.from({ length: 1_000 }, (_, index) => `"f${index}":${index}`).join(',');
    const nested = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    for (const body of [
      `{${company},"__proto__":{"query":"no"},"query":"${stats}"}`,
      `{"query":"${stats}","variables":${nested}}`,
    ]) {
      expect(await post(body)).toMatchObject({ status: 200, body: { data: { ticketStats: { totalCount: 0 } } } });
    }
  });
});

describe('an argument is refused by its name, where', () => {
  const list = (argument: string) => `{ tickets(${argument}) { edges { cursor } totalCount } }`;
  const cursor = (text: string) => Buffer.from(text).toString('base64url');
  test.each([
    ['a cursor is garbage', list('after: "garbage"'), 'after'],
    ['a cursor is of another list', list(`after: "${cursor('5')}"`), 'after'],
    ['a cursor is of a day that there is not', list(`after: "${cursor('5:2026-02-30T00:00:00.000Z')}"`), 'after'],
    ['a cursor is beyond all numbers', list(`after: "${cursor('99999999999:2026-02-20T00:00:00.000Z')}"`), 'after'],
    ['a page is less than empty', list('first: -1'), 'first'],
    ['a page is too large', list('last: 101'), 'last'],
    ['a page has two sizes', list('first: 1, last: 1'), 'first'],
    ['a search has a NUL', list('filter: { search: "a\\u0000" }'), 'search'],
    ['a window has no days', '{ ticketStats(days: 0) { perDay { created } } }', 'days'],
    ['a time zone is unknown', '{ ticketStats(timeZone: "Nowhere/Else") { perDay { created } } }', 'timeZone'],
    ['a time zone is an offset of no clock', '{ ticketStats(timeZone: "+25:00") { perDay { created } } }', 'timeZone'],
    ['a time zone is half an offset', '{ ticketStats(timeZone: "GMT+") { period { created } } }', 'timeZone'],
    ['a search is too long', list(`filter: { search: "${'word '.repeat(201)}" }`), 'search'],
    ['a trail has a bad cursor', '{ events(after: "x") { edges { cursor } } }', 'after'],
  ])('%s', async (_why, query, argument) => {
    const { errors } = await desk.graphql(query);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(errors?.[0]?.message).toContain(`\`${argument}\``);
  });

  test('a search has half a surrogate pair', async () => {
    const query = 'query ($search: String) { tickets(filter: { search: $search }) { edges { cursor } } }';
    const { errors } = await desk.graphql(query, { search: 'a\ud800' });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'search' } });
  });

  test.each(['2026-02-30T00:00:00Z', '2026-02-19', '0000-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', 'now', ''])(
    'an instant is %j',
    async (from) => {
      const query = 'query ($from: DateTime) { tickets(filter: { createdAt: { from: $from } }) { totalCount } }';
      const { errors } = await desk.graphql(query, { from });
      expect(errors?.[0]?.message).toMatch(/ISO 8601/);
      expect(errors?.[0]?.message).toContain('from');
    },
  );

  test('an instant of the document itself is told with its place', async () => {
    const { errors } = await desk.graphql('{ tickets(filter: { createdAt: { from: "now" } }) { totalCount } }');
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^Found "now"\. .*ISO 8601/),
      locations: [{ line: 1 }],
    });
  });

  test('nothing is known by an id that is garbage', async () => {
    const ids = ['', 'x', '\u0000', 'VGlja2V0Oi0x', 'VGlja2V0Ojk5OTk5OTk5OTk5', 'x'.repeat(10_000)];
    const query = 'query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id } node(id: $id) { id } }';
    for (const id of ids) {
      const { data, errors } = await desk.graphql(query, { ids, id });
      expect([errors, data]).toEqual([undefined, { nodes: ids.map(() => null), node: null }]);
    }
  });
});

describe('a create is refused in its payload, with the path, where', () => {
  const mutation =
    'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id } userErrors { code path message } } }';
  const good = { title: 'Printer', description: 'It smokes.' };
  test.each<[string, object, string, string]>([
    ['a text is blank', { title: ' \u3000\u00a0' }, 'title', 'This field may not be blank.'],
    ['a text is empty', { description: '' }, 'description', 'This field may not be blank.'],
    ['a title is too long', { title: 'é'.repeat(201) }, 'title', 'Ensure this field has no more than 200 characters.'],
    [
      'a description is too long',
      { description: '🔥'.repeat(100_001) },
      'description',
      'Ensure this field has no more than 100000 characters.',
    ],
    ['a surrogate is alone', { title: 'a\udfff' }, 'title', 'Not a valid string.'],
    ['a text has a NUL', { description: 'a\0b' }, 'description', 'Null characters are not allowed.'],
    ['a key is empty', { idempotencyKey: '' }, 'idempotencyKey', 'An idempotency key has 1 to 255 characters.'],
    ['a key has a NUL', { idempotencyKey: '\0' }, 'idempotencyKey', 'An idempotency key has 1 to 255 characters.'],
  ])('%s', async (_why, fields, path, message) => {
    const { data, errors } = await desk.graphql<{ createTicket: { ticket: null; userErrors: UserError[] } }>(mutation, {
      input: { ...good, ...fields },
    });
    expect(errors).toBeUndefined();
    expect(data.createTicket).toEqual({ ticket: null, userErrors: [{ code: 'INVALID_INPUT', path: [path], message }] });
    await expectNothingWritten();
  });

  test.each<[string, object, RegExp]>([
    ['a field is missing', { title: 'a' }, /description/],
    ['a field is null', { ...good, title: null }, /title/],
    ['a text is a list', { ...good, title: ['a'] }, /title/],
    ['a choice is unknown', { ...good, category: 'Billing' }, /category/],
    [
      'a thousand fields are unknown',
      Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`f${i}`, i])),
      /"\w+"/,
    ],
    ['a text is nested deeply', { ...good, title: 'NESTED' }, /title/],
  ])('the schema does not know it: %s', async (_why, input, names) => {
    const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const request = JSON.stringify({ query: mutation, variables: { input } }).replace('"NESTED"', nested);
    // Three times: the first runs on graphql-js, the others as compiled functions.
    for (let attempt = 0; attempt < 3; attempt++) {
      const { body } = await post(request);
      expect(body.errors[0]?.message).toMatch(names);
      expect(JSON.stringify(body)).not.toMatch(internal);
      expect(JSON.stringify(body).length).toBeLessThan(5_000);
    }
    await expectNothingWritten();
  });

  test('an id is garbage', async () => {
    for (const id of ['', 'x', '\0', 'VGlja2V0OjE=']) {
      const { data } = await desk.graphql<Record<string, { userErrors: UserError[] }>>(
        `mutation ($id: ID!) {
          updateTicket(input: { id: $id, title: "x" }) { userErrors { code path } }
          deleteTicket(input: { id: $id }) { userErrors { code path } }
        }`,
        { id },
      );
      for (const { userErrors } of Object.values(data))
        expect(userErrors).toEqual([{ code: 'NOT_FOUND', path: ['id'] }]);
    }
  });
});
