import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { FakeModelServer, failure } from './support/fake-model-server.js';
import { openConnection } from './support/raw-http.js';
import { databaseVariables, killServers, type ServerProcess, startServer } from './support/server-process.js';

const secrets = {
  title: 'Zebra stripes 4711',
  text: 'My passphrase is heliotrope-umbrella.',
  key: 'idempotency-quokka-9',
  modelKey: 'sk-ocelot-0123456789',
};
const json = { 'content-type': 'application/json' };
const create = `mutation Submit($title: String!, $text: String!) {
  createTicket(input: { title: $title, description: $text, idempotencyKey: "${secrets.key}" }) { ticket { id } }
}`;

let database: TestDatabase;
let model: FakeModelServer;
beforeAll(async () => {
  database = await createTestDatabase();
  // A server that repeats what it was sent, key and all.
  model = await FakeModelServer.start(({ messages }) =>
    failure(401, `No access with ${model.credentials.at(-1)}: ${JSON.stringify(messages)}`),
  );
});
afterEach(killServers);
afterAll(async () => {
  await database.close();
  await model[Symbol.asyncDispose]();
});

/** A desk that logs everything an operator would see, and all that it logged until its end. */
async function startLoggingDesk() {
  const desk = await startServer({
    ...databaseVariables(database.config),
    LOG_LEVEL: 'info',
    LLM_PROVIDER: 'custom',
    LLM_BASE_URL: model.baseUrl,
    LLM_MODEL: 'fake-model',
    LLM_API_KEY: secrets.modelKey,
  });
  let log = '';
  desk.child.stdout?.on('data', (chunk) => {
    log += chunk;
  });
  desk.child.stdout?.resume();
  return {
    desk,
    async linesUntilEnd(): Promise<Record<string, unknown>[]> {
      desk.child.kill('SIGTERM');
      await desk.exited;
      return log
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    },
  };
}

/** Whatever a caller may send, well-formed or not. */
async function sendSecrets({ url }: ServerProcess): Promise<void> {
  const { title, text, key } = secrets;
  const post = (path: string, body: string, headers: Record<string, string> = json) =>
    fetch(url + path, { method: 'POST', headers: { ...headers, 'idempotency-key': key }, body });
  const ticket = JSON.stringify({ title, description: text });
  await post('/api/tickets/', ticket);
  await post('/api/tickets/', `${ticket.slice(0, -1)},,`);
  await post('/api/tickets/', `title=${title}&description=${text}`, {});
  await post('/api/tickets/classify/', ticket);
  await post('/api/tickets/import/', `${ticket}\n{"title":"${title}"}\n`, { 'content-type': 'application/x-ndjson' });
  await post('/graphql', JSON.stringify({ query: create, variables: { title, text } }));
  await post('/graphql', JSON.stringify({ query: `{ tickets(filter: { search: "${text}" }) { totalCount, nope } }` }));
  await fetch(`${url}/api/tickets/1/`, { method: 'PATCH', headers: json, body: ticket });
  await fetch(`${url}/api/tickets/?search=${encodeURIComponent(text)}&limit=1`);
  await fetch(`${url}/api/nowhere?text=${encodeURIComponent(text)}`);
  const query = encodeURIComponent(`{ tickets(filter: { search: "${text}" }) { totalCount } }`);
  await fetch(`${url}/graphql?query=${query}`, { headers: { 'apollo-require-preflight': '1' } });
}

function expectNoSecret(lines: readonly unknown[]): void {
  const log = JSON.stringify(lines);
  for (const word of ['Zebra', '4711', 'heliotrope', 'passphrase', 'quokka', 'ocelot']) {
    expect(log).not.toContain(word);
  }
}

describe('the log', () => {
  test('has a line of JSON for each request: its id, its address without the query, its operation, its time', async () => {
    const { desk, linesUntilEnd } = await startLoggingDesk();
    const query = 'query Inbox { tickets(first: 1) { totalCount } }';
    const asked = await fetch(`${desk.url}/graphql`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query }),
    });
    const listed = await fetch(`${desk.url}/api/tickets/7/?search=nothing`);
    await fetch(`${desk.url}/healthz`);
    const requests = (await linesUntilEnd()).filter(({ status }) => status !== undefined);
    expect(requests).toEqual([
      expect.objectContaining({
        reqId: asked.headers.get('x-request-id'),
        method: 'POST',
        path: '/graphql',
        operation: 'Inbox',
        status: 200,
        ms: expect.any(Number),
      }),
      expect.objectContaining({ reqId: listed.headers.get('x-request-id'), path: '/api/tickets/7/', status: 404 }),
    ]);
  });

  test('has a line for a request whose client leaves', async () => {
    const { desk, linesUntilEnd } = await startLoggingDesk();
    const socket = await openConnection(desk.url);
    const head = 'POST /api/tickets/import/ HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/csv\r\ncontent-length: 9';
    await new Promise((written) => socket.write(`${head}\r\n\r\ntitle`, written));
    // Until it is read; then the client is gone.
    await fetch(`${desk.url}/healthz`);
    socket.resetAndDestroy();
    await fetch(`${desk.url}/healthz`);
    expect(await linesUntilEnd()).toContainEqual(
      expect.objectContaining({ path: '/api/tickets/import/', msg: expect.stringMatching(/client left/) }),
    );
  });

  test('never holds what a ticket says, what is searched for, or a key, whatever is sent', async () => {
    const { desk, linesUntilEnd } = await startLoggingDesk();
    await sendSecrets(desk);
    const lines = await linesUntilEnd();
    expect(lines.length).toBeGreaterThan(10);
    expectNoSecret(lines);
  });

  test('never holds a link to a request, a part of it, or the cookie that it was exchanged for', async () => {
    const { desk, linesUntilEnd } = await startLoggingDesk();
    const post = (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(desk.url + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
    const query = 'mutation { createTicket(input: { title: "x", description: "y" }) { requestUrl } }';
    const { data } = (await (await post('/graphql', { query })).json()) as {
      data: { createTicket: { requestUrl: string } };
    };
    const token = data.createTicket.requestUrl.split('#')[1] ?? '';
    const entered = await post('/auth/request', { token });
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await post('/graphql?as=request', { query: '{ request { title } }' }, { cookie, origin: desk.url });
    await post('/graphql?as=request', { query: '{ request { title } }' }, { cookie: `${cookie}x`, origin: desk.url });
    await post('/auth/request', { token: `${token}x` });
    await post('/auth/request', { token: { token } });
    await fetch(`${desk.url}/r`);
    const lines = await linesUntilEnd();
    expect(lines.filter(({ path }) => path === '/auth/request').map(({ status }) => status)).toEqual([204, 403, 403]);
    for (const secret of [token, token.slice(8, 32), cookie.split('=')[1]?.split('.')[1] ?? token]) {
      expect(JSON.stringify(lines)).not.toContain(secret);
    }
  });

  test('not even where the database refuses what it is given', async () => {
    await withDataSource(database, async (dataSource) => {
      await dataSource.query(`alter table ticket add constraint nobody check (title not like 'Z%') not valid`);
      await dataSource.query('alter table idempotency_key rename column request_hash to hash');
    });
    const { desk, linesUntilEnd } = await startLoggingDesk();
    await sendSecrets(desk);
    const lines = await linesUntilEnd();
    expect(lines.filter(({ level }) => level === 50).length).toBeGreaterThan(2);
    expectNoSecret(lines);
  });
});
