import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemCaller } from '../src/caller.js';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { connect } from './support/live.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { ask, type Credentials, joinTeam, makeToken, usersCommand } from './support/team.js';

/** What waits for whom, and why. */
let desk: TestDesk;
let people: Conversing;
let database: TestDatabase;
let server: MailServer;
let settings: Record<string, string>;
let ada: Credentials;
let bob: Credentials;
let cleo: Credentials;
const idOf = new Map<Credentials, string>();
beforeAll(async () => {
  [database, server] = await Promise.all([createTestDatabase(), startMailServer()]);
  server.refuseBy((to) => (to.startsWith('mia') ? { at: 'rcpt', code: 550, text: 'No such mailbox here' } : null));
  settings = {
    RATE_LIMIT: 'off',
    SECRET_KEY: 'one key of all processes of one desk',
    SMTP_URL: server.url,
    MAIL_FROM: 'desk@example.org',
  };
  desk = await startDesk(settings, kept());
  people = startConversation(desk);
  ada = await joinTeam(desk, 'ada@example.org', '--admin');
  bob = await joinTeam(desk, 'bob@example.org');
  cleo = await joinTeam(desk, 'cleo@example.org');
  for (const by of [ada, bob, cleo]) {
    const { viewer } = await data<{ viewer: { user: { id: string } } }>(by, '{ viewer { user { id } } }');
    idOf.set(by, viewer.user.id);
  }
  const { saveTeam } = await data<{ saveTeam: { team: { id: string } } }>(
    ada,
    `mutation { saveTeam(input: { name: "Crew", handle: "crew", categories: [TECHNICAL] }) { team { id } userErrors { message } } }`,
  );
  const members = [ada, cleo].map((by) => `{ userId: "${idOf.get(by)}" }`);
  await data(
    ada,
    `mutation { setTeamMembers(input: { teamId: "${saveTeam.team.id}", members: [${members}] }) { userErrors { message } } }`,
  );
});
afterAll(async () => {
  await desk.close();
  await database.close();
  await server.close();
});
/** Closed by this file, not by one of its desks. */
const kept = () => ({ ...database, close: async () => undefined });

async function data<Data = Record<string, unknown>>(by: Credentials, query: string, variables = {}): Promise<Data> {
  const { body } = await ask(desk, by, query, variables);
  if (body.errors) throw new Error(body.errors[0]?.message);
  return body.data as Data;
}

type Told = {
  id: string;
  reason: string;
  excerpt: string | null;
  readAt: string | null;
  ticket: { id: string; number: number } | null;
  by: { displayName: string } | null;
};
const fields = 'id reason excerpt readAt ticket { id number } by { displayName }';

async function toldTo(by: Credentials, args = 'first: 100'): Promise<Told[]> {
  type Answer = { viewer: { notifications: { edges: { node: Told }[] } } };
  const { viewer } = await data<Answer>(by, `{ viewer { notifications(${args}) { edges { node { ${fields} } } } } }`);
  return viewer.notifications.edges.map(({ node }) => node);
}

/** All that is committed by now is taken up once a later mention has arrived. */
async function about({ id }: Talked, by: Credentials): Promise<string[]> {
  const mark = `mark ${performance.now()}`;
  const other = await submit(ada, 'BILLING');
  const called = [ada, bob, cleo].filter((one) => one !== by).length > 0 ? (by === ada ? bob : ada) : ada;
  await note(called, other, `@${nameOf(by)} ${mark}`);
  await eventually(async () => (await toldTo(by)).some(({ excerpt }) => excerpt?.includes(mark)));
  return (await toldTo(by)).filter(({ ticket }) => ticket?.id === id).map(({ reason }) => reason);
}
const nameOf = (by: Credentials) => (by === ada ? 'ada' : by === bob ? 'bob' : 'cleo');

async function submit(by: Credentials, category = 'BILLING', more = ''): Promise<Talked> {
  const input = `title: "Printer", description: "It **smokes**.", category: ${category}, priority: LOW ${more}`;
  type Answer = { createTicket: { ticket: Talked } };
  return (
    await data<Answer>(
      by,
      `mutation { createTicket(input: { ${input} }) { ticket { id number } userErrors { message } } }`,
    )
  ).createTicket.ticket;
}
async function mutate(by: Credentials, name: string, input: object, answer = ''): Promise<Record<string, unknown>> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} userErrors { code path message } } }`;
  return (await data<Record<string, Record<string, unknown>>>(by, query, { input }))[name] ?? {};
}
const note = (by: Credentials, { id }: Talked, body: string) =>
  mutate(by, 'addNote', { ticketId: id, body }, 'note { id }') as Promise<{ note: { id: string } }>;
const reply = (by: Credentials, { id }: Talked, body: string, more = {}) =>
  mutate(by, 'addReply', { ticketId: id, body, ...more }, 'reply { id }') as Promise<{ reply: { id: string } }>;
const assign = (by: Credentials, { id }: Talked, to: Credentials) =>
  mutate(by, 'updateTicket', { id, assigneeId: idOf.get(to) });
const follow = (by: Credentials, { id }: Talked, state = 'SUBSCRIBED') =>
  mutate(by, 'setTicketSubscription', { ticketId: id, state }, 'ticket { viewerSubscription }');

test('whom a note calls is told, with the words as they are now, and nobody of their own doing', async () => {
  const ticket = await submit(ada);
  const { note: first } = await note(ada, ticket, '@bob @ada @crew look at **this**');
  expect([await about(ticket, bob), await about(ticket, cleo), await about(ticket, ada)]).toEqual([
    ['MENTIONED'],
    ['TEAM_MENTIONED'],
    [],
  ]);
  const [told] = (await toldTo(bob)).filter((one) => one.ticket?.id === ticket.id);
  expect(told).toMatchObject({ excerpt: '@bob @ada @crew look at this', readAt: null, by: { displayName: 'ada' } });
  await mutate(ada, 'updateNote', { id: first.id, body: '@bob never mind' });
  expect((await toldTo(bob)).find(({ id }) => id === told?.id)?.excerpt).toBe('@bob never mind');
  expect([await about(ticket, bob), await about(ticket, cleo)]).toEqual([['MENTIONED'], ['TEAM_MENTIONED']]);
});

test('who is called by a note worded anew is told then', async () => {
  const ticket = await submit(ada);
  const { note: first } = await note(ada, ticket, 'Hm.');
  expect(await about(ticket, bob)).toEqual([]);
  await mutate(ada, 'updateNote', { id: first.id, body: 'Hm, @bob?' });
  expect(await about(ticket, bob)).toEqual(['MENTIONED']);
});

test('who gets a ticket from somebody else is told, and who takes one is not', async () => {
  const ticket = await submit(ada);
  await assign(ada, ticket, bob);
  const own = await submit(ada);
  await assign(bob, own, bob);
  const born = await submit(ada, 'TECHNICAL', `, assigneeId: "${idOf.get(cleo)}"`);
  expect([await about(ticket, bob), await about(own, bob), await about(born, cleo)]).toEqual([
    ['ASSIGNED'],
    [],
    ['ASSIGNED'],
  ]);
});

test('a new ticket that nobody has is for the members of its team, unless it was brought in', async () => {
  const ticket = await submit(bob, 'TECHNICAL');
  expect([await about(ticket, cleo), await about(ticket, bob)]).toEqual([['UNASSIGNED_NEW'], []]);
  const row = { title: 'Imported', description: 'Words', category: 'technical', priority: 'low' };
  await desk.rest('POST', '/api/tickets/import/', JSON.stringify(row), {
    ...ada,
    'content-type': 'application/x-ndjson',
  });
  const last = await data<{ tickets: { edges: { node: Talked & { title: string } }[] } }>(
    ada,
    '{ tickets(first: 1) { edges { node { id number title } } } }',
  );
  const imported = last.tickets.edges[0]?.node;
  expect(imported?.title).toBe('Imported');
  expect(await about(imported as Talked, cleo)).toEqual([]);
});

test('an answer from outside is for whoever has or follows the ticket, colleagues’ words for who follows, a mute silences both', async () => {
  const ticket = await submit(ada, 'BILLING', ', requester: { email: "mia@example.org" }');
  await assign(bob, ticket, bob);
  expect(await follow(cleo, ticket)).toMatchObject({ ticket: { viewerSubscription: 'SUBSCRIBED' } });
  await desk.services.replies.add(systemCaller, ticket.number, { body: 'Hello', holdSeconds: 0 });
  await people.answer(ticket, 'It still smokes.');
  await note(ada, ticket, 'For us.');
  expect([await about(ticket, bob), await about(ticket, cleo)]).toEqual([
    ['REQUESTER_REPLIED'],
    ['TEAM_REPLIED', 'REQUESTER_REPLIED', 'TEAM_REPLIED'],
  ]);
  await follow(cleo, ticket, 'UNSUBSCRIBED');
  await follow(bob, ticket, 'UNSUBSCRIBED');
  await people.answer(ticket, 'And again.');
  await note(ada, ticket, '@cleo please');
  expect([await about(ticket, bob), (await about(ticket, cleo))[0]]).toEqual([['REQUESTER_REPLIED'], 'MENTIONED']);
});

test('what is taken back, deleted or merged leaves no words behind, and leads to where the ticket goes on', async () => {
  const [one, other, gone] = [await submit(ada), await submit(ada), await submit(ada)];
  for (const ticket of [one, gone]) await follow(bob, ticket);
  const said = await reply(ada, one, 'Too early');
  await note(ada, gone, '@bob secret');
  expect([await about(one, bob), await about(gone, bob)]).toEqual([['TEAM_REPLIED'], ['MENTIONED']]);
  await mutate(ada, 'cancelReply', { id: said.reply.id });
  await mutate(ada, 'deleteTicket', { id: gone.id });
  expect([await about(one, bob), await about(gone, bob)]).toEqual([[], []]);
  await note(ada, one, '@bob kept');
  await about(one, bob);
  await mutate(ada, 'mergeTickets', { intoId: other.id, ids: [one.id] });
  expect([await about(one, bob), await about(other, bob)]).toEqual([[], ['MENTIONED']]);
  await note(ada, other, 'Goes on.');
  expect(await about(other, bob)).toEqual(['TEAM_REPLIED', 'MENTIONED']);
  await mutate(bob, 'markNotificationsRead', { ticketId: other.id });
  const kept = (await toldTo(bob, 'unread: true, first: 100')).filter(({ ticket }) => ticket?.id === other.id);
  expect(kept).toEqual([]);
});

test('who wrote a reply that does not arrive is told, and of an erased requester no word is left', async () => {
  const ticket = await submit(
    ada,
    'BILLING',
    ', requester: { email: "mia-secret@example.org", name: "Mia" }, assigneeId: "'.concat(idOf.get(bob) ?? '', '"'),
  );
  await reply(ada, ticket, 'Unheard', { holdSeconds: 0 });
  await eventually(async () => (await toldTo(ada)).some((one) => one.ticket?.id === ticket.id));
  const [failed] = (await toldTo(ada)).filter((one) => one.ticket?.id === ticket.id);
  expect(failed).toMatchObject({ reason: 'DELIVERY_FAILED', excerpt: 'Unheard', by: null });
  await people.answer(ticket, 'My secret is out.');
  expect(await about(ticket, bob)).toEqual(['REQUESTER_REPLIED', 'ASSIGNED']);
  expect(JSON.stringify(await toldTo(bob))).toContain('My secret is out.');
  const found = await data<{ ticket: { requester: { id: string } } }>(
    ada,
    `{ ticket(number: ${ticket.number}) { requester { id } } }`,
  );
  await mutate(ada, 'eraseRequester', { id: found.ticket.requester.id });
  expect(JSON.stringify(await toldTo(bob))).not.toMatch(/secret|Mia/);
});

test('they are counted, marked and paged, for each person alone', async () => {
  await mutate(bob, 'markNotificationsRead', { all: true });
  const ticket = await submit(ada);
  for (const word of ['one', 'two', 'three']) await note(ada, ticket, `@bob ${word}`);
  await eventually(async () => (await toldTo(bob, 'unread: true')).length === 3);
  const query = `query ($after: String) { viewer { unreadNotificationCount notifications(unread: true, first: 2, after: $after) {
    edges { cursor node { id excerpt } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } } }`;
  type Page = {
    viewer: {
      unreadNotificationCount: number;
      notifications: {
        edges: { node: { id: string; excerpt: string } }[];
        pageInfo: { endCursor: string };
        totalCount: number;
      };
    };
  };
  const { viewer: first } = await data<Page>(bob, query);
  expect(first).toMatchObject({
    unreadNotificationCount: 3,
    notifications: { totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false } },
  });
  const { viewer: second } = await data<Page>(bob, query, { after: first.notifications.pageInfo.endCursor });
  expect(second.notifications).toMatchObject({ pageInfo: { hasNextPage: false, hasPreviousPage: true } });
  const nodes = [...first.notifications.edges, ...second.notifications.edges].map(({ node }) => node);
  expect(nodes.map(({ excerpt }) => excerpt)).toEqual(['@bob three', '@bob two', '@bob one']);
  const ids = nodes.slice(0, 1).map(({ id }) => id);
  const answer = 'notifications { id readAt } viewer { unreadNotificationCount }';
  expect(await mutate(cleo, 'markNotificationsRead', { ids }, answer)).toMatchObject({ notifications: [] });
  expect(await mutate(bob, 'markNotificationsRead', { ids }, answer)).toMatchObject({
    notifications: [{ id: ids[0], readAt: expect.any(String) }],
    viewer: { unreadNotificationCount: 2 },
  });
  expect(await data(cleo, '{ node(id: "'.concat(ids[0] ?? '', '") { id } }'))).toEqual({ node: null });
  expect(await mutate(bob, 'markNotificationsRead', {}, answer)).toMatchObject({
    userErrors: [{ code: 'INVALID_INPUT' }],
  });
  const blind = await makeToken(desk, bob, ['TICKETS_READ']);
  expect(await data(blind, '{ viewer { unreadNotificationCount } }')).toEqual({
    viewer: { unreadNotificationCount: 0 },
  });
});

test('a follower is told what came in and what was missed, and of nobody else’s', async () => {
  await mutate(bob, 'markNotificationsRead', { all: true });
  const subscription = `subscription ($after: String) { notificationAdded(after: $after) {
    cursor kind unreadCount notificationEdge { node { reason excerpt } } } }`;
  type Added = {
    notificationAdded: { cursor: string; kind: string; unreadCount: number; notificationEdge: object | null };
  };
  const connection = connect(desk, bob);
  const follower = await connection.follow<Added>(subscription);
  const ticket = await submit(ada);
  await note(ada, ticket, '@cleo not you');
  await note(ada, ticket, '@bob you');
  const [first] = await follower.count(1);
  expect(first?.notificationAdded).toMatchObject({
    kind: 'ADDED',
    unreadCount: 1,
    notificationEdge: { node: { reason: 'MENTIONED', excerpt: '@bob you' } },
  });
  await connection.close();
  await note(ada, ticket, '@bob missed');
  await about(ticket, bob);
  const again = connect(desk, bob);
  const later = await again.follow<Added>(subscription, { after: first?.notificationAdded.cursor });
  const [missed] = await later.count(1);
  expect(missed?.notificationAdded.notificationEdge).toMatchObject({ node: { excerpt: '@bob missed' } });
  const lost = await again.follow<Added>(subscription, { after: 'nonsense' });
  expect((await lost.count(1))[0]?.notificationAdded).toMatchObject({ kind: 'RESYNC', notificationEdge: null });
  await again.close();
});

test('a ticket that comes back is for whoever snoozed it', async () => {
  const ticket = await submit(ada);
  await mutate(bob, 'updateTicket', { id: ticket.id, snoozedUntil: new Date(Date.now() + 3_000).toISOString() });
  await eventually(async () => (await toldTo(bob)).some((one) => one.ticket?.id === ticket.id));
  expect(await about(ticket, bob)).toEqual(['SNOOZE_ENDED']);
});

test('who left is told nothing, and without an account there is nothing to tell', async () => {
  const dora = await joinTeam(desk, 'dora@example.org');
  const ticket = await submit(ada);
  await follow(dora, ticket);
  await usersCommand(desk, 'deactivate', 'dora@example.org');
  await note(ada, ticket, 'For nobody.');
  expect(await about(ticket, bob)).toEqual([]);
  const open = await startDesk();
  const asked = '{ viewer { unreadNotificationCount notifications { edges { cursor } totalCount } } }';
  expect((await open.graphql(asked)).data).toEqual({
    viewer: { unreadNotificationCount: 0, notifications: { edges: [], totalCount: 0 } },
  });
  const nameless = await startConversation(open).submit();
  const refused = await open.graphql(
    `mutation { setTicketSubscription(input: { ticketId: "${nameless.id}", state: SUBSCRIBED }) { ticket { id } userErrors { code } } }`,
  );
  expect(refused.data).toEqual({ setTicketSubscription: { ticket: null, userErrors: [{ code: 'FORBIDDEN' }] } });
  await open.close();
});

(process.env.TEST_DATABASE_URL ? test : test.skip)('two processes tell of each change once', async () => {
  await mutate(bob, 'markNotificationsRead', { all: true });
  const other = await startDesk(settings, kept());
  // Either process knows the session; a browser would name where it is.
  const at = (place: TestDesk, by: Credentials) => ({ ...by, origin: place.url });
  const connection = connect(other, at(other, bob));
  const follower = await connection.follow<{ notificationAdded: { notificationEdge: { node: { excerpt: string } } } }>(
    'subscription { notificationAdded { cursor notificationEdge { node { excerpt } } } }',
  );
  const tickets = await Promise.all(Array.from({ length: 4 }, () => submit(ada)));
  const words = Array.from({ length: 24 }, (_, index) => `@bob ${index}`);
  const query = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { userErrors { code } } }';
  await Promise.all(
    words.map((body, index) => {
      const place = index % 2 === 0 ? desk : other;
      return ask(place, at(place, ada), query, { input: { ticketId: tickets[index % 4]?.id, body } });
    }),
  );
  const heard = (await follower.count(words.length)).map((one) => one.notificationAdded.notificationEdge.node.excerpt);
  expect(heard.toSorted()).toEqual(words.toSorted());
  await about(tickets[0] as Talked, bob);
  const listed = (await toldTo(bob, 'unread: true, first: 100')).map(({ excerpt }) => excerpt);
  expect(listed.filter((excerpt) => words.includes(excerpt ?? '')).toSorted()).toEqual(words.toSorted());
  await connection.close();
  await other.close();
});
