/** A desk that is killed at any moment tells all that was committed, and twice at most what a receiver took without its noting so. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runCommand } from './support/command.js';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { eventually } from './support/eventually.js';
import { type Receiver, startReceiver } from './support/receiver.js';
import { databaseVariables, killServers, type ServerProcess, startServer } from './support/server-process.js';
import { workDirectory } from './support/work-directory.js';

let database: TestDatabase;
let receiver: Receiver;
let dataDirectory: string;
let env: Record<string, string>;
let cookie: string;
beforeEach(async () => {
  database = await createTestDatabase();
  receiver = await startReceiver();
  dataDirectory = mkdtempSync(join(workDirectory(), 'data-'));
  env = {
    DATA_DIR: dataDirectory,
    ...databaseVariables(database.config),
    WEBHOOK_ALLOW_PRIVATE: 'on',
    RATE_LIMIT: 'off',
  };
});
afterEach(async () => {
  await killServers();
  await receiver.close();
  await database.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

const post = ({ url }: ServerProcess, path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** A desk with an administrator and one webhook. */
async function startTelling(): Promise<ServerProcess> {
  const desk = await startServer(env);
  const folder = workDirectory();
  const { output } = await runCommand('users', ['add', 'ada@example.org', '--admin'], {
    folder,
    env: { DATABASE_URL: '', ...env },
  });
  const token = output.trim().split('#')[1] ?? '';
  const entered = await post(desk, '/auth/invitation', { token, password: 'a long and quiet evening' });
  cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const query = `mutation { saveWebhook(input: { url: "${receiver.url}", events: [TICKET_CREATED] }) { secret } }`;
  const made = await post(desk, '/graphql', { query }, { cookie, origin: desk.url });
  expect(await made.text()).toContain('whsec_');
  return desk;
}

async function create(desk: ServerProcess, title: string): Promise<void> {
  const answer = await post(desk, '/api/tickets/', { title, description: 'x', category: 'billing', priority: 'low' });
  expect(answer.status).toBe(201);
}

async function killed(desk: ServerProcess): Promise<void> {
  desk.child.kill('SIGKILL');
  await desk.exited;
}

/** Nobody waits half a minute for the lease of a process that is dead. */
const endLeases = () =>
  withDataSource(database, (dataSource) => dataSource.query('update webhook_delivery set leased_until = null'));

/** By ticket: the ids of what was told of it. */
const told = () =>
  Map.groupBy(
    receiver.heard,
    ({ body }) => (JSON.parse(body) as { data: { ticket: { number: number } } }).data.ticket.number,
  );

test('of twelve tickets during which the desk is killed again and again, each is told of, and none under two ids', async () => {
  let desk = await startTelling();
  for (let index = 1; index <= 12; index++) {
    await create(desk, `Ticket ${index}`);
    if (index % 3 !== 0) continue;
    await killed(desk);
    await endLeases();
    desk = await startServer(env);
  }
  await eventually(() => told().size === 12);
  for (const heard of told().values()) {
    expect(heard.length).toBeLessThanOrEqual(2);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  }
});

test('what was taken without the desk noting so is sent again with the same id: the one window', async () => {
  receiver.answerBy(() => undefined);
  const desk = await startTelling();
  await create(desk, 'Taken and not noted');
  await receiver.hears(1);
  await killed(desk);
  receiver.answerBy();
  await endLeases();
  const next = await startServer(env);
  await receiver.hears(2);
  expect(new Set(receiver.heard.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
  const query = '{ webhooks { edges { node { deliveries { edges { node { state } } } } } } }';
  await eventually(async () => {
    const answer = await post(next, '/graphql', { query }, { cookie, origin: next.url });
    return (await answer.text()).includes('DELIVERED');
  });
  expect(receiver.heard).toHaveLength(2);
});
