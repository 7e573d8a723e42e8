import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Talked } from './support/conversation.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { connect } from './support/live.js';
import { type Crew, notified, startCrew } from './support/notified.js';
import { ask, type Credentials, makeToken } from './support/team.js';

/** Who follows their notifications hears of each once. */
const settings = { RATE_LIMIT: 'off', SECRET_KEY: 'one key of all processes of one desk' };
let database: TestDatabase;
let desk: TestDesk;
let crew: Crew;
let ada: Credentials;
let bob: Credentials;
beforeAll(async () => {
  database = await createTestDatabase();
  desk = await startDesk(settings, kept());
  crew = await startCrew(desk);
  ({ ada, bob } = crew);
});
afterAll(async () => {
  await desk.close();
  await database.close();
});
/** Closed by this file, not by one of its desks. */
const kept = () => ({ ...database, close: async () => undefined });

const { toldTo, about, submit, mutate, note, assign } = notified(() => crew);

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

test('a token that may not read notes does not hear that one calls its owner', async () => {
  const blind = await makeToken(desk, bob, ['TICKETS_READ']);
  const connection = connect(desk, blind);
  const follower = await connection.follow<{ notificationAdded: object }>(
    'subscription { notificationAdded { unreadCount notificationEdge { node { reason } } } }',
  );
  const ticket = await submit(ada);
  await note(ada, ticket, '@bob between us');
  await about(ticket, bob);
  await assign(ada, ticket, bob);
  expect(await follower.count(1)).toEqual([
    { notificationAdded: { unreadCount: 1, notificationEdge: { node: { reason: 'ASSIGNED' } } } },
  ]);
  await connection.close();
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
