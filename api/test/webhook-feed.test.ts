/** Each change is taken up once, however many there are, in whatever order they commit, and by however many processes. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { systemCaller } from '../src/caller.js';
import { sign } from '../src/database/signature.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { type Receiver, startReceiver } from './support/receiver.js';
import { type HookDesk, startHookDesk } from './support/webhooks.js';

const newTicket = { title: 'A ticket', description: 'Words', category: 'billing', priority: 'low' };
const settings = { WEBHOOK_ALLOW_PRIVATE: 'on', RATE_LIMIT: 'off', SECRET_KEY: 'one key of all processes of a desk' };

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

const numbersTold = () =>
  receiver.heard.map(({ body }) => (JSON.parse(body) as { data: { ticket: { number: number } } }).data.ticket.number);

test('1,200 tickets of one transaction are told of one by one, with those that follow', async () => {
  const hooks = await startHookDesk({}, { ...settings, METRICS_PORT: '0' });
  await hooks.make(receiver.url);
  const lines = Array.from({ length: 1_200 }, (_, index) => JSON.stringify({ ...newTicket, title: `Row ${index}` }));
  const imported = await hooks.desk.rest('POST', '/api/tickets/import/', lines.join('\n'), {
    ...hooks.admin,
    'content-type': 'application/x-ndjson',
  });
  expect(imported).toMatchObject({ status: 200 });
  await hooks.createTicket();
  await eventually(() => receiver.heard.length >= 1_201);
  expect(numbersTold().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1_201 }, (_, index) => index + 1));
  expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1_201);
  const figures = async () => (await fetch(`${hooks.desk.metricsUrl}/metrics`)).text();
  await eventually(async () => (await figures()).includes('webhook_tries_total{outcome="delivered"} 1201'));
  await hooks.close();
});

/** What only a server has: transactions side by side, and several processes. */
(process.env.TEST_DATABASE_URL ? describe : describe.skip)('on a server', () => {
  let database: TestDatabase;
  let hooks: HookDesk;
  let other: TestDesk;
  beforeAll(async () => {
    database = await createTestDatabase();
    const shared = { config: database.config, close: async () => undefined };
    hooks = await startHookDesk({}, settings, shared);
    other = await startDesk(settings, shared);
  });
  afterAll(async () => {
    await Promise.all([hooks.close(), other.close()]);
    await database.close();
  });

  const create = async (desk: TestDesk) => (await desk.rest<{ id: number }>('POST', '/api/tickets/', newTicket)).status;
  async function begin(): Promise<{ client: pg.Client; number: number }> {
    const { location } = database.config;
    const client = new pg.Client({ connectionString: location.kind === 'server' ? location.url : '' });
    await client.connect();
    await client.query('begin');
    await sign(client as never, systemCaller);
    const { rows } = await client.query<{ number: number }>(
      `insert into ticket (title, description, category, priority) values ('Slow', 'Slow', 'billing', 'low') returning number`,
    );
    return { client, number: rows[0]?.number ?? 0 };
  }

  test('a transaction that commits after those that began later is told of, and one that rolls back is not', async () => {
    const { id } = await hooks.make(receiver.url);
    const [slow, undone] = [await begin(), await begin()];
    expect(await Promise.all([create(hooks.desk), create(other), create(hooks.desk)])).toEqual([201, 201, 201]);
    await receiver.hears(3);
    expect(numbersTold()).not.toContain(slow.number);
    await undone.client.query('rollback');
    await slow.client.query('commit');
    await receiver.hears(4);
    expect(numbersTold().at(-1)).toBe(slow.number);
    expect(numbersTold()).not.toContain(undone.number);
    await Promise.all([slow.client.end(), undone.client.end()]);
    await hooks.asAdmin('mutation ($id: ID!) { deleteWebhook(input: { id: $id }) { deletedWebhookId } }', { id });
  });

  test('two processes tell each change once between them', async () => {
    await hooks.make(receiver.url);
    await hooks.make(receiver.url.replace('/hook', '/second'));
    const many = (desk: TestDesk) => Promise.all(Array.from({ length: 40 }, () => create(desk)));
    await Promise.all([many(hooks.desk), many(other)]);
    await receiver.hears(160);
    for (const path of ['/hook', '/second']) {
      const ids = receiver.heard.filter((heard) => heard.path === path).map(({ headers }) => headers['webhook-id']);
      expect([ids.length, new Set(ids).size]).toEqual([80, 80]);
    }
    expect(new Set(numbersTold()).size).toBe(80);
  });
});
