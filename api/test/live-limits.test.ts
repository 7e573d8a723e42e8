import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { type Connection, connect } from './support/live.js';
import { askAsRequester, openRequest } from './support/requester-page.js';

const everything = 'subscription { ticketChanges { kind ticketEdge { node { description } } } }';

let desk: TestDesk;
const connections: Connection[] = [];
const open = (...args: Parameters<typeof connect> extends [unknown, ...infer Rest] ? Rest : never) => {
  const connection = connect(desk, ...args);
  connections.push(connection);
  return connection;
};
beforeAll(async () => {
  desk = await startDesk();
});
afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.close()));
});
afterAll(() => desk.close());

const address = () => `${desk.url.replace('http', 'ws')}/graphql`;

async function closeOf(socket: WebSocket): Promise<{ code: number; reason: string }> {
  const [event] = (await once(socket, 'close')) as [CloseEvent];
  return { code: event.code, reason: event.reason };
}

describe('a socket', () => {
  it('that does not introduce itself is closed within seconds', async () => {
    const socket = new WebSocket(address(), 'graphql-transport-ws');
    expect(await closeOf(socket)).toEqual({ code: 4408, reason: 'Connection initialisation timeout' });
  });

  it('that speaks another protocol, or nonsense, or too long, is closed with a reason', async () => {
    const other = new WebSocket(address(), 'graphql-ws');
    const [event] = await once(other, 'error').catch((error: unknown) => [error]);
    expect(event).toBeDefined();
    const nonsense = new WebSocket(address(), 'graphql-transport-ws');
    await once(nonsense, 'open');
    nonsense.send('hello');
    expect(await closeOf(nonsense)).toMatchObject({ code: 4400 });
    const long = new WebSocket(address(), 'graphql-transport-ws');
    await once(long, 'open');
    long.send('x'.repeat(200_000));
    expect(await closeOf(long)).toMatchObject({ code: 1009 });
  });

  it('is one of ten', async () => {
    const ten = Array.from({ length: 10 }, () => open());
    await Promise.all(ten.map((connection) => connection.follow(everything)));
    const eleventh = new WebSocket(address(), 'graphql-transport-ws');
    await once(eleventh, 'error');
    await ten[0]?.close();
    const instead = open();
    await instead.follow(everything);
  });

  it('has at most twenty subscriptions', async () => {
    const connection = open();
    for (let index = 0; index < 20; index++) await connection.follow(everything);
    const more = await connection.follow(everything);
    expect(await more.ended).toEqual([
      expect.objectContaining({ message: 'At most 20 subscriptions run on one socket.' }),
    ]);
  });
});

it('is told to come back when the desk stops', async () => {
  const stopping = await startDesk();
  const connection = connect(stopping);
  await connection.follow(everything);
  await stopping.close();
  expect(await connection.closed).toMatchObject({ code: 1001 });
});

describe('a document', () => {
  it.each([
    ['a query', '{ tickets { totalCount } }', /Only subscriptions/],
    ['a mutation', 'mutation { removeSampleTickets { removedCount } }', /Only subscriptions/],
    ['of unknown fields', 'subscription { ticketChanges { colour } }', /Cannot query field "colour"/],
    [
      'of two subscriptions',
      'subscription { ticketChanges { kind } other: ticketChanges { kind } }',
      /must select only one/,
    ],
    [
      'too costly',
      'subscription { ticketChanges { ticketEdge { node { a: timeline(first: 100) { edges { node { ... on PublicReply { attachments(first: 100) { edges { node { id } } } } } } } b: timeline(first: 100) { edges { node { ... on PublicReply { attachments(first: 100) { edges { node { id } } } } } } } c: timeline(first: 100) { edges { node { ... on PublicReply { attachments(first: 100) { edges { node { id } } } } } } } } } } }',
      /nodes; 20000 are allowed/,
    ],
    [
      'about a ticket that is none',
      'subscription { timelineChanges(ticketId: "x") { kind } }',
      /no ticket with this id/,
    ],
  ])('%s is refused as over HTTP', async (_what, document, message) => {
    const follower = await open().follow(document);
    expect(await follower.ended).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
  });
});

describe('the requester’s page', () => {
  it('is told of a reply when it can no longer be taken back, and of none that was', async () => {
    const talk = startConversation(desk);
    const ticket = await talk.submit();
    const holder = await openRequest(
      desk,
      (await desk.services.requestLinks.rotate(talk.team, ticket.number)).url ?? '',
    );
    const connection = open(holder, '/graphql?as=request');
    type Told = { requestChanges: { messageEdge: { node: { body: string } } | null; request: { status: string } } };
    const page = await connection.follow<Told>(
      'subscription { requestChanges { cursor messageEdge { node { body } } request { status } } }',
    );
    const { reply } = await talk.reply(ticket, 'Taken back.');
    await talk.takeBack(reply?.id);
    await talk.note(ticket, 'Never told.');
    await desk.services.replies.add(talk.team, ticket.number, { body: 'Held for a moment.', holdSeconds: 1 });
    await talk.change(ticket, { status: 'RESOLVED' });
    const told = (await page.count(2)).map(({ requestChanges }) => requestChanges);
    expect(told).toEqual([
      { cursor: expect.any(String), messageEdge: { node: { body: 'Held for a moment.' } }, request: expect.anything() },
      { cursor: expect.any(String), messageEdge: null, request: { status: 'RESOLVED' } },
    ]);
    expect(page.data()).toHaveLength(2);
  });

  it('is told of a reply that was already held when it began to follow, also from a cursor', async () => {
    const talk = startConversation(desk);
    const ticket = await talk.submit();
    const holder = await openRequest(
      desk,
      (await desk.services.requestLinks.rotate(talk.team, ticket.number)).url ?? '',
    );
    const hold = (body: string) => desk.services.replies.add(talk.team, ticket.number, { body, holdSeconds: 2 });
    const [{ reply: takenBack }] = [await hold('Taken back.'), await hold('Held for a moment.')];
    const { body: known } = await askAsRequester(desk, holder, '{ viewer { liveCursor } }');
    const liveCursor = Reflect.get(known.data?.viewer ?? {}, 'liveCursor') as unknown;
    const connection = open(holder, '/graphql?as=request');
    type Told = { requestChanges: { messageEdge: { node: { body: string } } | null } };
    const followed =
      'subscription ($after: String) { requestChanges(after: $after) { cursor messageEdge { node { body } } } }';
    const pages = [
      await connection.follow<Told>(followed),
      await connection.follow<Told>(followed, { after: liveCursor }),
    ];
    await talk.takeBack(takenBack?.id);
    for (const page of pages)
      expect((await page.count(1)).map(({ requestChanges }) => requestChanges.messageEdge?.node.body)).toEqual([
        'Held for a moment.',
      ]);
  });
});
