import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { ask, type Credentials, joinTeam, makeToken, secretIn, usersCommand } from './support/team.js';

const ticket = { title: 'Invoice', description: 'The invoice is wrong.', category: 'billing', priority: 'low' };

let desk: TestDesk;
let link: string;
beforeAll(async () => {
  desk = await startDesk();
  for (let index = 0; index < 3; index++) await desk.rest('POST', '/api/tickets/', ticket);
});
afterAll(() => desk.close());

const read = (by: Credentials = {}) => desk.rest<unknown[]>('GET', '/api/tickets/', undefined, by);
const viewer = '{ viewer { mode access needsFirstAdmin user { id email role } signInMethods { kind } } }';
const codeOf = async (by: Credentials, query: string) => {
  const { status, body } = await ask(desk, by, query);
  return [status, body.errors?.[0]?.extensions.code, body.errors?.[0]?.path, body.data];
};

describe('an open desk', () => {
  test('is what it was: nobody needs a name', async () => {
    expect((await read()).status).toBe(200);
    expect((await ask(desk, {}, viewer)).body.data?.viewer).toEqual({
      mode: 'OPEN',
      access: 'AGENT',
      needsFirstAdmin: true,
      user: null,
      signInMethods: [{ kind: 'PASSWORD' }],
    });
  });

  test('tells nobody of people: what is about oneself needs a name', async () => {
    expect(await codeOf({}, '{ v: viewer { s: sessions { id } } }')).toEqual([
      200,
      'UNAUTHENTICATED',
      ['v', 's'],
      undefined,
    ]);
    expect((await codeOf({}, '{ auditEvents { totalCount } }')).slice(0, 2)).toEqual([200, 'UNAUTHENTICATED']);
  });

  test('ignores what a proxy in front asks for', async () => {
    expect((await read({ authorization: 'Basic dGVhbTpzZWNyZXQ=' })).status).toBe(200);
  });

  test('counts what programs ask through REST without a name, and nothing of its own pages', async () => {
    const counted = async () => {
      const { data } = (await ask(desk, {}, '{ viewer { namelessRestCalls anybodyMaySubmit } }')).body;
      return data?.viewer as { namelessRestCalls: number; anybodyMaySubmit: boolean };
    };
    const { namelessRestCalls: before } = await counted();
    expect(before).toBeGreaterThanOrEqual(3);
    await Promise.all(Array.from({ length: 20 }, () => read()));
    await desk.rest('GET', '/api/tickets/999/');
    await read({ 'sec-fetch-site': 'same-origin' });
    await desk.rest('GET', '/api/openapi.json');
    expect(await counted()).toEqual({ namelessRestCalls: before + 21, anybodyMaySubmit: true });
  });

  test('stays open while an invitation waits', async () => {
    link = await usersCommand(desk, 'add', 'ada@example.org', '--admin');
    expect((await read()).status).toBe(200);
  });
});

describe('a desk with a team', () => {
  let ada: Credentials;
  let bob: Credentials;
  beforeAll(async () => {
    const answer = await desk.rest('POST', '/auth/invitation', { token: secretIn(link), password: 'a quiet evening' });
    ada = { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin: desk.url };
    bob = await joinTeam(desk, 'bob@example.org');
  });

  test('lets nobody read without a name, and everybody submit', async () => {
    const refused = await read();
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(refused.body).toEqual({ detail: 'Sign in, or send a token: Authorization: Bearer rdk_….' });
    const submitted = await desk.rest<{ status: string }>('POST', '/api/tickets/', { ...ticket, status: 'closed' });
    expect([submitted.status, submitted.body.status]).toEqual([201, 'open']);
    expect(await codeOf({}, '{ tickets { totalCount } }')).toEqual([200, 'UNAUTHENTICATED', ['tickets'], undefined]);
    const calls = '{ viewer { namelessRestCalls } }';
    expect((await codeOf({}, calls)).slice(0, 2)).toEqual([200, 'UNAUTHENTICATED']);
    const { body } = await ask(desk, bob, calls);
    await read();
    expect((await ask(desk, bob, calls)).body.data).toEqual(body.data);
  });

  test('is as closed where its address is spelled in another way', async () => {
    for (const path of ['/%61pi/tickets/', '//api/tickets/', '/api/%74ickets', '/api//tickets/', '/API/tickets/']) {
      const { status, body } = await desk.rawPath(path);
      // Where the client is built, an address that is no door is one of its pages.
      expect([path, [401, 404].includes(status) || body.startsWith('<!doctype html>')]).toEqual([path, true]);
    }
    const query = encodeURIComponent('{ tickets { totalCount } }');
    const { body } = await desk.rawPath(`/%67raphql?query=${query}`);
    expect(body).not.toContain('totalCount":');
  });

  test('takes a submission through the graph, but nothing of it that is the team’s', async () => {
    const input = 'title: "A", description: "B", category: BILLING, priority: LOW';
    const create = (more: string, selection: string) =>
      ask(desk, {}, `mutation { createTicket(input: { ${input} ${more} }) { ${selection} } }`);
    expect((await create('', 'replayed userErrors { code }')).body.data).toEqual({
      createTicket: { replayed: false, userErrors: [] },
    });
    expect((await create('status: CLOSED', 'userErrors { code path }')).body.data).toEqual({
      createTicket: { userErrors: [{ code: 'FORBIDDEN', path: ['status'] }] },
    });
    expect((await create('', 'ticket { number }')).body.errors?.[0]).toMatchObject({
      path: ['createTicket', 'ticket'],
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });

  test('knows nobody’s objects by their ids', async () => {
    const id = Buffer.from('Ticket:1').toString('base64url');
    const query = `{ node(id: "${id}") { __typename id } nodes(ids: ["${id}"]) { id } }`;
    expect((await ask(desk, {}, query)).body.data).toEqual({ node: null, nodes: [null] });
    expect((await ask(desk, bob, query)).body.data).toMatchObject({ node: { __typename: 'Ticket' } });
  });

  test('does not count what a directive leaves out, compiled or interpreted', async () => {
    const query = 'query ($all: Boolean!) { viewer { mode } ... @include(if: $all) { tickets { totalCount } } }';
    for (let time = 0; time < 3; time++) {
      expect((await ask(desk, {}, query, { all: false })).body.data).toEqual({ viewer: { mode: 'TEAM' } });
      expect((await ask(desk, {}, query, { all: true })).body.errors?.[0]?.path).toEqual(['tickets']);
      expect((await ask(desk, bob, query, { all: true })).body.errors).toBeUndefined();
    }
  });

  test('tells a person who they are, and lets only administrators administer', async () => {
    expect((await ask(desk, bob, viewer)).body.data?.viewer).toMatchObject({
      mode: 'TEAM',
      access: 'SELF',
      needsFirstAdmin: false,
      user: { email: 'bob@example.org', role: 'AGENT' },
    });
    expect(await codeOf(bob, '{ auditEvents { totalCount } }')).toEqual([200, 'FORBIDDEN', ['auditEvents'], undefined]);
    const audit = await ask(desk, ada, '{ auditEvents { edges { node { type actorName actor { displayName } } } } }');
    expect(JSON.stringify(audit.body.data)).toContain('MODE_CHANGED');
  });

  test('changes nothing for a page of another site that has the visitor’s cookie', async () => {
    const cookie = bob.cookie ?? '';
    const attempts: Credentials[] = [
      { cookie },
      { cookie, origin: 'https://evil.example' },
      { cookie, origin: 'null' },
      { cookie, 'sec-fetch-site': 'same-site' },
    ];
    for (const by of attempts) {
      expect((await desk.rest('PATCH', '/api/tickets/1/', { status: 'closed' }, by)).status).toBe(403);
      expect((await ask(desk, by, viewer)).status).toBe(403);
    }
    expect((await read({ cookie })).status).toBe(200);
    const own = { cookie, 'sec-fetch-site': 'same-origin' };
    expect((await desk.rest('PATCH', '/api/tickets/1/', { status: 'closed' }, own)).status).toBe(200);
  });

  test('refuses every cookie that is of no session, once, and deletes it', async () => {
    const forged = ['x', 'A'.repeat(43), `${bob.cookie?.split('=')[1]}x`, '%00', 'a"b'];
    for (const value of forged) {
      for (const answer of [
        await read({ cookie: `relaydesk=${value}` }),
        await ask(desk, { cookie: `relaydesk=${value}`, origin: desk.url }, viewer),
      ]) {
        expect(answer.status).toBe(401);
        expect(answer.headers.getSetCookie()[0]).toMatch(/^relaydesk=; Max-Age=0;/);
      }
    }
  });

  describe('gives programs tokens', () => {
    test('that may what their scopes say, at both doors', async () => {
      const reader = await makeToken(desk, bob, ['TICKETS_READ']);
      expect((await read(reader)).body).toHaveLength(5);
      const patch = await desk.rest('PATCH', '/api/tickets/1/', { status: 'open' }, reader);
      expect([patch.status, patch.body]).toEqual([403, { detail: 'The token lacks the scope TICKETS_WRITE.' }]);
      const update = `mutation { updateTicket(input: { id: "x" }) { userErrors { code } } }`;
      expect(await codeOf(reader, update)).toEqual([200, 'FORBIDDEN', ['updateTicket'], undefined]);
      expect((await codeOf(reader, '{ users { edges { node { email } } } }')).slice(0, 2)).toEqual([200, 'FORBIDDEN']);
      expect((await ask(desk, reader, '{ users { edges { node { displayName } } } }')).body.errors).toBeUndefined();
      const writer = await makeToken(desk, bob, ['TICKETS_WRITE']);
      expect((await desk.rest('PATCH', '/api/tickets/1/', { status: 'open' }, writer)).status).toBe(200);
      expect((await read(writer)).status).toBe(403);
      expect((await ask(desk, writer, update)).body.data).toEqual({
        updateTicket: { userErrors: [{ code: 'NOT_FOUND' }] },
      });
    });

    test('that make no tokens, whatever they may', async () => {
      const all = await makeToken(desk, ada, ['TICKETS_READ', 'TICKETS_WRITE', 'PEOPLE_READ', 'ADMIN'], true);
      const create = 'mutation { createApiToken(input: { name: "x", scopes: [ADMIN] }) { secret } }';
      expect((await codeOf(all, create)).slice(0, 2)).toEqual([200, 'FORBIDDEN']);
      const invite =
        'mutation { inviteUser(input: { email: "e@x.org", displayName: "E", role: ADMIN }) { inviteUrl } }';
      expect((await codeOf(all, invite)).slice(0, 2)).toEqual([200, 'FORBIDDEN']);
      expect((await ask(desk, all, '{ auditEvents { totalCount } }')).body.errors).toBeUndefined();
      expect((await codeOf(all, '{ viewer { sessions { id } } }')).slice(0, 2)).toEqual([200, 'FORBIDDEN']);
    });

    test('of which a part of their maker’s role is the most', async () => {
      await expect(makeToken(desk, bob, ['ADMIN'])).rejects.toThrow('Only administrators may give this scope.');
      await expect(makeToken(desk, bob, ['TICKETS_READ'], true)).rejects.toThrow('Only administrators');
    });

    test('and refuses every other, never taking it for none', async () => {
      const { authorization = '' } = await makeToken(desk, bob, ['TICKETS_READ']);
      const swapped = authorization.slice(0, -1) + (authorization.endsWith('a') ? 'b' : 'a');
      for (const wrong of ['Bearer', 'Bearer ', 'bearer x', swapped, `${authorization}, ${authorization}`]) {
        expect([wrong, (await read({ authorization: wrong, ...bob })).status]).toEqual([wrong, 401]);
        expect((await ask(desk, { authorization: wrong }, viewer)).status).toBe(401);
      }
      expect((await read({ authorization: authorization.replace('Bearer', 'bEARER  ') })).status).toBe(200);
    });

    test('that stop at once where they are revoked', async () => {
      const token = await makeToken(desk, bob, ['TICKETS_READ']);
      expect((await read(token)).status).toBe(200);
      const own = '{ viewer { apiTokens(first: 1) { edges { node { id prefix scopes lastUsedFrom } } } } }';
      const { body } = await ask(desk, bob, own);
      const id = /"id":"(\w+)"/.exec(JSON.stringify(body.data))?.[1];
      const revoke = `mutation { revokeApiToken(input: { id: "${id}" }) { userErrors { code } apiToken { revokedAt } } }`;
      expect((await codeOf({}, revoke)).slice(0, 2)).toEqual([200, 'UNAUTHENTICATED']);
      expect((await ask(desk, ada, revoke)).body.data).toMatchObject({
        revokeApiToken: { userErrors: [{ code: 'NOT_FOUND' }] },
      });
      expect((await ask(desk, bob, revoke)).body.data).toMatchObject({ revokeApiToken: { userErrors: [] } });
      expect((await read(token)).status).toBe(401);
    });
  });

  test('lets go of who leaves: session and tokens end, those of the desk go on', async () => {
    const cleo = await joinTeam(desk, 'cleo@example.org', '--admin');
    const [own, desks] = [
      await makeToken(desk, cleo, ['TICKETS_READ']),
      await makeToken(desk, cleo, ['TICKETS_READ'], true),
    ];
    await usersCommand(desk, 'deactivate', 'cleo@example.org');
    expect((await read(cleo)).status).toBe(401);
    expect((await read(own)).status).toBe(401);
    expect((await read(desks)).status).toBe(200);
    const back = await desk.rest('POST', '/auth/sign-in', { email: 'cleo@example.org', password: 'a quiet evening' });
    expect(back.status).toBe(401);
  });

  test('changes people by its administrators, but never loses the last', async () => {
    const invite = `mutation { inviteUser(input: { email: "Dan@Example.org", displayName: "Dan", role: AGENT }) {
      inviteUrl user { id email active } userErrors { code } } }`;
    expect((await codeOf(bob, invite)).slice(0, 2)).toEqual([200, 'FORBIDDEN']);
    const invited = (await ask(desk, ada, invite)).body.data as {
      inviteUser: { inviteUrl: string; user: { id: string } };
    };
    expect(invited.inviteUser).toMatchObject({ user: { email: 'dan@example.org', active: false }, userErrors: [] });
    expect(invited.inviteUser.inviteUrl).toMatch(/\/invitation#[\w-]{43}$/);
    const again = (await ask(desk, ada, invite)).body.data as typeof invited;
    const accept = (url: string) =>
      desk.rest('POST', '/auth/invitation', { token: secretIn(url), password: 'a quiet evening' });
    expect((await accept(invited.inviteUser.inviteUrl)).status).toBe(403);
    expect((await accept(again.inviteUser.inviteUrl)).status).toBe(204);
    const me = (await ask(desk, ada, '{ viewer { user { id } } }')).body.data as { viewer: { user: { id: string } } };
    for (const change of ['role: AGENT', 'active: false']) {
      const update = `mutation { updateUser(input: { id: "${me.viewer.user.id}", ${change} }) { userErrors { code } } }`;
      expect((await ask(desk, ada, update)).body.data).toEqual({
        updateUser: { userErrors: [{ code: 'NOT_ALLOWED' }] },
      });
    }
    const promote = `mutation { updateUser(input: { id: "${invited.inviteUser.user.id}", role: ADMIN, active: false }) {
      user { role active } userErrors { code } } }`;
    expect((await ask(desk, ada, promote)).body.data).toEqual({
      updateUser: { user: { role: 'ADMIN', active: false }, userErrors: [] },
    });
  });
});
