import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, withDataSource } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { databaseVariables, killServers, startServer } from './support/server-process.js';

const internal = /story|does not exist|select |node_modules|\.[jt]s\b|QueryFailed/;

/** A desk whose tables are not what its code expects, as after a careless hand in the database. */
let desk: TestDesk;
beforeAll(async () => {
  const database = await createTestDatabase();
  await withDataSource(database, (dataSource) =>
    dataSource.query('alter table ticket rename column description to story'),
  );
  desk = await startDesk({}, database);
});
afterAll(() => desk.close());

const good = { title: 'Printer', description: 'It smokes.', category: 'general', priority: 'low' };

test.each([
  ['GET', '/api/tickets/', undefined],
  ['GET', '/api/tickets/?limit=3', undefined],
  ['GET', '/api/tickets/1/', undefined],
  ['GET', '/api/tickets/export.csv', undefined],
  ['POST', '/api/tickets/', good],
  ['PATCH', '/api/tickets/1/', { title: 'x' }],
])('a failure of our own over REST is one sentence with the request id: %s %s', async (method, path, body) => {
  const answer = await desk.rest<{ detail: string }>(method, path, body);
  expect(answer.status).toBe(500);
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(answer.body).toEqual({ detail: expect.stringContaining(`${answer.headers.get('x-request-id')}`) });
  expect(answer.body.detail).not.toMatch(internal);
});

const page = '{ tickets(first: 1) { edges { node { title description } } } }';
const create =
  'mutation { createTicket(input: { title: "a", description: "b", category: GENERAL, priority: LOW }) { ticket { id } } }';

// Asked twice: the second time the operation is compiled, or read directly.
test.each([
  ['a query', page],
  ['a query again', page],
  ['a mutation', create],
])(
  'a failure of our own over GraphQL is one sentence, and its extensions tell the request id: %s',
  async (_, query) => {
    type Result = { errors: { message: string; extensions: object; path: string[] }[] };
    const { body, headers } = await desk.rest<Result>('POST', '/graphql', { query });
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0]).toMatchObject({ message: 'Something went wrong on our side.' });
    expect(body.errors[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: headers.get('x-request-id'),
    });
    expect(JSON.stringify(body)).not.toMatch(internal);
  },
);

test('what a caller got wrong, however often in one request, is not logged as a failure of ours', async () => {
  const database = await createTestDatabase();
  const server = await startServer({ ...databaseVariables(database.config), LOG_LEVEL: 'error' });
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const body = JSON.stringify({ query, variables: { ids: Array.from({ length: 100 }, () => ({})) } });
  // Twice: the second time the operation is compiled.
  for (let attempt = 0; attempt < 2; attempt++) {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    const { errors } = (await answer.json()) as { errors: { extensions: object }[] };
    expect(errors.map(({ extensions }) => extensions)).toEqual(Array(5).fill({ code: 'BAD_USER_INPUT' }));
  }
  expect(server.output.filter((line) => line.startsWith('{'))).toEqual([]);
  await killServers();
  await database.close();
});

test('a full disk is named in the log, through either door', async () => {
  const database = await createTestDatabase();
  await withDataSource(database, async (dataSource) => {
    await dataSource.query(`create function refuse() returns trigger language plpgsql as
      'begin raise exception ''could not extend file'' using errcode = ''53100''; end'`);
    await dataSource.query('create trigger full_disk before insert on ticket for each row execute function refuse()');
  });
  const server = await startServer({ ...databaseVariables(database.config), LOG_LEVEL: 'error' });
  const headers = { 'content-type': 'application/json' };
  const send = (path: string, body: object) =>
    fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect((await send('/api/tickets/', good)).status).toBe(503);
  expect(await (await send('/graphql', { query: create })).json()).toMatchObject({
    errors: [{ extensions: { code: 'UNAVAILABLE' } }],
  });
  server.child.kill('SIGTERM');
  await server.exited;
  const logged = server.output.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line).msg);
  const message = 'The database disk is full: nothing can be written until space is freed.';
  expect(logged).toEqual([message, message]);
  await database.close();
});
