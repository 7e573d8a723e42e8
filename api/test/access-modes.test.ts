import { expect, test } from '@jest/globals';
import { startDesk } from './support/desk.js';
import { ask, joinTeam } from './support/team.js';

const ticket = { title: 'Invoice', description: 'The invoice is wrong.', category: 'billing', priority: 'low' };
const viewer = '{ viewer { mode access user { email } } }';

test('where only members submit, nobody else does', async () => {
  const closed = await startDesk({ ACCESS: 'team', SUBMIT: 'members' });
  try {
    expect((await closed.rest('POST', '/api/tickets/', ticket)).status).toBe(401);
    expect((await closed.rest('POST', '/api/tickets/classify/', ticket)).status).toBe(401);
    const create = 'mutation { createTicket(input: { title: "A", description: "B" }) { replayed } }';
    expect((await ask(closed, {}, create)).body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask(closed, {}, viewer)).body.data?.viewer).toMatchObject({ mode: 'TEAM', access: 'PUBLIC' });
  } finally {
    await closed.close();
  }
});

test('a desk that is told to be open stays open, and knows its people all the same', async () => {
  const open = await startDesk({ ACCESS: 'open' });
  try {
    const ada = await joinTeam(open, 'ada@example.org', '--admin');
    expect((await open.rest('GET', '/api/tickets/')).status).toBe(200);
    expect((await ask(open, ada, viewer)).body.data?.viewer).toMatchObject({
      mode: 'OPEN',
      user: { email: 'ada@example.org' },
    });
  } finally {
    await open.close();
  }
});
