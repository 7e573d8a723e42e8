import { afterEach, expect, test } from '@jest/globals';
import { FakeModelServer } from '../test/support/fake-model-server.js';
import { answering } from '../test/support/model-behaviours.js';
import { killServers } from '../test/support/server-process.js';
import { expectNoInnerFailure, startBuiltDesk } from './support/built-desk.js';
import { type ChaosDatabase, createChaosDatabase } from './support/chaos-database.js';
import { Load } from './support/load.js';
import { expectRecovery } from './support/recovery.js';

let database: ChaosDatabase;
afterEach(async () => {
  Load.abandonAll();
  await killServers();
  await database.close();
});

const createTimeoutMs = 500;

test('a model that hangs costs a ticket its opinion and half a second, not the ticket', async () => {
  database = await createChaosDatabase();
  await using model = await FakeModelServer.start(answering());
  const desk = await startBuiltDesk({
    ...database.variables,
    LLM_PROVIDER: 'custom',
    LLM_BASE_URL: model.baseUrl,
    LLM_MODEL: 'fake-model',
    LLM_CREATE_TIMEOUT_MS: `${createTimeoutMs}`,
    LLM_PAUSE_MS: '1000',
  });
  const load = new Load(() => desk.url);
  await load.progress(60);
  model.behaviour = () => 'silence';
  const begin = performance.now();
  await load.progressOfEach();
  expect(performance.now() - begin).toBeLessThan(createTimeoutMs + 2_000);
  await load.progress(60);
  const asked = model.requests.length;
  await expectRecovery('a model that hangs', load, async () => {
    model.behaviour = answering();
  });
  // After its pause the model is asked again.
  while (model.requests.length < asked + 1) await load.progress(1);
  await load.finish();
  expect([...load.setbacks]).toEqual([]);
  expect(model.violations).toEqual([]);
  expectNoInnerFailure(desk);
});
