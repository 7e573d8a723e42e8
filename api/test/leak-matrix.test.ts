import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLObjectType, isObjectType } from 'graphql';
import { accessRules } from '../src/access-rules.js';
import { systemCaller, tokenScopes } from '../src/caller.js';
import { ruleOf } from '../src/graphql/access.js';
import { restRules } from '../src/rest-access-rules.js';
import { askedFields, called, followedFields } from './support/asked-fields.js';
import type { TestDesk } from './support/desk.js';
import { may, mayReadNotes, teams, type Who } from './support/kinds-of-callers.js';
import { canary, fileCanary, noteCanary, otherCanary, startLeakStage } from './support/leak-stage.js';
import { askAsRequester } from './support/requester-page.js';
import { ask, type Credentials, makeToken } from './support/team.js';

/**
 * Every field of the schema, asked for by every kind of caller, in both modes: who may not have it gets no data, and no
 * word of a ticket. Documents are made from the schema, so a field that is added is asked for too.
 */
const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const tellsNote = (answer: unknown) => [noteCanary, fileCanary].some((word) => JSON.stringify(answer).includes(word));

let stage: Awaited<ReturnType<typeof startLeakStage>>;
let open: TestDesk;
let desk: TestDesk;
let credentials: ReadonlyMap<string, Credentials>;
let left: Credentials;
let holders: ReadonlyMap<TestDesk, Credentials>;
beforeAll(async () => {
  stage = await startLeakStage();
  ({ open, desk, credentials, left, holders } = stage);
});
afterAll(() => stage.close());

const all = askedFields(schema);

test('the documents reach every field of every type that can be read', () => {
  const reached = new Set([...all, ...followedFields(schema)].map(({ name }) => name));
  const payload = /Payload$|^UpdateTicketResult$|^DeleteTicketResult$|^ReplyWarning$|^UserError$|^Mutation$/;
  const readable = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__') && !payload.test(type.name),
  ) as GraphQLObjectType[];
  const missing = readable.flatMap(({ name, getFields }) =>
    Object.keys(getFields.call(schema.getType(name))).map((field) => `${name}.${field}`),
  );
  expect(missing.filter((name) => !reached.has(name))).toEqual([]);
  expect(all.length).toBeGreaterThan(150);
});

async function wrongAnswers(one: TestDesk, by: Credentials, who: Who): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name, document, rules } of all) {
    const { status, body } = await (who.as === 'requester' ? askAsRequester : ask)(one, by, document);
    const allowed = rules.every((rule) => may(who, rule));
    const code = body.errors?.[0]?.extensions.code;
    const isRefused = status === 200 && !body.data && (code === 'FORBIDDEN' || code === 'UNAUTHENTICATED');
    const isTold = JSON.stringify(body).includes(canary);
    const isOtherTold = who.as === 'requester' && JSON.stringify(body).includes(otherCanary);
    const isNoteTold = tellsNote(body) && !mayReadNotes(who);
    if (allowed === isRefused || (isTold && !allowed) || isNoteTold || isOtherTold)
      wrong.push(`${name}: ${status} ${JSON.stringify(body).slice(0, 150)}`);
  }
  return wrong;
}

describe('every field of the schema', () => {
  test.each(teams)('is refused to $name unless a rule allows it', async (who) => {
    expect(await wrongAnswers(desk, credentials.get(who.name) ?? {}, who)).toEqual([]);
  });

  test('is the team’s on an open desk, but for what is about oneself', async () => {
    expect(await wrongAnswers(open, {}, { name: 'the team without a name', as: 'team', scopes: null })).toEqual([]);
  });

  test('is the requester’s of one request alone, on an open desk and on a team’s', async () => {
    const holder: Who = { name: 'the holder of a link', as: 'requester', scopes: null };
    for (const [one, by] of holders) expect(await wrongAnswers(one, by, holder)).toEqual([]);
  });

  test('is nobody’s who has left', async () => {
    for (const { document } of all.slice(0, 20)) {
      const { status, body } = await ask(desk, left, document);
      expect([status, body.data]).toEqual([401, undefined]);
    }
  });
});

/** Mutations change things, so each is sent as nobody, and by a token without any right to it. */
test('every mutation is refused to who may not make it', async () => {
  const reader = credentials.get('a token with NOTES_READ') ?? {};
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const document = `mutation { ${called(field)} { __typename } }`;
    const { body: byToken } = await ask(desk, reader, document);
    expect([field.name, byToken.data, byToken.errors?.[0]?.extensions.code]).toEqual([
      field.name,
      undefined,
      'FORBIDDEN',
    ]);
    if (ruleOf(accessRules, 'Mutation', field.name)?.to === 'PUBLIC') continue;
    const { body: byNobody } = await ask(desk, {}, document);
    expect([field.name, byNobody.errors?.[0]?.extensions.code]).toEqual([field.name, 'UNAUTHENTICATED']);
  }
});

test('a suggestion names similar tickets to nobody who may not read tickets', async () => {
  const similar = `mutation { suggestTriage(input: { description: "${canary}" }) {
    similarTickets(first: 20) { commonWords ticket { title description } } } }`;
  const rules = ['SuggestTriagePayload.similarTickets', 'Mutation.suggestTriage'].map(
    (name) => accessRules[name] ?? null,
  );
  for (const who of teams) {
    const { body } = await ask(desk, credentials.get(who.name) ?? {}, similar);
    const allowed = rules.every((rule) => may(who, rule));
    expect([who.name, Boolean(body.data)]).toEqual([who.name, allowed]);
    if (!allowed) expect(JSON.stringify(body)).not.toContain(canary);
  }
});

test('every address of REST obeys its rule, whoever asks', async () => {
  for (const [key, rule] of Object.entries(restRules(true))) {
    const [method = '', url = ''] = key.split(' ');
    for (const who of teams) {
      const path = url.replace(':id', '1');
      const body = method === 'GET' ? undefined : {};
      const by = { ...credentials.get(who.name), 'content-type': 'application/json' };
      if (method === 'DELETE' && may(who, rule)) continue;
      const answer = await desk.rest(method, path, body, by);
      const isRefused = answer.status === 401 || answer.status === 403;
      expect([key, who.name, isRefused]).toEqual([key, who.name, !may(who, rule)]);
      if (isRefused) expect(JSON.stringify(answer.body)).not.toContain(canary);
    }
  }
});

describe('a note', () => {
  const counts = `{ ticket(number: 1) { timeline(last: 100) { totalCount pageInfo { startCursor endCursor hasPreviousPage }
    edges { cursor node { __typename id createdAt } } } preview messageCount updatedAt events { totalCount }
    notes: timeline(kinds: [NOTE]) { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage } } }
    tickets(filter: { search: "${noteCanary}" }) { totalCount edges { node { number } } }
    events(first: 100) { totalCount edges { node { id type } } } }`;
  const addresses = [
    '',
    '1/',
    '1/messages/',
    '1/notes/',
    `?search=${noteCanary}`,
    `export.csv?search=${noteCanary}`,
    'messages.csv',
  ];

  test('is found, counted and told nowhere, by any door, to a token without NOTES_READ', async () => {
    const admin = credentials.get('an administrator') ?? {};
    const most = tokenScopes.filter((scope) => scope !== 'NOTES_READ');
    const token = await makeToken(desk, admin, most);
    const { body } = await ask(desk, token, counts);
    const { ticket, tickets } = body.data as {
      ticket: { timeline: { totalCount: number; edges: { node: { __typename: string } }[] }; notes: object };
      tickets: object;
    };
    expect(tickets).toEqual({ totalCount: 0, edges: [] });
    expect(ticket.notes).toMatchObject({ totalCount: 0, edges: [] });
    expect(ticket.timeline.edges.map(({ node }) => node.__typename)).toEqual(['TicketEvent', 'PublicReply']);
    expect(ticket.timeline.totalCount).toBe(2);
    for (const path of addresses) {
      const answer = await desk.rest('GET', `/api/tickets/${path}`, undefined, token);
      expect([path, answer.status]).toEqual([path, path === '1/notes/' ? 403 : 200]);
      expect(tellsNote(answer.body)).toBe(false);
    }
    for (const type of ['InternalNote', 'PublicReply', 'TicketEvent']) {
      for (let key = 1; key < 12; key++) {
        const id = Buffer.from(`${type}:${key}`).toString('base64url');
        const node = await ask(desk, token, `{ node(id: "${id}") { __typename id } nodes(ids: ["${id}"]) { id } }`);
        if (type === 'InternalNote') expect(node.body.data).toEqual({ node: null, nodes: [null] });
        expect(JSON.stringify(node.body)).not.toContain('noted');
      }
    }
    expect((await ask(desk, admin, counts)).body.data).toMatchObject({ tickets: { totalCount: 1 } });
  });

  test('has a file that nobody reads who may not read the note', async () => {
    const admin = credentials.get('an administrator') ?? {};
    const noted = `{ ticket(number: 1) { timeline(kinds: [NOTE], first: 1) { edges { node { ... on InternalNote {
      attachments { edges { node { id url } } } } } } } } }`;
    type Told = { ticket: { timeline: { edges: { node: { attachments: { edges: { node: File }[] } } }[] } } };
    type File = { id: string; url: string };
    const { body } = await ask(desk, admin, noted);
    const file = (body.data as Told).ticket.timeline.edges[0]?.node.attachments.edges[0]?.node;
    const get = async (url: string, by: Credentials) => (await fetch(desk.url + url, { headers: by })).text();
    expect(await get(file?.url ?? '', admin)).toBe(fileCanary);
    const most = tokenScopes.filter((scope) => scope !== 'NOTES_READ');
    const token = await makeToken(desk, admin, most);
    for (const by of [token, {}, left, credentials.get('an agent') ?? {}]) {
      expect(await get(file?.url ?? '', by)).not.toContain(fileCanary);
    }
    const byId = `{ node(id: "${file?.id}") { __typename ... on Attachment { fileName sha256 url } } nodes(ids: ["${file?.id}"]) { id } }`;
    expect((await ask(desk, token, byId)).body.data).toEqual({ node: null, nodes: [null] });
    expect((await ask(desk, {}, byId)).body.data).toBeUndefined();
    expect((await ask(desk, {}, `{ node(id: "${file?.id}") { __typename } }`)).body.data).toEqual({ node: null });
    expect((await ask(desk, left, byId)).body.data).toBeUndefined();
    const messages = await desk.rest('GET', '/api/tickets/1/messages/', undefined, token);
    expect(tellsNote(messages.body)).toBe(false);
  });

  test('is there for who may read it', async () => {
    for (const who of ['an agent', 'an administrator']) {
      const { body } = await desk.rest('GET', '/api/tickets/1/notes/', undefined, credentials.get(who));
      expect(JSON.stringify(body)).toContain(noteCanary);
      const told = '{ viewer { notifications { edges { node { excerpt } } } } }';
      expect(JSON.stringify((await ask(desk, credentials.get(who) ?? {}, told)).body)).toContain(noteCanary);
    }
    const token = await makeToken(desk, credentials.get('an agent') ?? {}, ['TICKETS_READ', 'NOTES_READ']);
    expect(JSON.stringify((await desk.rest('GET', '/api/tickets/1/notes/', undefined, token)).body)).toContain(
      noteCanary,
    );
  });
});

describe('the requester’s page', () => {
  const everything = `{ request { title messages(last: 100) { totalCount pageInfo { startCursor endCursor }
    edges { cursor node { id body authorName files { url } } } } } }`;
  const types = [
    'Ticket',
    'PublicReply',
    'InternalNote',
    'TicketEvent',
    'Request',
    'RequestMessage',
    'Attachment',
    'User',
  ];

  test('holds the canary of its own words, and neither a note nor another’s words, in both modes', async () => {
    for (const [one, by] of holders) {
      const { body } = await askAsRequester(one, by, everything);
      expect(body.data?.request).toMatchObject({ title: canary, messages: { totalCount: 2 } });
      const ids = types.flatMap((type) =>
        [1, 2, 3].flatMap((key) => [`${type}:${key}`, `${type}:2-${key}`, `${type}:2-0`]),
      );
      const asked = ids.map((id) => `"${Buffer.from(id).toString('base64url')}"`);
      const nodes = await askAsRequester(one, by, `{ nodes(ids: [${asked.slice(0, 100)}]) { __typename id } }`);
      const found = nodes.body.data as { nodes: ({ __typename: string } | null)[] };
      const told = found.nodes.flatMap((node) => node?.__typename ?? []);
      expect(told).toEqual(['Request']);
      const refused = await askAsRequester(one, by, `{ tickets(filter: { search: "${noteCanary}" }) { totalCount } }`);
      for (const answer of [body, nodes.body, refused.body]) {
        expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${noteCanary}|${otherCanary}`));
      }
    }
  });

  test('opens no address of REST but that of files', async () => {
    const by = holders.get(desk) ?? {};
    for (const key of Object.keys(restRules(true))) {
      const [method = '', url = ''] = key.split(' ');
      const answer = await desk.rest(
        method,
        `${url.replace(':id', '1')}?as=request`,
        method === 'GET' ? undefined : {},
        by,
      );
      expect([key, JSON.stringify(answer.body).includes(canary)]).toEqual([key, false]);
    }
  });
});

/** Last: it writes into the trails of both tickets. */
describe('a merge', () => {
  test.each([
    [1, 2],
    [2, 1],
  ])(
    'leaves every field the requester’s of one request where %d goes on for %d, which another asked',
    async (into, merged) => {
      const holder: Who = { name: 'the holder of a link', as: 'requester', scopes: null };
      for (const [one, by] of holders) {
        const { merges } = one.services;
        await merges.merge(systemCaller, into, [merged], { allowDifferentRequesters: true });
        expect(await wrongAnswers(one, by, holder)).toEqual([]);
        await merges.unmerge(systemCaller, merged);
      }
    },
  );
});

/** As the merge: one of the two is the incident that the other tells of. */
test.each([
  [1, 2],
  [2, 1],
])(
  'an incident leaves every field the requester’s of one request where %d is told of by %d',
  async (incident, told) => {
    const holder: Who = { name: 'the holder of a link', as: 'requester', scopes: null };
    for (const [one, by] of holders) {
      await one.services.incidents.set(systemCaller, incident, [told]);
      expect(await wrongAnswers(one, by, holder)).toEqual([]);
      await one.services.incidents.set(systemCaller, null, [told]);
    }
  },
);
