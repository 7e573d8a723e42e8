import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Conversing, startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { type Connection, connect } from './support/live.js';

type TicketChange = {
  ticketChanges: {
    cursor: string;
    kind: string;
    ticketId: string | null;
    ticketEdge: { node: { number: number; status: string; title: string } } | null;
  };
};
type TimelineChange = {
  timelineChanges: {
    cursor: string;
    kind: string;
    itemId: string | null;
    timelineEdge: { cursor: string; node: { id: string } } | null;
  };
};

const ticketChanges = `subscription ($filter: TicketFilter, $after: String) { ticketChanges(filter: $filter, after: $after) {
  cursor kind ticketId ticketEdge { node { number status title } } by { displayName } } }`;
const timelineChanges = `subscription ($ticketId: ID!, $after: String) { timelineChanges(ticketId: $ticketId, after: $after) {
  cursor kind itemId timelineEdge { cursor node { id ... on PublicReply { body } } } ticket { status } } }`;

let desk: TestDesk;
let talk: Conversing;
let connection: Connection;
beforeAll(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
  talk = startConversation(desk);
  connection = connect(desk);
});
afterAll(async () => {
  await connection.close();
  await desk.close();
});

const kindsOf = (changes: TicketChange[]) =>
  changes.map(({ ticketChanges: { kind, ticketEdge } }) => `${kind} ${ticketEdge?.node.status ?? null}`);

describe('a list of tickets', () => {
  it('tells what comes in, changes and leaves', async () => {
    const open = await connection.follow<TicketChange>(ticketChanges, { filter: { status: ['OPEN'] } });
    const ticket = await talk.submit({});
    const told = ['ADDED OPEN'];
    await open.count(1);
    for (const [change, kind] of [
      [{ title: 'Still white' }, 'CHANGED OPEN'],
      [{ status: 'RESOLVED' }, 'REMOVED null'],
      // What happens outside of the list tells nothing: what comes next is the return.
      [{ title: 'White no more' }],
      [{ status: 'OPEN' }, 'ADDED OPEN'],
      [{ status: 'IN_PROGRESS', priority: 'HIGH' }, 'REMOVED null'],
    ] as const) {
      await talk.change(ticket, change);
      if (!kind) continue;
      told.push(kind);
      expect(kindsOf(await open.count(told.length))).toEqual(told);
    }
    await open.stop();
  });

  it('tells each of several lists what the same changes mean to it', async () => {
    const lists = {
      CHANGED: {},
      REMOVED: { status: ['OPEN'], priority: ['LOW'] },
      ADDED: { status: ['RESOLVED'], priority: ['HIGH', 'CRITICAL'], search: 'sign in' },
    };
    const tickets = [await talk.submit({}), await talk.submit({})];
    const all = await connection.follow<TicketChange>(ticketChanges, { filter: lists.CHANGED });
    const left = await connection.follow<TicketChange>(ticketChanges, { filter: lists.REMOVED });
    const joined = await connection.follow<TicketChange>(ticketChanges, { filter: lists.ADDED });
    const elsewhere = await connection.follow<TicketChange>(ticketChanges, { filter: { category: ['BILLING'] } });
    await desk.graphql(
      'mutation ($ids: [ID!]!) { updateTickets(input: { ids: $ids, status: RESOLVED, priority: HIGH }) { results { id } } }',
      { ids: tickets.map(({ id }) => id) },
    );
    for (const [kind, list] of Object.entries({ CHANGED: all, REMOVED: left, ADDED: joined })) {
      const told = await list.count(2);
      expect(told.map(({ ticketChanges: { kind, ticketId } }) => [kind, ticketId])).toEqual(
        tickets.map(({ id }) => [kind, id]),
      );
      await list.stop();
    }
    expect(elsewhere.data()).toEqual([]);
    await elsewhere.stop();
  });

  it('begins where a cursor says, tells each change once, and RESYNC for a cursor of nowhere', async () => {
    const first = await connection.follow<TicketChange>(ticketChanges);
    const ticket = await talk.submit({});
    const [{ ticketChanges: seen }] = (await first.count(1)) as [TicketChange];
    await first.stop();
    await talk.change(ticket, { priority: 'HIGH' });
    const other = await talk.submit({});
    const second = await connection.follow<TicketChange>(ticketChanges, { after: seen.cursor });
    await talk.change(other, { priority: 'HIGH' });
    const changes = await second.count(3);
    expect(changes.map(({ ticketChanges: { kind, ticketId } }) => [kind, ticketId])).toEqual([
      ['CHANGED', ticket.id],
      ['ADDED', other.id],
      ['CHANGED', other.id],
    ]);
    const middle = changes[0]?.ticketChanges.cursor;
    const third = await connection.follow<TicketChange>(ticketChanges, { after: middle });
    expect((await third.count(2)).map(({ ticketChanges: { ticketId } }) => ticketId)).toEqual([other.id, other.id]);
    for (const after of ['', 'nonsense', 'bm9uc2Vuc2U']) {
      const lost = await connection.follow<TicketChange>(ticketChanges, { after });
      expect((await lost.count(1))[0]?.ticketChanges).toMatchObject({
        kind: 'RESYNC',
        ticketId: null,
        ticketEdge: null,
      });
      await lost.stop();
    }
    await second.stop();
    await third.stop();
  });

  it('tells of a deleted ticket, and of many that change at once', async () => {
    const tickets = [await talk.submit({}), await talk.submit({})];
    const all = await connection.follow<TicketChange>(ticketChanges);
    await desk.graphql(
      'mutation ($ids: [ID!]!) { updateTickets(input: { ids: $ids, status: RESOLVED, priority: HIGH }) { results { id } } }',
      {
        ids: tickets.map(({ id }) => id),
      },
    );
    await all.count(2);
    await desk.graphql('mutation ($id: ID!) { deleteTicket(input: { id: $id }) { deletedTicketId } }', {
      id: tickets[0]?.id,
    });
    const changes = (await all.count(3)).map(({ ticketChanges: { kind, ticketId } }) => [kind, ticketId]);
    expect(changes).toEqual([
      ['CHANGED', tickets[0]?.id],
      ['CHANGED', tickets[1]?.id],
      ['REMOVED', tickets[0]?.id],
    ]);
    await all.stop();
  });
});

describe('a timeline', () => {
  it('tells of words and of what happened, each entry once', async () => {
    const ticket = await talk.submit();
    const timeline = await connection.follow<TimelineChange>(timelineChanges, { ticketId: ticket.id });
    const { reply } = await talk.reply(ticket, 'Try again.', { thenStatus: 'IN_PROGRESS' });
    const { note } = await talk.note(ticket, 'A proxy, perhaps.');
    await talk.takeBack(reply?.id);
    // The status too, and that it went back.
    const changes = (await timeline.count(5)).map(({ timelineChanges: change }) => change);
    const ids = changes.map(({ kind, itemId }) => [kind, itemId]);
    expect(ids).toEqual(
      expect.arrayContaining([
        ['ADDED', reply?.id],
        ['ADDED', note?.id],
        ['REMOVED', reply?.id],
      ]),
    );
    for (const { itemId, timelineEdge } of changes) {
      if (itemId !== reply?.id) expect(timelineEdge?.node.id).toBe(itemId);
    }
    await timeline.stop();
  });
});
