import { expect, test } from '@jest/globals';
import { runCommand } from './support/command.js';
import { createEmbeddedTestDatabase } from './support/database.js';
import { startDesk } from './support/desk.js';
import { workDirectory } from './support/work-directory.js';

const seed = (args: readonly string[], env: NodeJS.ProcessEnv) =>
  runCommand('seed', args, { folder: workDirectory(), env: { DATABASE_URL: '', LLM_PROVIDER: 'none', ...env } });

type Trail = { createdAt: string; resolvedAt: string; events: { edges: { node: Record<string, unknown> }[] } };

test('the seed fills the embedded database, and a finished ticket has a trail of its own time', async () => {
  const database = await createEmbeddedTestDatabase();
  const { code, output } = await seed(['--count', '1500'], { PORT: '1', DATA_DIR: database.directory });
  expect(output).toContain('1,500 imported, 0 rejected');
  expect(code).toBe(0);
  const desk = await startDesk({}, database);
  const { data } = await desk.graphql<{ tickets: { totalCount: number; edges: { node: Trail }[] } }>(
    `{ tickets(first: 1, filter: { status: [CLOSED] }) { totalCount edges { node {
      createdAt resolvedAt events(first: 5) { edges { node { type from to createdAt } } }
    } } } }`,
  );
  expect(data.tickets.totalCount).toBeGreaterThan(1_000);
  const [ticket] = data.tickets.edges.map(({ node }) => node);
  expect(ticket?.events.edges.map(({ node }) => node)).toEqual([
    { type: 'CHANGED', from: 'open', to: 'closed', createdAt: ticket?.resolvedAt },
    { type: 'CREATED', from: null, to: null, createdAt: ticket?.createdAt },
  ]);
  await desk.close();
});

test('the seed goes through the desk that runs', async () => {
  const desk = await startDesk();
  const { code, output } = await seed(['--count', '30'], { PORT: new URL(desk.url).port });
  expect(output).toContain('30 imported, 0 rejected into Relaydesk at');
  expect(code).toBe(0);
  expect((await desk.rest<unknown[]>('GET', '/api/tickets/')).body).toHaveLength(30);
  await desk.close();
});

test('a count that is none is refused in a sentence', async () => {
  expect(await seed(['--count', 'many'], {})).toMatchObject({
    code: 1,
    errors: '--count must be a whole number from 1 to 10000000.\n',
  });
});
