import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Conversing, startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { sendFile } from './support/files.js';
import {
  askAsRequester,
  heldRequest,
  inDatabase,
  openRequest,
  readRequest,
  requestPage,
  rotateLink,
  submitRequest,
  tokenIn,
} from './support/requester-page.js';
import { ask, joinTeam, makeToken } from './support/team.js';

/** The embedded database answers one at a time, so that as many guesses as a server takes would last minutes. */
const guesses = process.env.TEST_DATABASE_URL ? 100_000 : 20_000;

let desk: TestDesk;
let talk: Conversing;
beforeAll(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
  talk = startConversation(desk);
});
afterAll(() => desk.close());

describe('a link', () => {
  const enter = (token: unknown) => desk.rest('POST', '/auth/request', { token }, { origin: desk.url });
  const bad = async (token: unknown) => {
    const { status, body, headers } = await enter(token);
    return { status, body, cookies: headers.getSetCookie(), cache: headers.get('cache-control') };
  };
  const refusal = { status: 403, body: { detail: 'This link does not work.' }, cookies: [], cache: 'no-store' };

  test('that is changed, cut, no text, rotated, expired or of somebody else’s ticket is answered as one that never was', async () => {
    const { link, number, id, by } = await heldRequest(desk);
    const token = tokenIn(link);
    const letters = [...token].map(
      (letter, at) => token.slice(0, at) + (letter === 'A' ? 'B' : 'A') + token.slice(at + 1),
    );
    for (const guess of [...letters, token.slice(1), `${token}A`, `${token}=`, ` ${token}`, '', null, 7, { token }]) {
      expect(await bad(guess)).toEqual(refusal);
    }
    expect((await enter(token)).status).toBe(204);
    const { requestUrl } = await rotateLink(desk, {}, id);
    expect(await bad(token)).toEqual(refusal);
    expect((await askAsRequester(desk, by, requestPage)).status).toBe(401);
    const second = await openRequest(desk, requestUrl ?? '');
    await inDatabase(desk, `update ticket set created_at = now() - interval '91 days' where number = $1`, [number]);
    expect(await bad(tokenIn(requestUrl ?? ''))).toEqual(refusal);
    expect((await askAsRequester(desk, second, requestPage)).status).toBe(401);
    expect(await rotateLink(desk, {}, id)).toMatchObject({ requestUrl: null, userErrors: [{ code: 'NOT_ALLOWED' }] });
    await talk.reply({ id, number }, 'Sorry for the wait.', { holdSeconds: 0 });
    expect((await enter(tokenIn(requestUrl ?? ''))).status).toBe(204);
    const { requester } = (await talk.facts(await talk.submit(), 'requester { id }')) as { requester: { id: string } };
    await talk.change({ id, number }, { requesterId: requester.id });
    expect(await bad(tokenIn(requestUrl ?? ''))).toEqual(refusal);
  });

  test(`is not found in ${guesses.toLocaleString('en')} guesses, each of which takes as long as another`, async () => {
    const { link } = await heldRequest(desk);
    const { requestLinks } = desk.services;
    const token = tokenIn(link);
    const timeOf = async (guess: string) => {
      const begun = performance.now();
      await expect(requestLinks.enter(guess)).rejects.toThrow('This link does not work.');
      return performance.now() - begun;
    };
    const close = `${token.slice(0, 30)}AAAAAAAAAAAAAAAAAA`;
    const kinds = [close, 'A'.repeat(48), 'short', `${'_'.repeat(8)}${token.slice(8)}`];
    for (const kind of kinds) {
      const times: number[] = [];
      for (let count = 0; count < 20; count++) times.push(await timeOf(kind));
      expect(times.sort((a, b) => a - b)[10]).toBeGreaterThanOrEqual(24);
    }
    let [at, found] = [0, 0];
    const guess = async () => {
      while (at < guesses) {
        const mac = (at++).toString(36).padStart(24, '0');
        await requestLinks.enter(token.slice(0, 24) + mac).then(
          () => found++,
          () => undefined,
        );
      }
    };
    await Promise.all(Array.from({ length: 500 }, guess));
    expect(found).toBe(0);
  }, 300_000);

  test('ends with whoever asked, when they are erased', async () => {
    const { link, number, by } = await heldRequest(desk, { requester: { email: 'gone@example.org' } });
    await inDatabase(
      desk,
      `update requester set erased_at = now(), name = null where id = (select requester_id from ticket where number = $1)`,
      [number],
    );
    expect(await bad(tokenIn(link))).toEqual(refusal);
    expect((await askAsRequester(desk, by, requestPage)).status).toBe(401);
  });

  test('is exchanged for a cookie that scripts cannot read, counts nowhere else, and is deleted once it is bad', async () => {
    const { link, by } = await heldRequest(desk);
    const answer = await enter(tokenIn(link));
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^relaydesk-request=\S+; Max-Age=1800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.headers.getSetCookie()[0]).not.toContain(tokenIn(link));
    expect((await ask(desk, by, requestPage)).body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const changed = { ...by, cookie: `${by.cookie?.slice(0, -1)}x` };
    const refused = await askAsRequester(desk, changed, requestPage);
    expect([refused.status, refused.headers.getSetCookie()[0]]).toEqual([
      401,
      expect.stringMatching(/^relaydesk-request=; Max-Age=0;/),
    ]);
    const foreign = await askAsRequester(desk, { ...by, origin: 'https://evil.example' }, requestPage);
    expect(foreign.status).toBe(403);
    const strange = await desk.rest(
      'POST',
      '/auth/request',
      { token: tokenIn(link) },
      { origin: 'https://evil.example' },
    );
    expect(strange.status).toBe(403);
  });

  test('is the same request’s whoever is signed in, and gives no right of the team', async () => {
    const { by } = await heldRequest(desk);
    const { body } = await askAsRequester(desk, by, '{ tickets { totalCount } }');
    expect([body.data, body.errors?.[0]?.extensions.code]).toEqual([undefined, 'FORBIDDEN']);
    const tried = await askAsRequester(
      desk,
      by,
      'mutation { createTicket(input: { title: "x", description: "y", status: CLOSED }) { userErrors { code path } } }',
    );
    expect(tried.body.data?.createTicket).toEqual({ userErrors: [{ code: 'FORBIDDEN', path: ['status'] }] });
    for (const key of ['Ticket:1', 'Request:1', 'RequestMessage:1-0', 'PublicReply:1', 'InternalNote:1']) {
      const id = Buffer.from(key).toString('base64url');
      expect((await askAsRequester(desk, by, `{ node(id: "${id}") { id } }`)).body.data).toEqual({ node: null });
    }
    const own = (await readRequest(desk, by)).messages.edges[0]?.node.id;
    expect((await askAsRequester(desk, by, `{ node(id: "${own}") { id } }`)).body.data).toEqual({ node: { id: own } });
  });
});

describe('the receipt of a submission', () => {
  const named = { requester: { email: 'mara@example.org' } };

  test('repeats the page for a long key alone', async () => {
    const key = 'k'.repeat(32);
    const first = await submitRequest(desk, {}, { idempotencyKey: key });
    expect((await submitRequest(desk, {}, { idempotencyKey: key })).requestUrl).toBe(first.requestUrl);
    const short = { idempotencyKey: 'short' };
    expect((await submitRequest(desk, {}, short)).requestUrl).not.toBeNull();
    expect(await submitRequest(desk, {}, short)).toMatchObject({ request: null, requestUrl: null });
  });

  test('tells the page through REST where it is asked for', async () => {
    const ticket = { title: 'By REST', description: 'x', requester_email: 'rest@example.org' };
    const told = await desk.rest<{ request_url?: string }>('POST', '/api/tickets/?include=request_url', ticket);
    expect((await readRequest(desk, await openRequest(desk, told.body.request_url ?? ''))).status).toBe('OPEN');
    const plain = await desk.rest<object>('POST', '/api/tickets/', ticket);
    expect(plain.body).not.toHaveProperty('request_url');
  });

  test('tells a team’s page to who asked, and not to a member who named somebody', async () => {
    const team = await startDesk({ RATE_LIMIT: 'off', TRUSTED_PROXY: '127.0.0.1' });
    try {
      const agent = await joinTeam(team, 'ada@example.org', '--admin');
      const visitor = await submitRequest(team, {}, named);
      expect(visitor.request).toMatchObject({ title: 'Charged twice', status: 'OPEN', onReply: 'CONTINUES' });
      const by = await openRequest(team, visitor.requestUrl ?? '');
      expect((await askAsRequester(team, by, requestPage)).body.data?.request).toMatchObject({ number: 1 });
      expect(await submitRequest(team, agent, named)).toMatchObject({ request: null, requestUrl: null });
      expect((await submitRequest(team, agent)).requestUrl).toContain('/r#');
      const scalars = await ask(
        team,
        {},
        'mutation { createTicket(input: { title: "x", description: "y" }) { request { messages { totalCount } } } }',
      );
      expect(scalars.body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');

      const key = { idempotencyKey: 'q'.repeat(40) };
      const from = (address: string) => ({ 'x-forwarded-for': address });
      const told = await submitRequest(team, from('203.0.113.1'), key);
      expect(await submitRequest(team, from('203.0.113.2'), key)).toMatchObject({ request: null, requestUrl: null });
      expect((await submitRequest(team, from('203.0.113.1'), key)).requestUrl).toBe(told.requestUrl);

      const id = Buffer.from('Ticket:1').toString('base64url');
      const reader = await makeToken(team, agent, ['TICKETS_READ']);
      await expect(rotateLink(team, reader, id)).rejects.toThrow('FORBIDDEN');
      const { requestUrl, sentTo } = await rotateLink(team, agent, id);
      expect([requestUrl?.includes('/r#'), sentTo]).toEqual([true, null]);
      const audit = await ask(team, agent, '{ auditEvents(first: 1) { edges { node { target actorName detail } } } }');
      expect(audit.body.data?.auditEvents).toEqual({
        edges: [{ node: { target: 'T-1', actorName: 'ada', detail: null } }],
      });
    } finally {
      await team.close();
    }
  });
});

test('holders of links answer with files where only members submit', async () => {
  const team = await startDesk({ RATE_LIMIT: 'off', SUBMIT: 'members' });
  try {
    const agent = await joinTeam(team, 'ada@example.org', '--admin');
    const by = await openRequest(team, (await submitRequest(team, agent)).requestUrl ?? '');
    expect((await sendFile(team, 'x', 'y')).status).toBe(401);
    const answer = await fetch(`${team.url}/api/files/?as=request`, { method: 'POST', headers: by, body: 'y' });
    expect(answer.status).toBe(201);
  } finally {
    await team.close();
  }
});
