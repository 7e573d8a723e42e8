import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { FakeModelServer } from './support/fake-model-server.js';
import { answering, uselessBehaviours } from './support/model-behaviours.js';

let desk: TestDesk;
let model: FakeModelServer;
beforeEach(async () => {
  model = await FakeModelServer.start(answering());
});
afterEach(async () => {
  await desk.close();
  await model[Symbol.asyncDispose]();
});

/** The samples whose name begins so, as Prometheus would read them. */
async function samples(name: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${desk.metricsUrl}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(name));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

describe('the times of GraphQL requests', () => {
  const counts = () => samples('graphql_operation_duration_seconds_count');
  const label = (operation: string) => `graphql_operation_duration_seconds_count{operation="${operation}"}`;

  test('are told by the name of the operation', async () => {
    desk = await startDesk({ METRICS_PORT: '0' });
    for (const head of ['query Inbox', 'query Inbox', 'query', '{ nonsense } query Other']) {
      await desk.graphql(`${head} { ticketStats { totalCount } }`);
    }
    expect(await counts()).toEqual(
      new Map([
        [label('Inbox'), 2],
        [label('anonymous'), 1],
      ]),
    );
  });

  test('have no more names than can be kept, however many callers think of', async () => {
    desk = await startDesk({ METRICS_PORT: '0', RATE_LIMIT: 'off' });
    const ask = (name: string) => desk.graphql(`query ${name} { __typename }`);
    for (let index = 0; index < 130; index++) await ask(`Query${index}`);
    await ask('Query0');
    const found = await counts();
    expect(found.size).toBe(101);
    expect(found.get(label('other'))).toBe(30);
    expect(found.get(label('Query0'))).toBe(2);
  });
});

test('the connections to the database are told, and who waits for one', async () => {
  const database = await createTestDatabase();
  desk = await startDesk(
    { METRICS_PORT: '0', RATE_LIMIT: 'off' },
    { ...database, config: { ...database.config, poolSize: 1 } },
  );
  const pool = async () => Object.fromEntries(await samples('database_pool'));
  const idle = 'database_pool_connections{state="idle"}';
  const inUse = 'database_pool_connections{state="in_use"}';
  let isSeen = false;
  // As long as it takes until the figures are read in the middle of the work.
  while (!isSeen) {
    const work = Promise.all(Array.from({ length: 20 }, () => desk.rest('GET', '/api/tickets/stats/')));
    const { [inUse]: used = 0, database_pool_waiting: waiting = 0 } = await pool();
    expect(used).toBeLessThanOrEqual(1);
    isSeen = used === 1 && waiting > 0;
    await work;
  }
  let figures = await pool();
  while (figures[inUse] !== 0) figures = await pool();
  expect(figures).toEqual({ [idle]: 1, [inUse]: 0, database_pool_waiting: 0 });
});

describe('triage', () => {
  const answers = async () => Object.fromEntries(await samples('triage_answers_total'));
  const label = (source: string, outcome: string) => `triage_answers_total{source="${source}",outcome="${outcome}"}`;
  const classify = (description: string) => desk.rest('POST', '/api/tickets/classify/', { description });

  test('tells who answered, and why the language model did not', async () => {
    desk = await startDesk({
      METRICS_PORT: '0',
      LLM_PROVIDER: 'custom',
      LLM_BASE_URL: model.baseUrl,
      LLM_MODEL: 'fake-model',
    });
    const circuit = async () =>
      [...(await samples('triage_model_circuit'))].filter(([, value]) => value === 1).map(([name]) => name);
    await classify('You charged me twice.');
    await classify('You charged me twice.');
    expect(await circuit()).toEqual(['triage_model_circuit{state="closed"}']);
    model.behaviour = uselessBehaviours['a 401'];
    await classify('Nothing works.');
    await classify('Still nothing works.');
    expect(await answers()).toEqual({
      [label('model', 'answered')]: 1,
      [label('cache', 'answered')]: 1,
      [label('local', 'unauthorized')]: 1,
      [label('local', 'paused')]: 1,
    });
    expect(await circuit()).toEqual(['triage_model_circuit{state="open"}']);
  });

  test('tells of no circuit where no language model is configured', async () => {
    desk = await startDesk({ METRICS_PORT: '0' });
    await classify('You charged me twice.');
    expect(await answers()).toEqual({ [label('local', 'answered')]: 1 });
    expect((await samples('triage_model_circuit')).size).toBe(0);
  });
});
