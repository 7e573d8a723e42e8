import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const add = () =>
  desk.graphql('mutation { addSampleTickets(input: { count: 40 }) { createdCount userErrors { message } } }');
const remove = async () => {
  const { data } = await desk.graphql<{ removeSampleTickets: object }>(
    'mutation { removeSampleTickets { removedCount userErrors { message } } }',
  );
  return data.removeSampleTickets;
};
const listed = async () => (await desk.rest<{ id: number; title: string }[]>('GET', '/api/tickets/')).body;

test('samples are removed in one step, changed ones too, and nothing else is', async () => {
  await add();
  const own = { title: 'Mine', description: 'Written by hand.', category: 'billing', priority: 'low' };
  await desk.rest('POST', '/api/tickets/', own);
  const sample = (await listed()).find(({ title }) => title !== 'Mine');
  await desk.rest('PATCH', `/api/tickets/${sample?.id}/`, { title: 'Changed since' });
  expect(await remove()).toEqual({ removedCount: 40, userErrors: [] });
  expect((await listed()).map(({ title }) => title)).toEqual(['Mine']);
  expect(await remove()).toEqual({ removedCount: 0, userErrors: [] });
});

test('once they are removed, samples can be added again', async () => {
  await add();
  await remove();
  const { data } = await add();
  expect(data).toMatchObject({ addSampleTickets: { createdCount: 40, userErrors: [] } });
});
