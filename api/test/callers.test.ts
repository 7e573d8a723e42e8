import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Caller, CallerKind } from '../src/caller.js';
import { doorOf } from '../src/http/caller.js';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';

/** Who calls is told by a header here: "person 7 anna". Without it, it is the team without a name. */
let decisions = 0;
async function decideCaller(request: Parameters<typeof doorOf>[0]): Promise<Caller> {
  decisions++;
  const [kind = 'team', id = null, name = null] = String(request.headers['x-caller'] ?? 'team').split(' ');
  return { kind: kind as CallerKind, id, name, access: 'AGENT', address: request.ip, door: doorOf(request) };
}

let database: TestDatabase;
let desk: TestDesk;
beforeAll(async () => {
  database = await createTestDatabase();
  desk = await startDesk({}, { ...database, close: async () => undefined }, { decideCaller });
});
beforeEach(() => {
  decisions = 0;
});
afterAll(() => database.close());

const as = (caller: string) => ({ 'x-caller': caller });
const ticket = { title: 'Invoice', description: 'The invoice is wrong.', category: 'billing', priority: 'low' };
const create = (headers: Record<string, string> = {}, body: object = ticket) =>
  desk.rest<{ id: number }>('POST', '/api/tickets/', body, headers);

type Trail = { data: { events: { edges: { node: { type: string; source: string; actor: string | null } }[] } } };
async function trailOf(number: number) {
  const query = `{ events(ticketNumber: ${number}) { edges { node { type source actor } } } }`;
  const { body } = await desk.rest<Trail>('POST', '/graphql', { query });
  return body.data.events.edges.map(({ node }) => node);
}

const graphql = (query: string, headers: Record<string, string> = {}) =>
  desk.rest<{ data: { createTicket: { ticket: { number: number } } } }>('POST', '/graphql', { query }, headers);
const createByGraphql = `mutation { createTicket(input: { title: "Invoice", description: "The invoice is wrong.",
  category: BILLING, priority: LOW, idempotencyKey: "by graphql" }) { ticket { number } } }`;

describe('who calls', () => {
  test('is decided once per request, at both doors', async () => {
    await create();
    expect(decisions).toBe(1);
    await graphql(
      '{ a: tickets(first: 2) { edges { node { id suggestion { id } events { totalCount } } } } b: triageStatus { engine } }',
    );
    expect(decisions).toBe(2);
    await desk.rest('GET', '/healthz');
    expect(decisions).toBe(2);
  });

  test('stands in the trail by name, with the door, whatever was done', async () => {
    const { body } = await create(as('token 3 sync'));
    await desk.rest('PATCH', `/api/tickets/${body.id}/`, { status: 'closed' }, as('person 7 anna'));
    await desk.rest('DELETE', `/api/tickets/${body.id}/`, undefined, {});
    expect(await trailOf(body.id)).toEqual([
      { type: 'DELETED', source: 'API', actor: null },
      { type: 'CHANGED', source: 'API', actor: 'anna' },
      { type: 'CREATED', source: 'API', actor: 'sync' },
    ]);
  });

  test('brings in rows under their own name, too', async () => {
    const row = JSON.stringify({ ...ticket, status: 'closed', external_id: 'one' });
    const type = { 'content-type': 'application/x-ndjson' };
    await desk.rest('POST', '/api/tickets/import/', row, { ...type, ...as('token 3 sync') });
    const { body } = await desk.rest<{ id: number }[]>('GET', '/api/tickets/');
    expect(await trailOf(body[0]?.id ?? 0)).toEqual([
      { type: 'CHANGED', source: 'IMPORT', actor: 'sync' },
      { type: 'CREATED', source: 'IMPORT', actor: 'sync' },
    ]);
  });
});

test('an idempotency key is its caller’s own, through whichever door', async () => {
  const key = { 'idempotency-key': 'by graphql' };
  const { body } = await graphql(createByGraphql, as('token 3 sync'));
  const first = body.data.createTicket.ticket.number;
  const again = await create({ ...as('token 3 sync'), ...key });
  expect([again.body.id, again.headers.get('idempotent-replayed')]).toEqual([first, 'true']);
  const others = await Promise.all(
    ['token 4 sync', 'person 3 sync', 'team'].map((who) => create({ ...as(who), ...key })),
  );
  const ids = [first, ...others.map(({ body }) => body.id)];
  expect(new Set(ids).size).toBe(4);
  const conflict = await create({ ...as('token 4 sync'), ...key }, { ...ticket, title: 'Another' });
  expect(conflict.status).toBe(409);
});

type Suggested = { suggestion_id: string };
const text = { title: 'Cannot sign in', description: 'My password is refused since this morning.' };

/** A ticket whose suggestion somebody then corrects; answers what became of the suggestion. */
async function outcomeAfter(caller: string): Promise<{ number: number; outcome: string }> {
  const { body } = await create({}, text);
  const read = `{ ticket(number: ${body.id}) { category suggestion { category { outcome } } } }`;
  const before = await desk.graphql<{ ticket: { category: string } }>(read);
  const category = before.data.ticket.category === 'GENERAL' ? 'billing' : 'general';
  await desk.rest('PATCH', `/api/tickets/${body.id}/`, { category }, as(caller));
  const after = await desk.graphql<{ ticket: { suggestion: { category: { outcome: string } } } }>(read);
  return { number: body.id, outcome: after.data.ticket.suggestion.category.outcome };
}

/** A ticket whose suggestion somebody accepts; answers its number. */
async function accept(caller: string): Promise<number> {
  const suggested = await desk.rest<Suggested>('POST', '/api/tickets/classify/', text);
  const { body } = await create({}, { ...text, suggestion_id: suggested.body.suggestion_id });
  const id = Buffer.from(`TriageSuggestion:${suggested.body.suggestion_id}`).toString('base64url');
  const query = `mutation { confirmSuggestion(input: { id: "${id}" }) {
    userErrors { message } suggestion { category { outcome } priority { outcome } } } }`;
  const answer = await desk.rest('POST', '/graphql', { query }, as(caller));
  const confirmed = { outcome: 'CONFIRMED' };
  expect(answer.body).toMatchObject({
    data: { confirmSuggestion: { userErrors: [], suggestion: { category: confirmed, priority: confirmed } } },
  });
  return body.id;
}

test('an event tells whether the web client sent it, or another caller of GraphQL', async () => {
  const created = async (key: string, headers: Record<string, string>) => {
    const { body } = await graphql(createByGraphql.replace('by graphql', key), headers);
    const number = body.data.createTicket.ticket.number;
    const { data } = await desk.graphql<{ events: { edges: { node: object }[] } }>(
      `{ events(ticketNumber: ${number}) { edges { node { source byWebClient } } } }`,
    );
    return data.events.edges[0]?.node;
  };
  expect(await created('by the form', { 'apollographql-client-name': 'relaydesk-web' })).toEqual({
    source: 'WEB',
    byWebClient: true,
  });
  expect(await created('by a program', {})).toEqual({ source: 'WEB', byWebClient: false });
});

test('only people teach triage: what programs and the desk change or accept is no verdict', async () => {
  const [byTeam, byPerson] = [await outcomeAfter('team'), await outcomeAfter('person 7 anna')];
  const [byToken, bySystem] = [await outcomeAfter('token 3 sync'), await outcomeAfter('system')];
  expect([byTeam, byPerson].map(({ outcome }) => outcome)).toEqual(['OVERRIDDEN', 'OVERRIDDEN']);
  expect([byToken, bySystem].map(({ outcome }) => outcome)).toEqual(['KEPT', 'KEPT']);
  await graphql(createByGraphql, { ...as('person 9 kim'), 'apollographql-client-name': 'relaydesk-web' });
  const acceptedByPerson = await accept('person 7 anna');
  const acceptedByToken = await accept('token 3 sync');
  await desk.close();
  const [labels, doors] = await withDataSource(database, async (dataSource) => [
    await dataSource.query<{ number: number; fields: number }[]>(
      'select ticket_number as number, count(*)::int as fields from triage_label group by 1 order by 1',
    ),
    await dataSource.query<{ source: string }[]>('select distinct source::text from ticket_event order by 1'),
  ]);
  expect(labels).toEqual([
    { number: byTeam.number, fields: 1 },
    { number: byPerson.number, fields: 1 },
    { number: acceptedByPerson, fields: 2 },
  ]);
  expect(labels.map(({ number }) => number)).not.toContain(acceptedByToken);
  // What the API calls WEB is kept apart.
  expect(doors.map(({ source }) => source)).toEqual(['api', 'graphql', 'import', 'web']);
});
