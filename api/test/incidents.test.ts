import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { verifyStats } from '../src/stats/stats-verify.js';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { startIncidents, submitMany } from './support/incidents.js';
import { connect } from './support/live.js';
import { ticketId } from './support/merging.js';
import { heldRequest, readRequest } from './support/requester-page.js';

let desk: TestDesk;
let talk: Conversing;
let incidents: ReturnType<typeof startIncidents>;
beforeAll(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
  talk = startConversation(desk);
  incidents = startIncidents(desk);
});
afterAll(() => desk.close());

const apart = { allowDifferentRequesters: true };
const submitted = (count: number) => submitMany(talk, count);
const named = (number: number): Talked => ({ id: ticketId(number), number });
const refused = (code: string, ...path: string[]) => ({
  incident: null,
  tickets: [],
  userErrors: [{ code, path }],
});

describe('the tickets of an incident', () => {
  test('are part of it, are its list, and are removed again', async () => {
    const [outage, one, two] = (await submitted(3)) as [number, number, number];
    const of = { incident: { number: outage } };
    expect(await incidents.set(outage, [two, one, two])).toEqual({
      incident: { number: outage },
      tickets: [
        { number: two, ...of },
        { number: one, ...of },
      ],
      userErrors: [],
    });
    expect(await incidents.telling(outage)).toEqual({ numbers: [two, one], count: 2 });
    const listed = await incidents.list({ incidentId: ticketId(outage) });
    expect(listed).toEqual({ numbers: [two, one], count: 2 });
    expect(await incidents.list({ incidentId: 'nonsense' })).toEqual({ numbers: [], count: 0 });
    expect(await incidents.set(null, [one, outage])).toEqual({
      incident: null,
      tickets: [
        { number: one, incident: null },
        { number: outage, incident: null },
      ],
      userErrors: [],
    });
    expect(await incidents.telling(outage)).toEqual({ numbers: [two], count: 1 });
  });

  test('are told of in both trails, once, by whom', async () => {
    const [outage, one] = (await submitted(2)) as [number, number];
    await incidents.set(outage, [one]);
    await incidents.set(outage, [one]);
    await incidents.set(null, [one]);
    const events = async (number: number) =>
      (
        await talk.facts(
          named(number),
          'events(first: 2) { totalCount edges { node { field from to summary source } } }',
        )
      ).events;
    const event = (field: string, from: number | null, to: number | null, summary: string) => ({
      node: { field, from: from && String(from), to: to && String(to), summary, source: 'WEB' },
    });
    expect(await events(one)).toEqual({
      totalCount: 3,
      edges: [
        event('incident', outage, null, `Removed from incident T-${outage}.`),
        event('incident', null, outage, `Added to incident T-${outage}.`),
      ],
    });
    expect(await events(outage)).toEqual({
      totalCount: 3,
      edges: [
        event('incident_ticket', one, null, `T-${one} was removed from this incident.`),
        event('incident_ticket', null, one, `T-${one} was added to this incident.`),
      ],
    });
  });

  test('are refused where they cannot be grouped, and then nothing is', async () => {
    const [outage, one, two, three, copy] = (await submitted(5)) as [number, number, number, number, number];
    await incidents.set(outage, [one]);
    await incidents.merge(two, [copy], apart);
    const last = (incident: number, number: number) => incidents.set(incident, [three, number]);
    expect(await last(outage, outage)).toEqual(refused('NOT_ALLOWED', 'ticketIds', '1'));
    expect(await last(one, two)).toEqual(refused('NOT_ALLOWED', 'incidentId'));
    expect(await last(two, outage)).toEqual(refused('NOT_ALLOWED', 'ticketIds', '1'));
    expect(await last(two, one)).toEqual(refused('NOT_ALLOWED', 'ticketIds', '1'));
    expect(await last(outage, copy)).toEqual(refused('NOT_ALLOWED', 'ticketIds', '1'));
    expect(await last(copy, two)).toEqual(refused('NOT_ALLOWED', 'incidentId'));
    expect(await last(outage, 999_999)).toEqual(refused('NOT_FOUND', 'ticketIds', '1'));
    expect(await last(999_999, two)).toEqual(refused('NOT_FOUND', 'incidentId'));
    expect(await incidents.set(outage, [])).toEqual(refused('INVALID_INPUT', 'ticketIds'));
    expect(
      await incidents.set(
        outage,
        Array.from({ length: 101 }, (_, index) => index + 1),
      ),
    ).toEqual(refused('INVALID_INPUT', 'ticketIds'));
    expect(await incidents.telling(outage)).toEqual({ numbers: [one], count: 1 });
    expect((await incidents.merge(two, [outage], apart)).userErrors).toEqual([
      { code: 'NOT_ALLOWED', path: ['ids', '0'] },
    ]);
  });

  test('stay where they belong through a merge, and are set free when the incident is deleted', async () => {
    const [outage, one, two, goesOn] = (await submitted(4)) as [number, number, number, number];
    await incidents.set(outage, [one, two]);
    await incidents.merge(goesOn, [one], apart);
    expect(await incidents.telling(outage)).toEqual({ numbers: [two], count: 1 });
    await incidents.unmerge(one);
    expect(await incidents.telling(outage)).toEqual({ numbers: [two, one], count: 2 });
    await desk.graphql('mutation ($id: ID!) { deleteTicket(input: { id: $id }) { userErrors { code } } }', {
      id: ticketId(outage),
    });
    expect(
      await talk.facts(named(one), 'incident { number } events(first: 1) { edges { node { field to } } }'),
    ).toEqual({
      incident: null,
      events: { edges: [{ node: { field: 'incident', to: null } }] },
    });
  });

  test('put into two incidents at once are in one of them, and the other call is told', async () => {
    const [first, second, one] = (await submitted(3)) as [number, number, number];
    const answers = await Promise.all([incidents.set(first, [one]), incidents.set(second, [one])]);
    const refusals = answers.flatMap(({ userErrors }) => userErrors);
    expect(refusals).toEqual([{ code: 'NOT_ALLOWED', path: ['ticketIds', '0'] }]);
    const counts = [(await incidents.telling(first)).count, (await incidents.telling(second)).count];
    expect(counts.toSorted()).toEqual([0, 1]);
  });
});

test('who follows the list of an incident sees tickets come and go', async () => {
  const [outage, one, other] = (await submitted(3)) as [number, number, number];
  const connection = connect(desk);
  type Told = { ticketChanges: { kind: string; ticketId: string } };
  const list = await connection.follow<Told>(
    'subscription ($id: ID!) { ticketChanges(filter: { incidentId: $id }) { kind ticketId } }',
    { id: ticketId(outage) },
  );
  await incidents.set(outage, [one]);
  await list.count(1);
  await incidents.set(null, [one]);
  await list.count(2);
  await incidents.set(outage, [other]);
  expect((await list.count(3)).map(({ ticketChanges: { kind, ticketId: id } }) => [kind, id])).toEqual([
    ['ADDED', ticketId(one)],
    ['REMOVED', ticketId(one)],
    ['ADDED', ticketId(other)],
  ]);
  await connection.close();
});

const ticketsInPlay = 5;
const place = fc.nat(ticketsInPlay - 1);
const step = fc.record({
  kind: fc.constantFrom('set' as const, 'set' as const, 'takeOut' as const, 'merge' as const, 'unmerge' as const),
  at: place,
  into: place,
});

/** By the rows alone, beside what the trail says. */
const recount = `
  select ticket.number, ticket.incident, ticket.merged_into as "mergedInto",
    (select incident from ticket as other where other.number = ticket.incident) as beyond,
    (select to_value::int from ticket_event where ticket_number = ticket.number and field = 'incident'
     order by id desc limit 1) as told,
    array(select other.number from ticket as other where other.incident = ticket.number and other.merged_into is null
      order by other.created_at desc, other.number desc) as telling,
    (select coalesce(sum(case when to_value is null then -1 else 1 end), 0)::int from ticket_event
     where ticket_number = ticket.number and field = 'incident_ticket') as balance,
    (select count(*)::int from ticket as other where other.incident = ticket.number) as pointers
  from ticket where ticket.number = any($1) order by ticket.number`;

test('whatever is grouped, merged and taken apart, in any order, equals a recount', async () => {
  const database = Reflect.get(desk.services.requests, 'dataSource') as DataSource;
  type Row = { number: number; incident: number | null; mergedInto: number | null; beyond: number | null };
  type Counted = Row & { told: number | null; telling: number[]; balance: number; pointers: number };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const numbers = await submitted(ticketsInPlay);
      for (const { kind, at, into } of steps) {
        const [number, other] = [numbers[at] as number, numbers[into] as number];
        if (kind === 'set') await incidents.set(other, [number]);
        else if (kind === 'takeOut') await incidents.set(null, [number]);
        else if (kind === 'merge') await incidents.merge(other, [number], apart);
        else await incidents.unmerge(number);
      }
      for (const row of await database.query<Counted[]>(recount, [numbers])) {
        expect(row).toMatchObject({ beyond: null, told: row.incident, balance: row.pointers });
        expect(await incidents.telling(row.number)).toEqual({ numbers: row.telling, count: row.telling.length });
        if (row.mergedInto !== null) expect(row.pointers).toBe(0);
      }
      expect(await verifyStats(database, { repair: false })).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test('requesters and REST learn nothing of an incident', async () => {
  const outage = await heldRequest(desk, {
    requester: { email: 'ada@example.org' },
    description: 'The canary of Ada.',
  });
  const one = await heldRequest(desk, { requester: { email: 'bo@example.org' }, description: 'The canary of Bo.' });
  const seen = async () => [
    JSON.stringify(await readRequest(desk, outage.by)),
    JSON.stringify(await readRequest(desk, one.by)),
    Object.keys((await desk.rest('GET', `/api/tickets/${one.number}/`)).body as object),
  ];
  const before = await seen();
  await incidents.set(outage.number, [one.number]);
  expect(await seen()).toEqual(before);
  const input = { ticketId: ticketId(outage.number), body: 'It is mended.', toIncident: true, holdSeconds: 0 };
  await incidents.ask('mutation ($input: AddReplyInput!) { addReply(input: $input) { userErrors { code } } }', {
    input,
  });
  const pages = [JSON.stringify(await readRequest(desk, outage.by)), JSON.stringify(await readRequest(desk, one.by))];
  expect(pages.map((page) => page.match(/It is mended|canary of \w+/g))).toEqual([
    ['canary of Ada', 'It is mended'],
    ['canary of Bo', 'It is mended'],
  ]);
});
