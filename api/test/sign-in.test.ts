import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runUsersCommand } from '../src/identity/command/users-command.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { ask, joinTeam, usersCommand } from './support/team.js';

const password = 'a long and quiet evening';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ PUBLIC_URL: 'http://desk.example.org' });
});
afterAll(() => desk.close());

const users = async (...args: string[]) => (await runUsersCommand(desk.usersCommand, args))[0] ?? '';
const tokenOf = (link: string) => link.split('#')[1] ?? '';
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  desk.rest<{ detail?: string }>('POST', path, body, headers);
const cookieOf = ({ headers }: { headers: Headers }) => headers.getSetCookie()[0]?.split(';')[0] ?? '';

async function join(address: string, ...flags: string[]) {
  const link = await users('add', address, ...flags);
  return post('/auth/invitation', { token: tokenOf(link), password, displayName: address.split('@')[0] });
}

describe('the first administrator', () => {
  test('comes in by a link that is good once, also for two at once', async () => {
    const link = await users('add', 'Ada@Example.org', '--admin', '--name', 'Ada');
    expect(link).toMatch(/^http:\/\/desk\.example\.org\/invitation#[A-Za-z0-9_-]{43}$/);
    const body = { token: tokenOf(link), password };
    const both = await Promise.all([post('/auth/invitation', body), post('/auth/invitation', body)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 403]);
    expect((await post('/auth/invitation', body)).status).toBe(403);
    expect(await users('list')).toBe('ada@example.org\tadmin\tactive\tAda');
  });

  test('is the last: no code sets up a desk that has a team', async () => {
    const body = { code: 'AAAAA-AAAAA-AAAAA-AAAAA', email: 'eve@example.org', displayName: 'Eve', password };
    expect((await post('/auth/setup', body)).status).toBe(403);
  });

  test('cannot be deactivated', async () => {
    await expect(users('deactivate', 'ada@example.org')).rejects.toThrow('The desk needs an active administrator.');
  });
});

describe('signing in', () => {
  test('sets a cookie that no script reads and no other site sends', async () => {
    const answer = await post('/auth/sign-in', { email: ' ADA@example.org ', password });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^relaydesk=[A-Za-z0-9_-]{43}; Max-Age=5184000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('answers the same for a wrong password, nobody, and who has not come yet', async () => {
    await users('add', 'late@example.org');
    const bodies = [
      { email: 'ada@example.org', password: 'wrong password' },
      { email: 'nobody@example.org', password: 'wrong password' },
      { email: 'late@example.org', password },
      { email: 7, password: null },
      {},
    ];
    const answers = await Promise.all(bodies.map((body) => post('/auth/sign-in', body)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))).toEqual(
      new Set(['401 {"detail":"The e-mail address or the password is wrong."}']),
    );
  });

  test('becomes slow for who guesses, whoever it is, and for nobody else', async () => {
    for (const email of ['ada@example.org', 'guess@example.org']) {
      const statuses: number[] = [];
      for (let index = 0; index < 8; index++) {
        statuses.push((await post('/auth/sign-in', { email, password: `guess ${index}` })).status);
      }
      expect(statuses.slice(-2)).toEqual([429, 429]);
      // The right one, too, until the delay is over.
      const refused = await post('/auth/sign-in', { email, password });
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
    expect((await join('bob@example.org')).status).toBe(204);
    expect((await post('/auth/sign-in', { email: 'bob@example.org', password })).status).toBe(204);
  });

  test('refuses other sites, and bodies that a form could send', async () => {
    const body = { email: 'bob@example.org', password };
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) expect((await post('/auth/sign-in', body, headers)).status).toBe(403);
    const form = await post('/auth/sign-in', 'email=bob', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.status).toBe(415);
    const own: Record<string, string>[] = [
      { origin: desk.url },
      { origin: 'http://desk.example.org' },
      { 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of own) expect((await post('/auth/sign-in', body, headers)).status).toBe(204);
  });

  test('ends where it is signed out, and only from the desk itself', async () => {
    const cookie = cookieOf(await post('/auth/sign-in', { email: 'bob@example.org', password }));
    expect((await post('/auth/sign-out', {}, { cookie })).status).toBe(403);
    const out = await post('/auth/sign-out', {}, { cookie, origin: desk.url });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect((await post('/auth/sign-out', {}, { cookie, origin: desk.url })).status).toBe(401);
  });
});

test('administrators see who was here last, and who never was', async () => {
  const admin = await joinTeam(desk, 'seen-admin@example.org', '--admin');
  const agent = await joinTeam(desk, 'seen-agent@example.org');
  await usersCommand(desk, 'add', 'never-seen@example.org');
  const query = '{ users(first: 100, includeInactive: true) { edges { node { email active lastSeenAt } } } }';
  const { body } = await ask(desk, admin, query);
  type Seen = { users: { edges: { node: { email: string; active: boolean; lastSeenAt: string | null } }[] } };
  const seen = new Map((body.data as Seen).users.edges.map(({ node }) => [node.email, node]));
  expect(Date.now() - Date.parse(seen.get('seen-agent@example.org')?.lastSeenAt ?? '')).toBeLessThan(60_000);
  expect(seen.get('never-seen@example.org')).toMatchObject({ active: false, lastSeenAt: null });
  expect((await ask(desk, agent, query)).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

describe('a password', () => {
  test('is not one that everybody tries, nor short, nor endless', async () => {
    const token = tokenOf(await users('add', 'cleo@example.org'));
    for (const weak of ['short', 'Password123', 'aaaaaaaaaaaa', 'x'.repeat(257), null]) {
      const answer = await post('/auth/invitation', { token, password: weak });
      expect([answer.status, Object.keys(answer.body)]).toEqual([400, ['password']]);
    }
    expect((await post('/auth/invitation', { token, password })).status).toBe(204);
  });

  test('is changed by its owner, which ends the other sessions', async () => {
    const email = 'dora@example.org';
    await join(email);
    const [here, there] = [
      cookieOf(await post('/auth/sign-in', { email, password })),
      cookieOf(await post('/auth/sign-in', { email, password })),
    ];
    const change = (current: string, cookie: string) =>
      post('/auth/password', { current, password: 'another quiet evening' }, { cookie, origin: desk.url });
    expect((await change('not it at all', here)).status).toBe(403);
    expect((await change(password, here)).status).toBe(204);
    expect((await change('another quiet evening', there)).status).toBe(401);
    expect((await post('/auth/sign-in', { email, password })).status).toBe(401);
  });

  test('is set anew by a link, once, which ends all sessions', async () => {
    const email = 'emil@example.org';
    const cookie = cookieOf(await join(email));
    const token = tokenOf(await users('reset', email));
    const confirm = () => post('/auth/reset/confirm', { token, password: 'a third quiet evening' });
    expect((await confirm()).status).toBe(204);
    expect((await confirm()).status).toBe(403);
    expect((await post('/auth/sign-out', {}, { cookie, origin: desk.url })).status).toBe(401);
    expect((await post('/auth/sign-in', { email, password: 'a third quiet evening' })).status).toBe(204);
    for (const asked of [email, 'nobody@example.org', null]) {
      expect((await post('/auth/reset', { email: asked })).status).toBe(202);
    }
  });
});
