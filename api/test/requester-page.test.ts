import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLObjectType, getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { DataSource } from 'typeorm';
import { systemCaller } from '../src/caller.js';
import { sign } from '../src/database/signature.js';
import { createSchema } from '../src/schema.js';
import { type Conversing, startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { sendFile } from './support/files.js';
import { askAsRequester, openRequest, submitRequest, tokenIn } from './support/requester-page.js';
import { ask, type Credentials, joinTeam, makeToken } from './support/team.js';

let desk: TestDesk;
let talk: Conversing;
beforeAll(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
  talk = startConversation(desk);
});
afterAll(() => desk.close());

/** What only time or the law does. */
function inDatabase(text: string, values: unknown[]): Promise<unknown> {
  const dataSource = Reflect.get(desk.services.requests, 'dataSource') as DataSource;
  return dataSource.transaction(async (manager) => {
    await sign(manager, systemCaller);
    return manager.query(text, values);
  });
}
const page = `{ request { number title status onReply finishedAt reopensUntil linkExpiresAt messages(first: 100) {
  totalCount edges { cursor node { id fromTeam authorName body files { fileName size url } } }
  pageInfo { hasNextPage hasPreviousPage } } } }`;
type File = { fileName: string; size: number; url: string };
type Message = { id: string; fromTeam: boolean; authorName: string | null; body: string; files: File[] };
type Page = {
  number: number;
  status: string;
  onReply: string;
  linkExpiresAt: string;
  messages: { totalCount: number; edges: { cursor: string; node: Message }[] };
};

async function read(by: Credentials): Promise<Page> {
  const { body } = await askAsRequester(desk, by, page);
  if (!body.data) throw new Error(JSON.stringify(body.errors));
  return body.data.request as Page;
}

const wordsOf = ({ messages }: Page) => messages.edges.map(({ node }) => node.body);

type Sent = { requestUrl: string | null; messageEdge: object | null; userErrors: { code: string; path: string[] }[] };

async function write(by: Credentials, body: string, more: object = {}): Promise<Sent> {
  const query = `mutation ($input: AddRequestMessageInput!) { addRequestMessage(input: $input) {
    requestUrl messageEdge { cursor node { id body fromTeam } } request { number status } userErrors { code path message } } }`;
  const answer = await askAsRequester(desk, by, query, { input: { body, ...more } });
  if (!answer.body.data) throw new Error(JSON.stringify(answer.body.errors));
  return answer.body.data.addRequestMessage as Sent;
}

async function submitted(input: object = { requester: { name: 'Mara Lind', email: 'mara@example.org' } }) {
  const { request, requestUrl } = await submitRequest(desk, {}, input);
  if (!request || !requestUrl) throw new Error('The receipt tells no page.');
  const id = Buffer.from(`Ticket:${request.number}`).toString('base64url');
  return { link: requestUrl, number: request.number, id, by: await openRequest(desk, requestUrl) };
}

describe('the requester’s page', () => {
  test('shows one request’s public words, oldest first, and nothing that can still be taken back', async () => {
    const { by, id, number } = await submitted();
    await talk.note({ id, number }, 'A secret among us.');
    await talk.reply({ id, number }, 'Which invoice?', { holdSeconds: 0 });
    await talk.reply({ id, number }, 'I may regret this.', { holdSeconds: 60 });
    const request = await read(by);
    expect(request).toMatchObject({ number, status: 'OPEN', onReply: 'CONTINUES' });
    expect(wordsOf(request)).toEqual(['On the 1st and the 3rd.', 'Which invoice?']);
    expect(request.messages.totalCount).toBe(2);
    expect(request.messages.edges.map(({ node }) => [node.fromTeam, node.authorName])).toEqual([
      [false, 'Mara Lind'],
      [true, null],
    ]);
  });

  test('is walked in pages that repeat and skip nothing, either way', async () => {
    const { by } = await submitted();
    for (const word of ['one', 'two', 'three', 'four']) await write(by, word);
    const all = wordsOf(await read(by));
    const walk = async (size: string, cursor: string, from: 'startCursor' | 'endCursor', more: string) => {
      const pages: string[][] = [];
      for (let at: string | null = null; ; ) {
        const place: string = at === null ? '' : `, ${cursor}: "${at}"`;
        const query = `{ request { messages(${size}${place}) { edges { node { body } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
        const { body } = await askAsRequester(desk, by, query);
        const { messages } = (
          body.data as {
            request: { messages: { edges: { node: { body: string } }[]; pageInfo: Record<string, string> } };
          }
        ).request;
        pages.push(messages.edges.map(({ node }) => node.body));
        if (!messages.pageInfo[more]) return pages;
        at = messages.pageInfo[from] ?? null;
      }
    };
    expect((await walk('first: 2', 'after', 'endCursor', 'hasNextPage')).flat()).toEqual(all);
    expect((await walk('last: 2', 'before', 'startCursor', 'hasPreviousPage')).toReversed().flat()).toEqual(all);
  });

  test('takes an answer, with files, which are the caller’s alone', async () => {
    const [one, other] = [await submitted(), await submitted({})];
    const send = (by: Credentials, name: string) => sendRequestFile(by, name);
    const [own, foreign] = [await send(one.by, 'mine.svg'), await send(other.by, 'theirs')];
    expect(await write(one.by, 'Not mine.', { fileIds: [foreign] })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    const sent = await write(one.by, 'See the picture.', { fileIds: [own] });
    expect(sent).toMatchObject({ messageEdge: { node: { body: 'See the picture.' } }, userErrors: [] });
    const file = (await read(one.by)).messages.edges.at(-1)?.node.files[0] as File;
    expect(file).toMatchObject({ fileName: 'mine.svg', size: 42 });
    const got = await fetch(desk.url + file.url, { headers: one.by });
    expect([got.status, got.headers.get('content-disposition')?.slice(0, 10)]).toEqual([200, 'attachment']);
    for (const headers of [other.by, {} as Credentials]) {
      expect((await fetch(desk.url + file.url, { headers })).status).toBe(404);
    }
    expect((await fetch(desk.url + file.url.replace('&as=request', ''), { headers: one.by })).status).toBe(404);
  });

  test('sends an answer with one key once', async () => {
    const { by } = await submitted();
    const key = { idempotencyKey: 'again' };
    expect(await write(by, 'Once.', key)).toEqual(await write(by, 'Once.', key));
    expect(wordsOf(await read(by))).toEqual(['On the 1st and the 3rd.', 'Once.']);
    expect(await write(by, 'Twice.', key)).toMatchObject({ userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
  });

  test('is also of whoever gave no name', async () => {
    const { by, number, id } = await submitted({});
    await write(by, 'It is me again.');
    expect(wordsOf(await read(by))).toEqual(['On the 1st and the 3rd.', 'It is me again.']);
    expect(await talk.timeline({ id, number })).toContain('FROM_REQUESTER It is me again.');
    expect(await talk.facts({ id, number }, 'waitingOn requester { displayName }')).toMatchObject({
      waitingOn: 'TEAM',
      requester: { displayName: expect.stringMatching(/^Requester \d+$/) },
    });
  });

  test('says that it is solved, and opens it again', async () => {
    const { by, number, id } = await submitted();
    const solve = `mutation ($comment: String) { resolveRequest(input: { comment: $comment }) {
      request { status onReply } userErrors { code } } }`;
    const first = await askAsRequester(desk, by, solve);
    expect(first.body.data?.resolveRequest).toEqual({
      request: { status: 'RESOLVED', onReply: 'REOPENS' },
      userErrors: [],
    });
    await write(by, 'Not after all.');
    expect(await read(by)).toMatchObject({ status: 'OPEN', onReply: 'CONTINUES' });
    await askAsRequester(desk, by, solve, { comment: 'Now it is.' });
    expect(await talk.facts({ id, number }, 'status waitingOn')).toEqual({ status: 'RESOLVED', waitingOn: 'NOBODY' });
    expect(await talk.timeline({ id, number })).toEqual([
      'CREATED',
      'CHANGED status',
      'FROM_REQUESTER Not after all.',
      'CHANGED status',
      'FROM_REQUESTER Now it is.',
      'CHANGED status',
    ]);
  });

  test('is read-only after 14 finished days: an answer begins a request that names the old one', async () => {
    const { by, number, id } = await submitted();
    await talk.change({ id, number }, { status: 'RESOLVED' });
    await finishedDaysAgo(number, 15);
    expect(await read(by)).toMatchObject({ onReply: 'BEGINS_NEW' });
    const file = await sendRequestFile(by, 'proof');
    const { requestUrl, messageEdge } = await write(by, 'It is back.', { fileIds: [file] });
    expect(messageEdge).toBeNull();
    expect(wordsOf(await read(by))).toEqual(['On the 1st and the 3rd.']);
    const next = await read(await openRequest(desk, requestUrl ?? ''));
    expect(next.number).not.toBe(number);
    expect(wordsOf(next)).toEqual([`It is back.\n\nThis goes on from T-${number}.`]);
    expect(next.messages.edges[0]?.node).toMatchObject({ authorName: 'Mara Lind', files: [{ fileName: 'proof' }] });
  });

  test('takes no words of whoever is blocked', async () => {
    const { by, number } = await submitted({ requester: { email: 'noise@example.org' } });
    await inDatabase(
      'update requester set blocked_at = now() where id = (select requester_id from ticket where number = $1)',
      [number],
    );
    expect(await write(by, 'Hello?')).toMatchObject({ userErrors: [{ code: 'NOT_ALLOWED' }] });
    expect(wordsOf(await read(by))).toHaveLength(1);
  });
});

async function sendRequestFile(by: Credentials, name: string): Promise<string> {
  const answer = await fetch(`${desk.url}/api/files/?as=request&name=${name}`, {
    method: 'POST',
    headers: { ...by, 'content-type': 'application/octet-stream' },
    body: '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function finishedDaysAgo(number: number, days: number): Promise<void> {
  await inDatabase(
    `update ticket set resolved_at = now() - $2 * interval '1 day', created_at = now() - $2 * interval '1 day'
     where number = $1`,
    [number, days],
  );
}

describe('a link', () => {
  const enter = (token: unknown) => desk.rest('POST', '/auth/request', { token }, { origin: desk.url });
  const bad = async (token: unknown) => {
    const { status, body, headers } = await enter(token);
    return { status, body, cookies: headers.getSetCookie(), cache: headers.get('cache-control') };
  };
  const refusal = { status: 403, body: { detail: 'This link does not work.' }, cookies: [], cache: 'no-store' };

  test('that is changed, cut, no text, rotated, expired or of somebody else’s ticket is answered as one that never was', async () => {
    const { link, number, id, by } = await submitted();
    const token = tokenIn(link);
    const letters = [...token].map(
      (letter, at) => token.slice(0, at) + (letter === 'A' ? 'B' : 'A') + token.slice(at + 1),
    );
    for (const guess of [...letters, token.slice(1), `${token}A`, `${token}=`, ` ${token}`, '', null, 7, { token }]) {
      expect(await bad(guess)).toEqual(refusal);
    }
    expect((await enter(token)).status).toBe(204);
    const { requestUrl } = await rotate({}, id);
    expect(await bad(token)).toEqual(refusal);
    expect((await askAsRequester(desk, by, page)).status).toBe(401);
    const second = await openRequest(desk, requestUrl ?? '');
    await inDatabase(`update ticket set created_at = now() - interval '91 days' where number = $1`, [number]);
    expect(await bad(tokenIn(requestUrl ?? ''))).toEqual(refusal);
    expect((await askAsRequester(desk, second, page)).status).toBe(401);
    expect(await rotate({}, id)).toMatchObject({ requestUrl: null, userErrors: [{ code: 'NOT_ALLOWED' }] });
    await talk.reply({ id, number }, 'Sorry for the wait.', { holdSeconds: 0 });
    expect((await enter(tokenIn(requestUrl ?? ''))).status).toBe(204);
    const { requester } = (await talk.facts(await talk.submit(), 'requester { id }')) as { requester: { id: string } };
    await talk.change({ id, number }, { requesterId: requester.id });
    expect(await bad(tokenIn(requestUrl ?? ''))).toEqual(refusal);
  });

  test('is not found in 100,000 guesses, each of which takes as long as another', async () => {
    const { link } = await submitted();
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
      while (at < 100_000) {
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
    const { link, number, by } = await submitted({ requester: { email: 'gone@example.org' } });
    await inDatabase(
      `update requester set erased_at = now(), name = null where id = (select requester_id from ticket where number = $1)`,
      [number],
    );
    expect(await bad(tokenIn(link))).toEqual(refusal);
    expect((await askAsRequester(desk, by, page)).status).toBe(401);
  });

  test('is exchanged for a cookie that scripts cannot read, counts nowhere else, and is deleted once it is bad', async () => {
    const { link, by } = await submitted();
    const answer = await enter(tokenIn(link));
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^relaydesk-request=\S+; Max-Age=1800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(answer.headers.getSetCookie()[0]).not.toContain(tokenIn(link));
    expect((await ask(desk, by, page)).body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const changed = { ...by, cookie: `${by.cookie?.slice(0, -1)}x` };
    const refused = await askAsRequester(desk, changed, page);
    expect([refused.status, refused.headers.getSetCookie()[0]]).toEqual([
      401,
      expect.stringMatching(/^relaydesk-request=; Max-Age=0;/),
    ]);
    const foreign = await askAsRequester(desk, { ...by, origin: 'https://evil.example' }, page);
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
    const { by } = await submitted();
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
    const own = (await read(by)).messages.edges[0]?.node.id;
    expect((await askAsRequester(desk, by, `{ node(id: "${own}") { id } }`)).body.data).toEqual({ node: { id: own } });
  });
});

type Rotated = { requestUrl: string | null; sentTo: string | null; userErrors: { code: string }[] };

async function rotate(by: Credentials, ticketId: string, at: TestDesk = desk): Promise<Rotated> {
  const query = `mutation ($id: ID!) { rotateRequestLink(input: { ticketId: $id }) {
    requestUrl sentTo ticket { id } userErrors { code message } } }`;
  const { body } = await ask(at, by, query, { id: ticketId });
  if (!body.data) throw new Error(JSON.stringify(body.errors));
  return body.data.rotateRequestLink as Rotated;
}

test('from the types of the requester’s page no type of the team can be reached', async () => {
  const schema = await createSchema();
  const reached = new Set<string>();
  const walk = (type: unknown): void => {
    const types = isAbstractType(type as GraphQLObjectType) ? [] : [type as GraphQLObjectType];
    for (const one of types) {
      if (!isObjectType(one) || reached.has(one.name)) continue;
      reached.add(one.name);
      for (const field of Object.values(one.getFields())) walk(getNamedType(field.type));
    }
  };
  for (const name of ['Request', 'RequestMessage', 'AddRequestMessagePayload', 'ResolveRequestPayload']) {
    walk(schema.getType(name));
  }
  expect([...reached].sort()).toEqual([
    'AddRequestMessagePayload',
    'PageInfo',
    'Request',
    'RequestFile',
    'RequestMessage',
    'RequestMessageConnection',
    'RequestMessageEdge',
    'ResolveRequestPayload',
    'UserError',
  ]);
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
    expect((await read(await openRequest(desk, told.body.request_url ?? ''))).status).toBe('OPEN');
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
      expect((await askAsRequester(team, by, page)).body.data?.request).toMatchObject({ number: 1 });
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
      await expect(rotate(reader, id, team)).rejects.toThrow('FORBIDDEN');
      const { requestUrl, sentTo } = await rotate(agent, id, team);
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
