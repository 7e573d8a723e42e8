import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { systemCaller } from '../src/caller.js';
import { sign } from '../src/database/signature.js';
import { Bell } from '../src/feed/bell.js';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { type Connection, connect, type Subscriber } from './support/live.js';
import { ask, joinTeam } from './support/team.js';

type Change = { ticketChanges: { cursor: string; kind: string; ticketId: string | null } };
const changes = `subscription ($after: String) { ticketChanges(after: $after) { cursor kind ticketId ticketEdge { node { priority } } } }`;

const newTicket = { title: 'A ticket', description: 'Words', category: 'billing', priority: 'low' };
const idOf = (number: number) => Buffer.from(`Ticket:${number}`).toString('base64url');

/** Who comes, in the order in which they came. */
const idsOf = (subscriber: Subscriber<Change>) => subscriber.data().map(({ ticketChanges: { ticketId } }) => ticketId);

describe('the feed', () => {
  let desk: TestDesk;
  let connection: Connection;
  beforeAll(async () => {
    desk = await startDesk({ RATE_LIMIT: 'off' });
  });
  beforeEach(() => {
    connection = connect(desk);
  });
  afterEach(() => connection.close());
  afterAll(() => desk.close());

  it('tells everything once, while many write at once and somebody comes and goes', async () => {
    const whole = await connection.follow<Change>(changes);
    const numbers: number[] = [];
    const write = async () => {
      for (let round = 0; round < 6; round++) {
        const { body } = await desk.rest<{ id: number }>('POST', '/api/tickets/', newTicket);
        numbers.push(body.id);
        await desk.rest('PATCH', `/api/tickets/${body.id}/`, { priority: 'high' });
      }
    };
    const reader = async () => {
      const told: (string | null)[] = [];
      let after: string | undefined;
      while (told.length < 96) {
        const part = await connection.follow<Change>(changes, { after: after ?? start });
        await part.count(Math.min(3, 96 - told.length));
        await part.stop();
        const data = part.data();
        told.push(...data.map(({ ticketChanges: { ticketId } }) => ticketId));
        after = data.at(-1)?.ticketChanges.cursor;
      }
      return told;
    };
    const first = await desk.rest<{ id: number }>('POST', '/api/tickets/', newTicket);
    await whole.count(1);
    const start = whole.data()[0]?.ticketChanges.cursor;
    const [told] = await Promise.all([reader(), ...Array.from({ length: 8 }, write)]);
    await whole.count(97);
    const expected = numbers.flatMap((number) => [idOf(number), idOf(number)]).toSorted();
    expect(idsOf(whole).slice(1).toSorted()).toEqual(expected);
    expect(told.toSorted()).toEqual(expected);
    expect(idsOf(whole)[0]).toBe(idOf(first.body.id));
  });

  it('says RESYNC to whoever missed too much', async () => {
    const before = await connection.follow<Change>(changes);
    await desk.rest('POST', '/api/tickets/', newTicket);
    const [first] = await before.count(1);
    const lines = Array.from({ length: 1_200 }, (_, index) => JSON.stringify({ ...newTicket, title: `Row ${index}` }));
    const imported = await desk.rest('POST', '/api/tickets/import/', lines.join('\n'), {
      'content-type': 'application/x-ndjson',
    });
    expect(imported).toMatchObject({ status: 200 });
    const after = first?.ticketChanges.cursor;
    const late = await connection.follow<Change>(changes, { after });
    const [said] = await late.count(1);
    expect(said?.ticketChanges).toMatchObject({ kind: 'RESYNC', ticketId: null });
    // From there it goes on.
    const { body } = await desk.rest<{ id: number }>('POST', '/api/tickets/', newTicket);
    await late.count(2);
    expect(idsOf(late)).toEqual([null, idOf(body.id)]);
  });
});

/** What only a server has: transactions side by side, and several processes. */
(process.env.TEST_DATABASE_URL ? describe : describe.skip)('the feed of a server', () => {
  let database: TestDatabase;
  let desk: TestDesk;
  let other: TestDesk;
  let connection: Connection;
  beforeAll(async () => {
    database = await createTestDatabase();
    const shared = { config: database.config, close: async () => undefined };
    [desk, other] = await Promise.all([
      startDesk({ RATE_LIMIT: 'off' }, shared),
      startDesk({ RATE_LIMIT: 'off' }, shared),
    ]);
    connection = connect(desk);
  });
  afterAll(async () => {
    await connection.close();
    await Promise.all([desk.close(), other.close()]);
    await database.close();
  });

  const create = async (one: TestDesk) =>
    idOf((await one.rest<{ id: number }>('POST', '/api/tickets/', newTicket)).body.id);
  const urlOf = ({ config: { location } }: TestDatabase) => (location.kind === 'server' ? location.url : '');
  const client = async () => {
    const connected = new pg.Client({ connectionString: urlOf(database) });
    await connected.connect();
    return connected;
  };

  it('misses nothing of a transaction that began before others and commits after them', async () => {
    const slow = await client();
    await slow.query('begin');
    await sign(slow as never, systemCaller);
    const { rows } = await slow.query<{ number: number }>(
      `insert into ticket (title, description, category, priority) values ('Slow', 'Slow', 'billing', 'low') returning number`,
    );
    const late = idOf(rows[0]?.number ?? 0);
    const whole = await connection.follow<Change>(changes);
    const quick = [await create(desk), await create(other), await create(desk)];
    const seen = await whole.count(3);
    await slow.query('commit');
    await slow.end();
    await whole.count(4);
    expect(idsOf(whole)).toEqual([...quick, late]);
    // Whoever goes on from before the commit is told of it, and of nothing else again.
    for (const [index, { ticketChanges }] of seen.entries()) {
      const resumed = await connection.follow<Change>(changes, { after: ticketChanges.cursor });
      await resumed.count(3 - index);
      expect(idsOf(resumed).toSorted()).toEqual([...quick.slice(index + 1), late].toSorted());
      await resumed.stop();
    }
    await whole.stop();
  });

  it('goes on when its listening connections are cut', async () => {
    const whole = await connection.follow<Change>(changes);
    const admin = await client();
    const ids: string[] = [];
    for (let round = 0; round < 3; round++) {
      ids.push(await create(other));
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'relaydesk-live'`,
      );
      ids.push(await create(other));
    }
    await admin.end();
    await whole.count(6);
    expect(idsOf(whole)).toEqual(ids);
    await whole.stop();
  });

  it('is not brought down by a call that says nothing it knows', async () => {
    const anybody = await client();
    for (const words of ['', 'x', 'x presence {', 'x presence {"ticketNumber":"1"}', 'x other 1']) {
      await anybody.query('select pg_notify($1, $2)', ['relaydesk', words]);
    }
    await anybody.end();
    const whole = await connection.follow<Change>(changes);
    await create(other);
    await whole.count(1);
    await whole.stop();
  });

  it('tells all processes who is where', async () => {
    const lea = await joinTeam(desk, 'lea@example.org', '--admin');
    const id = idOf((await desk.services.tickets.create(systemCaller, newTicket, {})).ticket.number);
    const signedIn = connect(other, { ...lea, origin: other.url });
    type Presence = { presenceChanges: { presence: { doing: string; user: { displayName: string } }[] } };
    const there = await signedIn.follow<Presence>(
      `subscription { presenceChanges(ticketId: "${id}") { presence { doing user { displayName } } } }`,
    );
    const report = (doing: string) =>
      ask(
        desk,
        lea,
        `mutation { reportPresence(input: { ticketId: "${id}", doing: ${doing} }) { ticket { id } userErrors { message } } }`,
      );
    expect((await report('VIEWING')).body.errors).toBeUndefined();
    await there.count(2);
    await report('WRITING_REPLY');
    const told = await there.count(3);
    expect(told.map(({ presenceChanges }) => presenceChanges.presence)).toEqual([
      [],
      [{ doing: 'VIEWING', user: { displayName: 'lea' } }],
      [{ doing: 'WRITING_REPLY', user: { displayName: 'lea' } }],
    ]);
    const asked = await ask(
      other,
      { ...lea, origin: other.url },
      '{ ticket(number: 1) { id } tickets(first: 1) { edges { node { presence { doing } } } } }',
    );
    expect(asked.body.data).toMatchObject({
      tickets: { edges: [{ node: { presence: [{ doing: 'WRITING_REPLY' }] } }] },
    });
    await signedIn.close();
  });

  it('says once that calls do not come through, as behind a pooler', async () => {
    const elsewhere = await createTestDatabase();
    const said: unknown[] = [];
    const log = { info: () => undefined, warn: (...words: unknown[]) => said.push(words) };
    await withDataSource(database, async (dataSource) => {
      // It listens at another database than the one that it calls in.
      const bell = new Bell(dataSource, urlOf(elsewhere), log as never);
      await new Promise<void>((resolve) => void bell.start(resolve));
      await bell.stop();
    });
    expect(JSON.stringify(said)).toContain('live updates look twice a second');
    expect(said).toHaveLength(1);
    await elsewhere.close();
  });
});
