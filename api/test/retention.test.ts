import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Periodic } from '../src/jobs/periodic.js';
import { silentLogger } from '../src/logger.js';
import { forgetExpiredKeys } from '../src/tickets/write/idempotency.js';
import { forgetUnusedTriage } from '../src/triage/suggestions/retention.js';
import { retainDeliveries } from '../src/webhooks/delivery-table.js';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { startDesk } from './support/desk.js';

const kept = (database: TestDatabase): TestDatabase => ({ config: database.config, close: async () => undefined });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const onDatabase = <T>(work: (dataSource: DataSource) => Promise<T>) => withDataSource(database, work);

test('a task is begun by one of many processes, and again only when its interval is over', async () => {
  await onDatabase(async (dataSource) => {
    let runs = 0;
    const processes = Array.from({ length: 20 }, () => {
      const process = new Periodic(dataSource, silentLogger);
      process.every('counted', 60_000, async () => {
        runs++;
      });
      return process;
    });
    const runDue = async () => (await Promise.all(processes.map((process) => process.runDue()))).flat();
    expect(await runDue()).toEqual(['counted']);
    expect(await runDue()).toEqual([]);
    await dataSource.query(`update scheduled_task set last_begun = now() - interval '1 minute'`);
    expect(await runDue()).toEqual(['counted']);
    expect(runs).toBe(2);
  });
});

test('a key answers its first result for 24 hours, then is free, and is removed', async () => {
  const create = async () => {
    const desk = await startDesk({}, kept(database));
    const body = { title: 'Once', description: 'However often it is sent.' };
    const answer = await desk.rest<{ id: number }>('POST', '/api/tickets/', body, { 'idempotency-key': 'one' });
    await desk.close();
    return answer.body.id;
  };
  const age = (interval: string) =>
    onDatabase(async (dataSource) => {
      await dataSource.query(`update idempotency_key set created_at = now() - $1::interval`, [interval]);
      await forgetExpiredKeys(dataSource);
      const [row] = await dataSource.query<{ count: number }[]>('select count(*)::int as count from idempotency_key');
      return row?.count;
    });
  const first = await create();
  expect(await age('23 hours 59 minutes')).toBe(1);
  expect(await create()).toBe(first);
  expect(await age('24 hours 1 minute')).toBe(0);
  expect(await create()).not.toBe(first);
});

test('a suggestion for a draft is forgotten after a day, one that belongs to a ticket never', async () => {
  let desk = await startDesk({}, kept(database));
  const ask = `mutation ($input: SuggestTriageInput!) { suggestTriage(input: $input) { suggestion { id } } }`;
  const suggest = async (input: object) => {
    const { data } = await desk.graphql<{ suggestTriage: { suggestion: { id: string } } }>(ask, { input });
    return data.suggestTriage.suggestion.id;
  };
  const body = { title: 'Chosen', description: 'By hand.', category: 'general', priority: 'low' };
  const ticket = await desk.rest<{ id: number }>('POST', '/api/tickets/', body);
  const ofTicket = await suggest({ ticketId: Buffer.from(`Ticket:${ticket.body.id}`).toString('base64url') });
  const ofDraft = await suggest({ description: 'Never sent.' });
  await desk.close();
  await onDatabase(async (dataSource) => {
    await dataSource.query(`update triage_suggestion set created_at = now() - interval '25 hours'`);
    await forgetUnusedTriage(dataSource);
  });
  desk = await startDesk({}, kept(database));
  const find = async (id: string) =>
    (await desk.graphql(`query ($id: ID!) { node(id: $id) { id } }`, { id })).data.node;
  expect(await find(ofTicket)).toEqual({ id: ofTicket });
  expect(await find(ofDraft)).toBeNull();
  await desk.close();
});

test('what webhooks were told is forgotten after 30 days, with its tries', async () => {
  await onDatabase(async (dataSource) => {
    await dataSource.query(`with made as (
        insert into account (email, display_name, handle) values ('ada@example.org', 'Ada', 'ada') returning id
      ), hook as (
        insert into webhook (url, events, nonce, created_by) select 'https://example.org/', '{ticket.created}', 'x', id from made
        returning id
      ), told as (
        insert into webhook_delivery (webhook_id, message_id, event, ticket_number, body, state, created_at)
        select id, 'msg_' || days, 'ticket.created', 1, '{}', 'delivered', now() - days * interval '1 day'
        from hook, unnest(array[29, 31]) as days returning id
      ) insert into webhook_attempt (delivery_id, status_code, milliseconds) select id, 200, 1 from told`);
    await retainDeliveries(dataSource);
    const left = await dataSource.query<object[]>(
      'select message_id from webhook_delivery join webhook_attempt on delivery_id = webhook_delivery.id',
    );
    expect(left).toEqual([{ message_id: 'msg_29' }]);
    expect(await dataSource.query('select count(*)::int as count from webhook_attempt')).toEqual([{ count: 1 }]);
  });
});
