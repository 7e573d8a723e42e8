import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { ask, type Credentials, joinTeam, makeToken } from './support/team.js';

type Named = { id: string; name: string } | null;
type RestTicket = { id: number; assignee?: Named; team?: Named };

let desk: TestDesk;
let ada: Credentials;
let bob: Credentials;
let ids: Record<string, string>;
beforeAll(async () => {
  desk = await startDesk();
  ada = await joinTeam(desk, 'ada@example.org', '--admin');
  bob = await joinTeam(desk, 'bob@example.org');
  await joinTeam(desk, 'cleo@example.org');
  const { body } = await ask(desk, ada, '{ users { edges { node { id handle } } } }');
  const { edges } = (body.data as { users: { edges: { node: { id: string; handle: string } }[] } }).users;
  ids = Object.fromEntries(edges.map(({ node }) => [node.handle, node.id]));
});
afterAll(() => desk.close());

const ticket = { title: 'Invoice', description: 'The invoice is wrong.', category: 'billing', priority: 'low' };
const globalId = (number: number) => Buffer.from(`Ticket:${number}`).toString('base64url');

async function create(by: Credentials = bob, fields: object = {}): Promise<number> {
  return (await desk.rest<RestTicket>('POST', '/api/tickets/', { ...ticket, ...fields }, by)).body.id;
}

async function mutate<Payload = Record<string, unknown>>(
  by: Credentials,
  field: string,
  input: string,
  selection: string,
) {
  const { body } = await ask(
    desk,
    by,
    `mutation { ${field}(input: { ${input} }) { ${selection} userErrors { code path message } } }`,
  );
  if (body.errors) throw new Error(body.errors[0]?.message);
  return body.data?.[field] as Payload & { userErrors: { code: string; path: string[]; message: string }[] };
}

const update = (by: Credentials, number: number, changes: string) =>
  mutate(
    by,
    'updateTicket',
    `id: "${globalId(number)}", ${changes}`,
    'ticket { version assignee { handle } team { handle } }',
  );

type Claimed = { ticket: { assignee: { handle: string } | null } | null };
const claim = (by: Credentials, number: number) =>
  mutate<Claimed>(by, 'claimTicket', `id: "${globalId(number)}"`, 'ticket { assignee { handle } }');

describe('claiming', () => {
  test('of two at once, one has it and the other is told who', async () => {
    for (let round = 0; round < 5; round++) {
      const number = await create();
      const both = await Promise.all([claim(ada, number), claim(bob, number)]);
      const winners = both.filter(({ userErrors }) => userErrors.length === 0);
      expect(winners).toHaveLength(1);
      const owner = winners[0]?.ticket?.assignee?.handle;
      expect(both.map(({ ticket }) => ticket?.assignee?.handle)).toEqual([owner, owner]);
      const loser = both.find(({ userErrors }) => userErrors.length > 0);
      expect(loser?.userErrors).toEqual([
        { code: 'CONFLICT', path: ['id'], message: `${owner} has taken this ticket.` },
      ]);
    }
  });

  test('again by who has it changes nothing', async () => {
    const number = await create();
    await claim(bob, number);
    expect((await claim(bob, number)).userErrors).toEqual([]);
    const { body } = await ask(desk, bob, `{ ticket(number: ${number}) { version events { totalCount } } }`);
    expect(body.data).toEqual({ ticket: { version: 2, events: { totalCount: 2 } } });
  });

  test('is for people: a token of the desk has no name to put there', async () => {
    const number = await create();
    const token = await makeToken(desk, ada, ['TICKETS_READ', 'TICKETS_WRITE'], true);
    await expect(claim(token, number)).rejects.toThrow('You may not ask for `claimTicket`.');
    expect((await mutate(bob, 'claimTicket', 'id: "nonsense"', '')).userErrors[0]?.code).toBe('NOT_FOUND');
  });
});

describe('assigning', () => {
  test('stands in the trail by handle, with who did it', async () => {
    const number = await create();
    await update(ada, number, `assigneeId: "${ids.cleo}"`);
    await update(bob, number, 'assigneeId: null');
    const { body } = await ask(
      desk,
      bob,
      `{ ticket(number: ${number}) { events { edges { node { field from to actor } } } } }`,
    );
    const { edges } = (body.data as { ticket: { events: { edges: { node: object }[] } } }).ticket.events;
    expect(edges.slice(0, 2).map(({ node }) => node)).toEqual([
      { field: 'assignee', from: 'cleo', to: null, actor: 'bob' },
      { field: 'assignee', from: null, to: 'cleo', actor: 'ada' },
    ]);
  });

  test('is to active people and teams that there are', async () => {
    const number = await create();
    for (const [field, value] of [
      ['assigneeId', Buffer.from('User:999').toString('base64url')],
      ['assigneeId', 'nonsense'],
      ['teamId', Buffer.from('Team:999').toString('base64url')],
    ]) {
      const { userErrors } = await update(bob, number, `${field}: "${value}"`);
      expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: [field] }]);
    }
  });

  test('changes many at once', async () => {
    const numbers = [await create(), await create()];
    const input = `ids: ["${numbers.map(globalId).join('", "')}"], assigneeId: "${ids.bob}"`;
    const { results } = await mutate<{ results: unknown[] }>(
      ada,
      'updateTickets',
      input,
      'results { ticket { assignee { handle } } }',
    );
    expect(results).toEqual([{ ticket: { assignee: { handle: 'bob' } } }, { ticket: { assignee: { handle: 'bob' } } }]);
  });
});

describe('a team', () => {
  test('gets the new tickets of its categories, through every door, and leaves them when it goes', async () => {
    const input = 'name: "Payments", handle: "payments", categories: [BILLING]';
    await expect(mutate(bob, 'saveTeam', input, 'team { id }')).rejects.toThrow('You may not ask for `saveTeam`.');
    const { team } = await mutate<{ team: { id: string } }>(ada, 'saveTeam', input, 'team { id categories }');
    expect((await mutate(ada, 'saveTeam', input, '')).userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    const members = `teamId: "${team.id}", members: [{ userId: "${ids.bob}", lead: true }, { userId: "${ids.cleo}" }]`;
    const set = await mutate<{ team: object }>(
      ada,
      'setTeamMembers',
      members,
      'team { members { lead user { handle teams { handle } } } }',
    );
    expect(set.team).toEqual({
      members: [
        { lead: true, user: { handle: 'bob', teams: [{ handle: 'payments' }] } },
        { lead: false, user: { handle: 'cleo', teams: [{ handle: 'payments' }] } },
      ],
    });
    const number = await create({}, { category: 'billing' });
    const other = await create({}, { category: 'general' });
    const row = JSON.stringify({ ...ticket, external_id: 'routed' });
    await desk.rest('POST', '/api/tickets/import/', row, { 'content-type': 'application/x-ndjson', ...bob });
    const listed = await desk.rest<RestTicket[]>('GET', `/api/tickets/?team=${team.id}&include=team`, undefined, bob);
    expect(listed.body.map(({ team }) => team?.name)).toEqual(['Payments', 'Payments']);
    const teamOf = async (which: number) =>
      (await desk.rest<RestTicket>('GET', `/api/tickets/${which}/?include=team,assignee`, undefined, bob)).body;
    expect(await teamOf(number)).toMatchObject({ team: { id: team.id, name: 'Payments' }, assignee: null });
    expect((await teamOf(other)).team).toBeNull();
    expect((await mutate(ada, 'deleteTeam', `id: "${team.id}"`, 'deletedTeamId')).userErrors).toEqual([]);
    expect((await teamOf(number)).team).toBeNull();
  });
});

describe('finding', () => {
  let mine: number;
  beforeAll(async () => {
    mine = await create();
    await update(bob, mine, `assigneeId: "${ids.bob}", status: IN_PROGRESS`);
  });
  const list = async (by: Credentials, filter: string) => {
    const { body } = await ask(
      desk,
      by,
      `{ tickets(first: 100, filter: { ${filter} }) { totalCount edges { node { assignee { handle } } } } }`,
    );
    const { edges, totalCount } = (
      body.data as {
        tickets: { totalCount: number; edges: { node: { assignee: { handle: string } | null } }[] };
      }
    ).tickets;
    expect(edges).toHaveLength(totalCount);
    return [...new Set(edges.map(({ node }) => node.assignee?.handle ?? null))].sort();
  };

  test('by whose they are, through the graph', async () => {
    expect(await list(bob, 'assignee: { me: true }')).toEqual(['bob']);
    expect(await list(bob, 'assignee: { none: true }')).toEqual([null]);
    expect(await list(bob, `assignee: { ids: ["${ids.ada}", "${ids.bob}"] }`)).toEqual(['ada', 'bob']);
    expect(await list(bob, 'assignee: { me: true, none: true }')).toEqual(['bob', null]);
    expect(await list(bob, 'assignee: { ids: ["nonsense"] }')).toEqual([]);
    expect(await list(bob, 'teamId: ["nonsense"]')).toEqual([]);
    expect(await list(bob, 'assignee: {}')).toEqual(await list(bob, ''));
  });

  test('and through REST, which adds no key unless it is asked to', async () => {
    const names = async (query: string, by = bob) => {
      const { body } = await desk.rest<RestTicket[]>('GET', `/api/tickets/?include=assignee${query}`, undefined, by);
      return [...new Set(body.map(({ assignee }) => assignee?.name ?? null))].sort();
    };
    for (const page of ['', '&limit=100']) {
      expect(await names(`&assignee=me${page}`)).toEqual(['bob']);
      expect(await names(`&assignee=none${page}`)).toEqual([null]);
      expect(await names(`&assignee=${ids.bob}${page}`)).toEqual(['bob']);
    }
    for (const query of ['assignee=nonsense', 'team=1', 'include=notes']) {
      const answer = await desk.rest('GET', `/api/tickets/?${query}`, undefined, bob);
      expect([answer.status, Object.keys(answer.body as object)]).toEqual([400, [query.split('=')[0]]]);
    }
    const plain = await desk.rest<object>('GET', `/api/tickets/${mine}/`, undefined, bob);
    expect(Object.keys(plain.body)).toHaveLength(9);
    const csv = async (query: string) =>
      (await desk.rest<string>('GET', `/api/tickets/export.csv?assignee=me${query}`, undefined, bob)).body.split('\n');
    expect((await csv(''))[0]).not.toContain('assignee');
    expect((await csv('&include=assignee,team'))[0]?.endsWith(',assignee,team')).toBe(true);
    expect((await csv('&include=assignee'))[1]?.endsWith(',bob')).toBe(true);
  });

  test('tells who is calling', async () => {
    expect((await desk.rest('GET', '/api/me/', undefined, bob)).body).toEqual({
      mode: 'TEAM',
      access: 'SELF',
      user: { id: ids.bob, name: 'bob', handle: 'bob', email: 'bob@example.org', role: 'AGENT' },
      scopes: null,
    });
    const token = await makeToken(desk, ada, ['TICKETS_READ'], true);
    expect((await desk.rest('GET', '/api/me/', undefined, token)).body).toEqual({
      mode: 'TEAM',
      access: 'AGENT',
      user: null,
      scopes: ['TICKETS_READ'],
    });
    expect((await desk.rest('GET', '/api/me/')).status).toBe(401);
  });
});

test('who leaves hands their unfinished tickets over', async () => {
  await joinTeam(desk, 'dan@example.org');
  const { body } = await ask(desk, ada, '{ users(search: "DAN@") { edges { node { id } } } }');
  const dan = /"id":"(\w+)"/.exec(JSON.stringify(body.data))?.[1];
  const [open, finished] = [await create(), await create()];
  await update(ada, open, `assigneeId: "${dan}"`);
  await update(ada, finished, `assigneeId: "${dan}", status: CLOSED`);
  const change = `id: "${dan}", active: false, handOverToId: "${ids.cleo}"`;
  const { user } = await mutate<{ user: object }>(ada, 'updateUser', change, 'user { active openTicketCount }');
  expect(user).toEqual({ active: false, openTicketCount: 0 });
  const owners = await ask(
    desk,
    ada,
    `{ a: ticket(number: ${open}) { assignee { handle openTicketCount } }
    b: ticket(number: ${finished}) { assignee { handle active } } }`,
  );
  expect(owners.body.data).toEqual({
    a: { assignee: { handle: 'cleo', openTicketCount: 1 } },
    b: { assignee: { handle: 'dan', active: false } },
  });
  const { userErrors } = await update(ada, open, `assigneeId: "${dan}"`);
  expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['assigneeId'] }]);
});

test('the trail tells who it was, also after they are renamed, and programs by what they are for', async () => {
  const number = await create(bob);
  const token = await makeToken(desk, ada, ['TICKETS_READ', 'TICKETS_WRITE'], true);
  await desk.rest('PATCH', `/api/tickets/${number}/`, { priority: 'high' }, token);
  await desk.rest(
    'PATCH',
    `/api/tickets/${number}/`,
    { priority: 'low' },
    await makeToken(desk, bob, ['TICKETS_WRITE']),
  );
  await ask(
    desk,
    bob,
    'mutation { updateViewer(input: { displayName: "Robert", handle: "robert" }) { userErrors { code } } }',
  );
  const query = `{ ticket(number: ${number}) { events { edges { node { by { __typename displayName id } } } } } }`;
  const { body } = await ask(desk, ada, query);
  const { edges } = (body.data as { ticket: { events: { edges: { node: { by: { id: string } } }[] } } }).ticket.events;
  const robert = { __typename: 'User', displayName: 'Robert', id: ids.bob };
  expect(edges.map(({ node }) => node.by)).toEqual([
    robert,
    { __typename: 'Machine', displayName: 'test', id: expect.any(String) },
    robert,
  ]);
  const node = `{ node(id: "${edges[1]?.node.by.id}") { ... on Machine { kind displayName } } }`;
  expect((await ask(desk, ada, node)).body.data).toEqual({ node: { kind: 'TOKEN', displayName: 'test' } });
});
