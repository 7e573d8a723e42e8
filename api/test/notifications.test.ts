import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemCaller } from '../src/caller.js';
import { numberOf } from '../src/relay/global-id.js';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { type Crew, notified, startCrew } from './support/notified.js';
import { type Credentials, joinTeam, makeToken, usersCommand } from './support/team.js';

/** What waits for whom, and why. */
let desk: TestDesk;
let people: Conversing;
let server: MailServer;
let crew: Crew;
let ada: Credentials;
let bob: Credentials;
let cleo: Credentials;
beforeAll(async () => {
  server = await startMailServer();
  server.refuseBy((to) => (to.startsWith('mia') ? { at: 'rcpt', code: 550, text: 'No such mailbox here' } : null));
  desk = await startDesk({ RATE_LIMIT: 'off', SMTP_URL: server.url, MAIL_FROM: 'desk@example.org' });
  people = startConversation(desk);
  crew = await startCrew(desk);
  ({ ada, bob, cleo } = crew);
});
afterAll(async () => {
  await desk.close();
  await server.close();
});

const { data, toldTo, about, submit, mutate, note, reply, assign, follow } = notified(() => crew);

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
  const born = await submit(ada, 'TECHNICAL', `, assigneeId: "${crew.idOf.get(cleo)}"`);
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
    ', requester: { email: "mia-secret@example.org", name: "Mia" }, assigneeId: "'.concat(
      crew.idOf.get(bob) ?? '',
      '"',
    ),
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
  const { viewer } = await data<{ viewer: { user: { id: string } } }>(dora, '{ viewer { user { id } } }');
  await usersCommand(desk, 'deactivate', 'dora@example.org');
  await note(ada, ticket, 'For nobody.');
  expect(await about(ticket, bob)).toEqual([]);
  const asDora = { ...systemCaller, accountId: numberOf('User', viewer.user.id) };
  expect(await desk.services.notifications.count(asDora, null)).toBe(0);
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
