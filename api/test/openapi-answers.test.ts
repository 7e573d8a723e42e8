import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newToken } from '../src/identity/sessions/token-text.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { createFailingDatabase } from './support/failing-database.js';
import { deliver, mail, mailToken } from './support/mail.js';
import { startMerging } from './support/merging.js';
import { type OpenApiDocument, OpenApiJudge, operationsOf } from './support/openapi-judge.js';
import { form, good, json, multipart, part, type Sent, send, ticket } from './support/openapi-requests.js';
import { joinTeam, makeToken } from './support/team.js';

type Case = readonly [operationId: string, status: number, request: Sent];
const all = Object.keys(good);
const asking = all.filter((name) => !['getIndex', 'getOpenApi', 'getDocs', 'previewImport'].includes(name));
/** What an open desk lets everybody do. */
const openToAll = all.filter((name) => name !== 'exportAudit');
/** About the caller, and so about tickets never. */
const known = ['getMe', 'exportAudit'];
const anonymous = asking.filter((name) => !known.includes(name));
/** A token that nobody made, which the database must be asked about. */
const formal = { headers: { authorization: `Bearer ${newToken().token}` } };
const withBody = all.filter((name) => good[name]?.body);
/** A file may be of any type. */
const typed = withBody.filter((name) => name !== 'sendFile');
const change = (name: string, changes: Partial<Sent>): Sent => ({ ...(good[name] as Sent), ...changes });
const cases = (names: readonly string[], status: number, changes: Partial<Sent>): Case[] =>
  names.map((name) => [name, status, change(name, changes)]);

const made: Record<string, number> = {
  createTicket: 201,
  addMessage: 201,
  addNote: 201,
  sendFile: 201,
  deleteTicket: 204,
};
const onTicket = { listMessages: 'messages', addMessage: 'messages', listNotes: 'notes', addNote: 'notes' };

const successes: Case[] = [
  ...openToAll.map((name): Case => [name, made[name] ?? 200, change(name, {})]),
  ['listTickets', 200, change('listTickets', { path: '/api/tickets/' })],
  ['createTicket', 201, change('createTicket', { headers: form, body: 'title=a&description=b' })],
  [
    'createTicket',
    201,
    change('createTicket', { headers: multipart, body: `${part('title', 'a')}${part('description', 'b')}--b--` }),
  ],
  ['classifyTicket', 200, change('classifyTicket', { headers: form, body: 'description=It+smokes.' })],
  ['classifyTicket', 200, change('classifyTicket', { headers: multipart, body: `${part('description', 'b')}--b--` })],
  ['importTickets', 200, change('importTickets', { headers: { 'content-type': 'text/csv' }, body: 'title\nOne\n' })],
  ['importTickets', 200, change('importTickets', { headers: json, body: `[${ticket}]` })],
  ['listTickets', 200, change('listTickets', { path: '/api/tickets?order=-priority&created_from=2026-01-01&limit=1' })],
];

const refusals: Case[] = [
  ...cases(['createTicket', 'replaceTicket', 'classifyTicket'], 400, { body: '{}' }),
  ...cases(['updateTicket'], 400, { body: '{"title":null}' }),
  ...cases(['addMessage', 'addNote'], 400, { body: '{"body":" "}' }),
  ...cases(['listMessages'], 400, { path: '/api/tickets/{id}/messages?cursor=x' }),
  ...cases(['listNotes'], 400, { path: '/api/tickets/{id}/notes?limit=0' }),
  ...Object.entries(onTicket).map(
    ([name, what]): Case => [name, 404, change(name, { path: `/api/tickets/999999/${what}` })],
  ),
  ...['original', 'formatted'].flatMap((what): Case[] => {
    const name = what === 'original' ? 'Original' : 'Formatted';
    return [
      // It did not come by mail.
      [`getTicket${name}`, 404, { method: 'GET', path: `/api/tickets/{id}/${what}` }],
      [`getReply${name}`, 404, { method: 'GET', path: `/api/replies/nonsense/${what}` }],
    ];
  }),
  ...cases(['createTicket', 'replaceTicket', 'updateTicket', 'classifyTicket'], 400, { body: '{"' }),
  ...cases(['listTickets'], 400, { path: '/api/tickets?status=wrong&limit=0' }),
  ...cases(['exportTickets'], 400, { path: '/api/tickets/export.csv?order=title' }),
  ...cases(['getTicket'], 400, { path: '/api/tickets/1?include=notes' }),
  ...cases(['importTickets'], 400, { path: '/api/tickets/import?preset=lotus' }),
  ...cases(['importTickets', 'previewImport'], 400, { body: Buffer.from('{"title":"Größe"}', 'latin1') }),
  ...cases(['importTickets'], 400, { body: '\n' }),
  ...cases(withBody, 403, { headers: { ...form, origin: 'https://elsewhere.example.com' }, body: 'title=a' }),
  ...['getTicket', 'replaceTicket', 'updateTicket', 'deleteTicket'].map(
    (name): Case => [name, 404, change(name, { path: '/api/tickets/999999' })],
  ),
  ...all.map((name): Case => [name, 405, change(name, { method: otherMethod(name) })]),
  ...withBody.map((name): Case => [name, 408, change(name, { stalls: true })]),
  ...['replaceTicket', 'updateTicket', 'deleteTicket'].map(
    (name): Case => [name, 412, change(name, { headers: { ...json, 'if-match': '"9"' } })],
  ),
  ...typed.map((name): Case => [name, 413, change(name, { body: Buffer.alloc(3_000_000, ' ') })]),
  ...cases(['sendFile'], 413, { headers: { 'content-length': '26214401', connection: 'close' } }),
  ...cases(['sendFile'], 400, { body: '' }),
  ...cases(['sendFile'], 415, { headers: { 'content-type': 'json' } }),
  ...cases(typed, 415, { headers: { 'content-type': 'text/plain' } }),
  ...all.map((name): Case => [name, 421, change(name, { headers: { host: 'rebound.example.com' } })]),
];

const conflicts: Case[] = [
  ['createTicket', 201, change('createTicket', { headers: { ...json, 'idempotency-key': 'once' } })],
  ['createTicket', 201, change('createTicket', { headers: { ...json, 'idempotency-key': 'once' } })],
  [
    'createTicket',
    409,
    change('createTicket', { headers: { ...json, 'idempotency-key': 'once' }, body: ticket.replace('low', 'high') }),
  ],
];

const onceEach = (name: string): Sent => change(name, { headers: { ...json, 'idempotency-key': name } });
const spent: Case[] = ['addMessage', 'addNote'].flatMap((name): Case[] => [
  [name, 201, onceEach(name)],
  // Another ticket.
  [name, 409, onceEach(name)],
]);

const desks: [what: string, start: () => Promise<TestDesk>, cases: readonly Case[]][] = [
  ['a desk that is well', startMailedDesk, [...successes, ...refusals, ...conflicts, ...spent]],
  [
    'a desk whose team signs in',
    startTeamDesk,
    [
      ...cases([...asking, 'previewImport'], 401, { headers: { authorization: 'Bearer wrong' } }),
      ...cases(
        asking.filter((name) => name !== 'getMe'),
        403,
        { headers: { authorization: 'Bearer weak' } },
      ),
      ...cases(['getMe'], 200, { headers: { authorization: 'Bearer weak' } }),
      ...cases(['getMe', 'exportAudit'], 200, { headers: { authorization: 'Bearer strong' } }),
    ],
  ],
  [
    'a desk on which a ticket is merged',
    startMergedDesk,
    [
      ...cases(['getTicket'], 200, { path: '/api/tickets/2' }),
      ...cases(['replaceTicket', 'updateTicket', 'deleteTicket'], 409, { path: '/api/tickets/2' }),
    ],
  ],
  [
    'a desk that is asked too often',
    async () => {
      const desk = await startDesk({ RATE_LIMIT_GENERAL: '1' });
      await desk.rest('GET', '/api/');
      return desk;
    },
    cases(all, 429, {}),
  ],
  [
    'a desk whose database fails',
    async () => startDesk({}, await createFailingDatabase('XX000')),
    [...cases(anonymous, 500, {}), ...cases(known, 500, formal)],
  ],
  [
    'a desk without a database',
    async () => startDesk({}, await createFailingDatabase('53100')),
    [
      ...cases(
        anonymous.filter((name) => name !== 'sendFile'),
        503,
        {},
      ),
      ...cases(['sendFile'], 507, {}),
      ...cases(known, 503, formal),
    ],
  ],
  [
    'a desk whose database shuts down',
    async () => startDesk({}, await createFailingDatabase('57P01')),
    cases(['sendFile'], 503, {}),
  ],
];

/** What these stand for in an address: a ticket that came by mail, and an answer to it. */
const mailed = { ticket: '1', answer: Buffer.from('PublicReply:1').toString('base64url') };

async function startMailedDesk(): Promise<TestDesk> {
  const limits = { BODY_TIMEOUT_MS: '300', IMPORT_LIMIT_MB: '1', RATE_LIMIT_CREATE: '1000' };
  const desk = await startDesk({ ...limits, MAIL_IN_TOKEN: mailToken });
  const html = { 'Content-Type': 'text/html' };
  await deliver(desk, mail({ ...html, 'Message-ID': '<first@example.org>' }, '<p>It <b>smokes</b>.</p>'));
  await deliver(desk, mail({ ...html, 'In-Reply-To': '<first@example.org>' }, '<p>Still.</p>'));
  return desk;
}

/** What these words stand for where a request sends them. */
const tokens: Record<string, string> = {};

async function startMergedDesk(): Promise<TestDesk> {
  const desk = await startDesk();
  for (let count = 0; count < 2; count++) await send(desk, good.createTicket as Sent);
  await startMerging(desk).merge(1, [2]);
  return desk;
}

async function startTeamDesk(): Promise<TestDesk> {
  const desk = await startDesk();
  const ada = await joinTeam(desk, 'ada@example.org', '--admin');
  tokens['Bearer weak'] = (await makeToken(desk, ada, ['PEOPLE_READ'], true)).authorization ?? '';
  tokens['Bearer strong'] = (await makeToken(desk, ada, ['ADMIN'])).authorization ?? '';
  return desk;
}

function withToken(sent: Sent): Sent {
  const { authorization } = sent.headers ?? {};
  const token = authorization === undefined ? undefined : tokens[authorization];
  return token === undefined ? sent : { ...sent, headers: { ...sent.headers, authorization: token } };
}

function otherMethod(name: string): string {
  return ['getTicket', 'replaceTicket', 'updateTicket', 'deleteTicket'].includes(name) ? 'POST' : 'PUT';
}

describe.each(desks)('what is answered is what is described, by %s:', (_what, start, own) => {
  let desk: TestDesk;
  let judge: OpenApiJudge;
  beforeAll(async () => {
    desk = await start();
    judge = new OpenApiJudge(await readDocument());
  });
  afterAll(() => desk.close());

  test.each(own)('%s %d', async (operationId, status, sent) => {
    const created = sent.path.includes('{id}') ? await send(desk, good.createTicket as Sent) : null;
    const id = created?.status === 201 ? JSON.parse(created.text).id : 1;
    const answer = await send(desk, {
      ...withToken(sent),
      path: sent.path.replace('{id}', id).replace('{mailed}', mailed.ticket).replace('{answer}', mailed.answer),
    });
    expect(answer).toMatchObject({ status, headers: { 'x-request-id': expect.any(String) } });
    expect(judge.faults(operationId, answer)).toEqual([]);
  });
});

/** The same whatever the desk. */
let document: Promise<OpenApiDocument> | undefined;
function readDocument(): Promise<OpenApiDocument> {
  document ??= (async () => {
    const desk = await startDesk();
    const { body } = await desk.rest<OpenApiDocument>('GET', '/api/openapi.json');
    await desk.close();
    return body;
  })();
  return document;
}

test('every status that an operation promises is among the answers above', async () => {
  const promised = operationsOf(await readDocument()).flatMap(({ operationId, responses }) =>
    Object.keys(responses).map((status) => `${operationId} ${status}`),
  );
  const met = desks.flatMap(([, , own]) => own.map(([operationId, status]) => `${operationId} ${status}`));
  expect([...new Set(met)].sort()).toEqual(promised.sort());
});
