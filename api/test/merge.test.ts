import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { startMerging, ticketId } from './support/merging.js';

/** Tickets that go on in another: one timeline, counted once, and all of it comes back. */
let desk: TestDesk;
let talk: Conversing;
let merging: ReturnType<typeof startMerging>;
beforeEach(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
  talk = startConversation(desk);
  merging = startMerging(desk);
});
afterEach(() => desk.close());

const mia = { name: 'Mia', email: 'mia@example.org' };
const tuva = { name: 'Tuva', email: 'tuva@example.org' };
const apart = { allowDifferentRequesters: true };

type Counts = readonly { readonly count: number }[];
type Figures = {
  ticketStats: Record<'byStatus' | 'byCategory' | 'byPriority' | 'backlogAge', Counts> & {
    byAssignee: { unfinished: number }[];
    perDay: { created: number; resolved: number }[];
  };
};
const figures = `{ ticketStats(days: 7) { totalCount openCount openingBacklog byStatus { count } byCategory { count }
  byPriority { count } backlogAge { count } byAssignee { unfinished resolvedInPeriod } perDay { created resolved }
  period { created resolved medianHoursToResolve byStatus { count } byCategory { count } } } }`;

describe('a merged ticket', () => {
  test('leaves lists, searches and counts, and is found by who asks for it', async () => {
    const [first, second] = [await talk.submit(mia), await talk.submit(mia)];
    expect(await merging.merge(first.number, [second.number])).toEqual({
      ticket: { number: first.number, mergedInto: null },
      mergedTickets: [{ number: second.number, mergedInto: { number: first.number } }],
      userErrors: [],
    });
    const alone = { numbers: [first.number], count: 1 };
    expect(await merging.list()).toEqual(alone);
    for (const filter of [
      { status: ['OPEN'] },
      { search: 'page stays white' },
      { snoozed: false },
      { needsTriage: true },
      { waitingOn: ['TEAM'] },
    ]) {
      expect(await merging.list(filter)).toEqual(alone);
    }
    expect(await merging.list({ search: `T-${second.number}` })).toEqual(alone);
    const both = { numbers: [second.number, first.number], count: 2 };
    expect(await merging.list({ includeMerged: true })).toEqual(both);
    expect(await merging.list({ includeMerged: true, snoozed: false })).toEqual(both);
    expect(await merging.list({ includeMerged: true, search: 'white' })).toEqual(both);
    expect(await talk.facts(first, 'mergedTickets(first: 10) { totalCount edges { node { number } } }')).toEqual({
      mergedTickets: { totalCount: 1, edges: [{ node: { number: second.number } }] },
    });
    const listed = await desk.rest<object[]>('GET', '/api/tickets/?limit=10');
    expect([listed.body.length, listed.headers.get('x-total-count')]).toEqual([1, '1']);
  });

  test('shows what was said on it in the timeline of the one that goes on, in order and page by page', async () => {
    const [first, second] = [await talk.submit(mia), await talk.submit(mia)];
    await talk.reply(first, 'one', { holdSeconds: 0 });
    await talk.answer(second, 'two');
    await talk.note(second, 'three');
    await talk.answer(first, 'four');
    const before = await talk.timeline(second);
    await merging.merge(first.number, [second.number]);
    const merged = [
      'CREATED',
      'CREATED',
      'FROM_TEAM one',
      'FROM_REQUESTER two',
      'note three',
      'FROM_REQUESTER four',
      'CHANGED merged_ticket',
    ];
    expect(await talk.timeline(first)).toEqual(merged);
    expect(await pages(first, 'first: 2', 'after', 'endCursor')).toEqual(merged);
    expect(await talk.facts(first, 'messageCount preview timeline(first: 0) { totalCount }')).toEqual({
      messageCount: 4,
      preview: 'four',
      timeline: { totalCount: 7 },
    });
    const messages = await desk.rest<{ body: string }[]>('GET', `/api/tickets/${second.number}/messages/`);
    expect(messages.body.map(({ body }) => body)).toEqual(['one', 'two', 'four']);
    const notes = await desk.rest<{ body: string }[]>('GET', `/api/tickets/${second.number}/notes/?limit=5`);
    expect([notes.body.map(({ body }) => body), notes.headers.get('x-total-count')]).toEqual([['three'], '1']);
    expect((await merging.unmerge(second.number)).userErrors).toEqual([]);
    expect(await talk.timeline(second)).toEqual([...before, 'CHANGED merged_into', 'CHANGED merged_into']);
    expect(await talk.facts(first, 'messageCount mergedInto { number }')).toEqual({
      messageCount: 3,
      mergedInto: null,
    });
    expect(await talk.facts(second, 'messageCount preview waitingOn')).toEqual({
      messageCount: 2,
      preview: 'two',
      waitingOn: 'TEAM',
    });
  });

  test('is counted once by every figure, and again once it stands for itself', async () => {
    const tickets = [await talk.submit(mia), await talk.submit(mia), await talk.submit(mia)];
    const [first, second, third] = tickets as [Talked, Talked, Talked];
    await talk.change(second, { status: 'RESOLVED' });
    const before = await merging.ask<Figures>(figures, {});
    await merging.merge(first.number, [second.number, third.number]);
    const { ticketStats } = await merging.ask<Figures>(figures, {});
    expect(ticketStats).toMatchObject({
      totalCount: 1,
      openCount: 1,
      openingBacklog: 0,
      period: { created: 1, resolved: 0, medianHoursToResolve: null },
    });
    const countsOf = (parts: readonly { count: number }[]) => parts.reduce((sum, { count }) => sum + count, 0);
    for (const name of ['byStatus', 'byCategory', 'byPriority', 'backlogAge'] as const) {
      expect([name, countsOf(ticketStats[name])]).toEqual([name, 1]);
    }
    expect(ticketStats.byAssignee.map(({ unfinished }) => unfinished)).toEqual([1]);
    expect(ticketStats.perDay.reduce((sum, { created, resolved }) => sum + created + resolved, 0)).toBe(1);
    await merging.unmerge(second.number);
    await merging.unmerge(third.number);
    expect(await merging.ask(figures, {})).toEqual(before);
  });

  test('opens the one that goes on in REST, and takes no change itself', async () => {
    const [first, second] = [await talk.submit(mia), await talk.submit(mia)];
    await merging.merge(first.number, [second.number]);
    const address = `/api/tickets/${second.number}/`;
    const { status, body, headers } = await desk.rest<{ id: number }>('GET', address);
    expect([status, body.id, headers.get('content-location')]).toEqual([
      200,
      first.number,
      `/api/tickets/${first.number}/`,
    ]);
    expect((await desk.rest('PATCH', address, { status: 'closed' })).status).toBe(409);
    expect((await desk.rest('DELETE', address)).status).toBe(409);
    expect((await desk.rest('POST', `${address}messages/`, { body: 'Hello' })).status).toBe(409);
    expect((await talk.reply(second, 'Hello')).userErrors).toMatchObject([{ code: 'NOT_ALLOWED', path: ['ticketId'] }]);
    expect(await talk.facts(second, 'viewerCanReply viewerCannotReplyReasons waitingOn')).toMatchObject({
      viewerCanReply: false,
      viewerCannotReplyReasons: expect.arrayContaining(['MERGED']),
      waitingOn: 'NOBODY',
    });
    const query =
      'mutation ($input: UpdateTicketsInput!) { updateTickets(input: $input) { results { userErrors { code } } } }';
    expect(await merging.ask(query, { input: { ids: [second.id], status: 'CLOSED' } })).toEqual({
      updateTickets: { results: [{ userErrors: [{ code: 'NOT_FOUND' }] }] },
    });
  });

  test('stands for itself again where the one that went on is deleted', async () => {
    const [first, second] = [await talk.submit(mia), await talk.submit(mia)];
    await merging.merge(first.number, [second.number]);
    await desk.rest('DELETE', `/api/tickets/${first.number}/`);
    expect(await merging.list()).toEqual({ numbers: [second.number], count: 1 });
    expect(await talk.facts(second, 'mergedInto { number } waitingOn')).toEqual({
      mergedInto: null,
      waitingOn: 'TEAM',
    });
  });
});

describe('a merge', () => {
  test('stands in both trails, by whom and through which door, and so does its end', async () => {
    const [first, second] = [await talk.submit(mia), await talk.submit(mia)];
    await merging.merge(first.number, [second.number]);
    await merging.unmerge(second.number);
    const told = async ({ number }: Talked) => {
      const { ticket } = await merging.ask<{ ticket: { events: { edges: { node: object }[] } } }>(
        `{ ticket(number: ${number}) { events(first: 2) { edges { node { type field from to summary source } } } } }`,
        {},
      );
      return ticket.events.edges.map(({ node }) => node);
    };
    const event = (field: string, from: number | null, to: number | null, summary: string) => ({
      type: 'CHANGED',
      field,
      from: from && String(from),
      to: to && String(to),
      summary,
      source: 'WEB',
    });
    const [one, two] = [first.number, second.number];
    expect(await told(second)).toEqual([
      event('merged_into', one, null, `Unmerged from T-${one}.`),
      event('merged_into', null, one, `Merged into T-${one}.`),
    ]);
    expect(await told(first)).toEqual([
      event('merged_ticket', two, null, `T-${two} was unmerged.`),
      event('merged_ticket', null, two, `T-${two} was merged into this ticket.`),
    ]);
  });

  test('makes no circle, no chain, and no second place', async () => {
    const tickets = [await talk.submit(mia), await talk.submit(mia), await talk.submit(mia)];
    const [a, b, c] = tickets.map(({ number }) => number) as [number, number, number];
    const refused = { userErrors: [{ code: 'NOT_ALLOWED', path: ['ids', '0'] }] };
    expect(await merging.merge(a, [a])).toMatchObject(refused);
    await merging.merge(a, [b]);
    expect(await merging.merge(b, [a])).toMatchObject(refused);
    expect(await merging.merge(c, [b])).toMatchObject(refused);
    expect(await merging.merge(a, [b])).toMatchObject({ userErrors: [] });
    // Where the target is merged itself, what goes on for it takes its place.
    expect(await merging.merge(b, [c])).toMatchObject({ ticket: { number: a }, userErrors: [] });
    await merging.unmerge(c);
    // What was merged into a ticket moves along with it.
    expect(await merging.merge(c, [a])).toMatchObject({ ticket: { number: c }, userErrors: [] });
    expect(await talk.facts({ id: ticketId(b), number: b }, 'mergedInto { number }')).toEqual({
      mergedInto: { number: c },
    });
    expect(await merging.unmerge(c)).toMatchObject({ userErrors: [{ code: 'NOT_ALLOWED', path: ['id'] }] });
    expect(await merging.merge(9999, [c])).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', path: ['intoId'] }] });
    expect(await merging.merge(c, [9999])).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', path: ['ids', '0'] }] });
    expect(await merging.merge(c, [])).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', path: ['ids'] }] });
  });

  test('of different requesters must be meant', async () => {
    const [first, second] = [await talk.submit(mia), await talk.submit(tuva)];
    expect(await merging.merge(first.number, [second.number])).toMatchObject({
      ticket: null,
      userErrors: [{ code: 'NOT_ALLOWED', path: ['ids', '0'] }],
    });
    expect(await merging.merge(first.number, [second.number], apart)).toMatchObject({ userErrors: [] });
  });
});

describe('a duplicate in triage', () => {
  test('is one decision, and its undo takes it apart with all that went along', async () => {
    const tickets = [await talk.submit(mia), await talk.submit(mia), await talk.submit(tuva)];
    const [first, copy, other] = tickets as [Talked, Talked, Talked];
    await merging.merge(copy.number, [other.number], apart);
    const before = await merging.list({ needsTriage: true });
    const decide = `mutation ($input: TriageTicketInput!) { triageTicket(input: $input) {
      undoToken ticket { mergedInto { number } } next { number } userErrors { code path } } }`;
    type Decided = { triageTicket: { undoToken: string; userErrors: object[] } };
    const input = { id: copy.id, duplicateOfId: first.id };
    const { triageTicket } = await merging.ask<Decided>(decide, { input });
    expect(triageTicket).toMatchObject({
      ticket: { mergedInto: { number: first.number } },
      next: { number: first.number },
      userErrors: [],
    });
    expect(await merging.list()).toEqual({ numbers: [first.number], count: 1 });
    const undo =
      'mutation ($token: String!) { undoTriage(input: { undoToken: $token }) { ticket { mergedInto { number } } userErrors { code } } }';
    expect(await merging.ask(undo, { token: triageTicket.undoToken })).toEqual({
      undoTriage: { ticket: { mergedInto: null }, userErrors: [] },
    });
    expect(await merging.list({ needsTriage: true })).toEqual(before);
    expect(await talk.facts(other, 'mergedInto { number }')).toEqual({ mergedInto: { number: copy.number } });
    expect(await merging.ask<Decided>(decide, { input: { id: copy.id, duplicateOfId: copy.id } })).toMatchObject({
      triageTicket: { userErrors: [{ code: 'NOT_ALLOWED', path: ['duplicateOfId'] }] },
    });
  });
});

async function pages(ticket: Talked, size: string, place: string, from: string): Promise<string[]> {
  const all: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const args: string = cursor === null ? size : `${size}, ${place}: "${cursor}"`;
    all.push(...(await talk.timeline(ticket, args)));
    const { timeline } = (await talk.facts(ticket, `timeline(${args}) { pageInfo { hasNextPage ${from} } }`)) as {
      timeline: { pageInfo: { hasNextPage: boolean } & Record<string, string> };
    };
    if (!timeline.pageInfo.hasNextPage) return all;
    cursor = timeline.pageInfo[from] ?? null;
  }
}
