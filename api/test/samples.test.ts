import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const add = () =>
  desk.graphql('mutation { addSampleTickets(input: { count: 40 }) { createdCount userErrors { message } } }');
const remove = async () => {
  const { data } = await desk.graphql<{ removeSampleTickets: object }>(
    'mutation { removeSampleTickets { removedCount userErrors { message } } }',
  );
  return data.removeSampleTickets;
};
const listed = async () => (await desk.rest<{ id: number; title: string }[]>('GET', '/api/tickets/')).body;

test('samples are removed in one step, changed ones too, and nothing else is', async () => {
  await add();
  const own = { title: 'Mine', description: 'Written by hand.', category: 'billing', priority: 'low' };
  await desk.rest('POST', '/api/tickets/', own);
  const sample = (await listed()).find(({ title }) => title !== 'Mine');
  await desk.rest('PATCH', `/api/tickets/${sample?.id}/`, { title: 'Changed since' });
  expect(await remove()).toEqual({ removedCount: 40, userErrors: [] });
  expect((await listed()).map(({ title }) => title)).toEqual(['Mine']);
  expect(await remove()).toEqual({ removedCount: 0, userErrors: [] });
});

test('once they are removed, samples can be added again', async () => {
  await add();
  await remove();
  const { data } = await add();
  expect(data).toMatchObject({ addSampleTickets: { createdCount: 40, userErrors: [] } });
});

type Told = { kind: string; at: string; from?: string };
const conversations = async () => {
  const query = `query ($after: String) { tickets(first: 20, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
    number status createdAt resolvedAt waitingOn waitingSince firstResponseAt messageCount requester { displayName }
    timeline(first: 50) { edges { node { __typename ... on PublicReply { createdAt direction } ... on InternalNote { createdAt }
      ... on TicketEvent { createdAt field } } } } } } } }`;
  type Node = {
    number: number;
    status: string;
    createdAt: string;
    resolvedAt: string | null;
    timeline: { edges: { node: { __typename: string; createdAt: string; direction?: string; field?: string } }[] };
  };
  type Answer = { tickets: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: Node }[] } };
  const all: (Node & { told: Told[] })[] = [];
  for (let after: string | null = null; ; ) {
    const { data }: { data: Answer } = await desk.graphql<Answer>(query, { after });
    for (const { node } of data.tickets.edges) {
      const told = node.timeline.edges.map(({ node: { __typename: kind, createdAt: at, direction, field } }) => ({
        kind: field ? `${kind} ${field}` : kind,
        at,
        ...(direction ? { from: direction } : {}),
      }));
      all.push({ ...node, told });
    }
    if (!data.tickets.pageInfo.hasNextPage) return all;
    after = data.tickets.pageInfo.endCursor;
  }
};

test('samples come with conversations, in order, and with the facts that follow from them', async () => {
  await add();
  const all = await conversations();
  expect(all).toHaveLength(40);
  const kinds = new Set(all.flatMap(({ told }) => told.map(({ kind, from }) => (from ? `${kind} ${from}` : kind))));
  for (const kind of ['PublicReply FROM_TEAM', 'PublicReply FROM_REQUESTER', 'InternalNote']) {
    expect([...kinds]).toContain(kind);
  }
  for (const { told, status, createdAt, resolvedAt, timeline: _, ...facts } of all) {
    const times = told.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times[0]).toBe(Date.parse(String(createdAt)));
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.now());
    const isDone = status === 'RESOLVED' || status === 'CLOSED';
    if (isDone) expect(told.at(-1)).toEqual({ kind: 'TicketEvent status', at: resolvedAt });
    const replies = told.filter(({ kind }) => kind === 'PublicReply');
    expect(facts).toMatchObject({
      messageCount: replies.length + 1,
      firstResponseAt: replies.find(({ from }) => from === 'FROM_TEAM')?.at ?? null,
      waitingOn: isDone ? 'NOBODY' : replies.at(-1)?.from === 'FROM_TEAM' ? 'REQUESTER' : 'TEAM',
    });
  }
});

test('removing samples forgets who asked in them, and nobody else', async () => {
  await add();
  const own = { title: 'Mine', description: 'By hand.', category: 'billing', priority: 'low' };
  const { body } = await desk.rest<{ requester: object }[]>('GET', '/api/tickets/?include=requester');
  const [known] = body.flatMap(({ requester }) => (requester ? [requester as { email: string }] : []));
  await desk.rest('POST', '/api/tickets/', { ...own, requester_email: known?.email });
  await desk.rest('POST', '/api/tickets/', { ...own, requester_email: 'real@example.org' });
  await remove();
  const { data } = await desk.graphql<{ requesters: { edges: { node: { emails: { address: string }[] } }[] } }>(
    '{ requesters(first: 50) { edges { node { emails { address } } } } }',
  );
  const left = data.requesters.edges.flatMap(({ node }) => node.emails.map(({ address }) => address));
  expect(left.toSorted()).toEqual(['real@example.org', known?.email].toSorted());
});

test('what is decided on samples teaches the classifier nothing', async () => {
  await add();
  const dataSource = Reflect.get(desk.services.files, 'dataSource') as DataSource;
  const [sample] = await listed();
  const suggested = { title: 'Cannot sign in', description: 'My password is not taken any more.' };
  const { body: real } = await desk.rest<{ id: number }>('POST', '/api/tickets/', suggested);
  const suggest = 'mutation ($input: SuggestTriageInput!) { suggestTriage(input: $input) { userErrors { message } } }';
  for (const number of [sample?.id, real.id]) {
    const ticketId = Buffer.from(`Ticket:${number}`).toString('base64url');
    await desk.graphql(suggest, { input: { ticketId } });
    for (const category of ['general', 'billing', 'technical']) {
      await desk.rest('PATCH', `/api/tickets/${number}/`, { category, priority: 'critical' });
    }
  }
  const labelled = await dataSource.query<{ number: number }[]>(
    'select distinct ticket_number as number from triage_label',
  );
  expect(labelled).toEqual([{ number: real.id }]);
});

type Report = { field: string; suggested: number; kept: number; confirmed: number; overridden: number }[];
const report = async (): Promise<Report> => {
  const query = '{ ticketStats(days: 7) { triage { outcomes { field suggested kept confirmed overridden } } } }';
  const { data } = await desk.graphql<{ ticketStats: { triage: { outcomes: Report } } }>(query);
  return data.ticketStats.triage.outcomes;
};

test('samples come with suggestions of their time: some confirmed, some overridden, most of them unseen', async () => {
  await add();
  const outcomes = await report();
  expect(outcomes.map(({ field }) => field)).toEqual(['CATEGORY', 'PRIORITY']);
  for (const { suggested, kept, confirmed, overridden } of outcomes) {
    expect(suggested).toBe(40);
    expect(kept).toBeGreaterThan(10);
    expect(confirmed).toBeGreaterThan(overridden);
  }
  expect(outcomes.reduce((sum, { overridden }) => sum + overridden, 0)).toBeGreaterThan(0);
  const { data } = await desk.graphql<{
    tickets: { edges: { node: { createdAt: string; suggestion: { createdAt: string; source: string } } }[] };
  }>('{ tickets(first: 50) { edges { node { createdAt suggestion { createdAt source } } } } }');
  for (const { node } of data.tickets.edges) {
    expect(node.suggestion).toEqual({ createdAt: node.createdAt, source: 'LOCAL' });
  }
});

test('the report card forgets samples together with them', async () => {
  await add();
  await remove();
  expect(await report()).toEqual([]);
});

test('whoever looks around learns that there are samples', async () => {
  const count = async () => (await desk.graphql<{ sampleTicketCount: number }>('{ sampleTicketCount }')).data;
  expect(await count()).toEqual({ sampleTicketCount: 0 });
  await add();
  expect(await count()).toEqual({ sampleTicketCount: 40 });
  await remove();
  expect(await count()).toEqual({ sampleTicketCount: 0 });
});
