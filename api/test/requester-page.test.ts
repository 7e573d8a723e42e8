import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLObjectType, getNamedType, isAbstractType, isObjectType } from 'graphql';
import { createSchema } from '../src/schema.js';
import { type Conversing, startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import {
  askAsRequester,
  heldRequest,
  inDatabase,
  openRequest,
  type RequestFile,
  readRequest,
  wordsOf,
  writeRequest,
} from './support/requester-page.js';
import type { Credentials } from './support/team.js';

let desk: TestDesk;
let talk: Conversing;
beforeAll(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
  talk = startConversation(desk);
});
afterAll(() => desk.close());

describe('the requester’s page', () => {
  test('shows one request’s public words, oldest first, and nothing that can still be taken back', async () => {
    const { by, id, number } = await heldRequest(desk);
    await talk.note({ id, number }, 'A secret among us.');
    await talk.reply({ id, number }, 'Which invoice?', { holdSeconds: 0 });
    await talk.reply({ id, number }, 'I may regret this.', { holdSeconds: 60 });
    const request = await readRequest(desk, by);
    expect(request).toMatchObject({ number, status: 'OPEN', onReply: 'CONTINUES' });
    expect(wordsOf(request)).toEqual(['On the 1st and the 3rd.', 'Which invoice?']);
    expect(request.messages.totalCount).toBe(2);
    expect(request.messages.edges.map(({ node }) => [node.fromTeam, node.authorName])).toEqual([
      [false, 'Mara Lind'],
      [true, null],
    ]);
  });

  test('is walked in pages that repeat and skip nothing, either way', async () => {
    const { by } = await heldRequest(desk);
    for (const word of ['one', 'two', 'three', 'four']) await writeRequest(desk, by, word);
    const all = wordsOf(await readRequest(desk, by));
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
    const [one, other] = [await heldRequest(desk), await heldRequest(desk, {})];
    const send = (by: Credentials, name: string) => sendRequestFile(by, name);
    const [own, foreign] = [await send(one.by, 'mine.svg'), await send(other.by, 'theirs')];
    expect(await writeRequest(desk, one.by, 'Not mine.', { fileIds: [foreign] })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    const sent = await writeRequest(desk, one.by, 'See the picture.', { fileIds: [own] });
    expect(sent).toMatchObject({ messageEdge: { node: { body: 'See the picture.' } }, userErrors: [] });
    const file = (await readRequest(desk, one.by)).messages.edges.at(-1)?.node.files[0] as RequestFile;
    expect(file).toMatchObject({ fileName: 'mine.svg', size: 42 });
    const got = await fetch(desk.url + file.url, { headers: one.by });
    expect([got.status, got.headers.get('content-disposition')?.slice(0, 10)]).toEqual([200, 'attachment']);
    for (const headers of [other.by, {} as Credentials]) {
      expect((await fetch(desk.url + file.url, { headers })).status).toBe(404);
    }
    expect((await fetch(desk.url + file.url.replace('&as=request', ''), { headers: one.by })).status).toBe(404);
  });

  test('sends an answer with one key once', async () => {
    const { by } = await heldRequest(desk);
    const key = { idempotencyKey: 'again' };
    expect(await writeRequest(desk, by, 'Once.', key)).toEqual(await writeRequest(desk, by, 'Once.', key));
    expect(wordsOf(await readRequest(desk, by))).toEqual(['On the 1st and the 3rd.', 'Once.']);
    expect(await writeRequest(desk, by, 'Twice.', key)).toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }],
    });
  });

  test('is also of whoever gave no name', async () => {
    const { by, number, id } = await heldRequest(desk, {});
    await writeRequest(desk, by, 'It is me again.');
    expect(wordsOf(await readRequest(desk, by))).toEqual(['On the 1st and the 3rd.', 'It is me again.']);
    expect(await talk.timeline({ id, number })).toContain('FROM_REQUESTER It is me again.');
    expect(await talk.facts({ id, number }, 'waitingOn requester { displayName }')).toMatchObject({
      waitingOn: 'TEAM',
      requester: { displayName: expect.stringMatching(/^Requester \d+$/) },
    });
  });

  test('says that it is solved, and opens it again', async () => {
    const { by, number, id } = await heldRequest(desk);
    const solve = `mutation ($comment: String) { resolveRequest(input: { comment: $comment }) {
      request { status onReply } userErrors { code } } }`;
    const first = await askAsRequester(desk, by, solve);
    expect(first.body.data?.resolveRequest).toEqual({
      request: { status: 'RESOLVED', onReply: 'REOPENS' },
      userErrors: [],
    });
    await writeRequest(desk, by, 'Not after all.');
    expect(await readRequest(desk, by)).toMatchObject({ status: 'OPEN', onReply: 'CONTINUES' });
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
    const { by, number, id } = await heldRequest(desk);
    await talk.change({ id, number }, { status: 'RESOLVED' });
    await finishedDaysAgo(number, 15);
    expect(await readRequest(desk, by)).toMatchObject({ onReply: 'BEGINS_NEW' });
    const file = await sendRequestFile(by, 'proof');
    const { requestUrl, messageEdge } = await writeRequest(desk, by, 'It is back.', { fileIds: [file] });
    expect(messageEdge).toBeNull();
    expect(wordsOf(await readRequest(desk, by))).toEqual(['On the 1st and the 3rd.']);
    const next = await readRequest(desk, await openRequest(desk, requestUrl ?? ''));
    expect(next.number).not.toBe(number);
    expect(wordsOf(next)).toEqual([`It is back.\n\nThis goes on from T-${number}.`]);
    expect(next.messages.edges[0]?.node).toMatchObject({ authorName: 'Mara Lind', files: [{ fileName: 'proof' }] });
  });

  test('takes no words of whoever is blocked', async () => {
    const { by, number } = await heldRequest(desk, { requester: { email: 'noise@example.org' } });
    await inDatabase(
      desk,
      'update requester set blocked_at = now() where id = (select requester_id from ticket where number = $1)',
      [number],
    );
    expect(await writeRequest(desk, by, 'Hello?')).toMatchObject({ userErrors: [{ code: 'NOT_ALLOWED' }] });
    expect(wordsOf(await readRequest(desk, by))).toHaveLength(1);
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
    desk,
    `update ticket set resolved_at = now() - $2 * interval '1 day', created_at = now() - $2 * interval '1 day'
     where number = $1`,
    [number, days],
  );
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
