import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { suggesting, text } from './support/suggestions.js';

type Suggesting = ReturnType<typeof suggesting>;

let desk: TestDesk;
let create: Suggesting['create'];
let confirm: Suggesting['confirm'];
beforeAll(async () => {
  desk = await startDesk();
  ({ create, confirm } = suggesting(desk));
});
afterAll(() => desk.close());

describe('lists of tickets', () => {
  it('can be narrowed by who suggested and by what became of it', async () => {
    const { ticket } = await create({ category: 'GENERAL' });
    const numbers = async (filter: object) => {
      const { data } = await desk.graphql<{ tickets: { totalCount: number; edges: { node: { number: number } }[] } }>(
        `query ($filter: TicketFilter) { tickets(filter: $filter, first: 100) { totalCount edges { node { number } } } }`,
        { filter },
      );
      expect(data.tickets.totalCount).toBe(data.tickets.edges.length);
      return data.tickets.edges.map(({ node }) => node.number);
    };
    expect(await numbers({ suggestionSource: ['LOCAL'], suggestionOutcome: ['OVERRIDDEN'] })).toContain(ticket?.number);
    expect(await numbers({ suggestionOutcome: ['PENDING'] })).not.toContain(ticket?.number);
    expect(await numbers({ suggestionSource: ['MODEL'] })).toEqual([]);
  });
});

describe('the same over REST', () => {
  it('classifies without creating, and the ticket that uses it remembers it', async () => {
    const before = await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/');
    const { status, body } = await desk.rest<Record<string, unknown>>('POST', '/api/tickets/classify/', text);
    expect(status).toBe(200);
    expect(body).toMatchObject({ suggested_category: 'billing', used_fallback: true, source: 'local' });
    const after = await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/');
    expect(after.body.total_tickets).toBe(before.body.total_tickets);

    const made = await desk.rest<{ id: number; category: string }>('POST', '/api/tickets/', {
      ...text,
      suggestion_id: body.suggestion_id,
    });
    expect(made.body.category).toBe('billing');
    const { data } = await desk.graphql<{ ticket: { suggestion: { id: string } } }>(
      `query ($number: Int!) { ticket(number: $number) { suggestion { id } } }`,
      { number: made.body.id },
    );
    expect(Buffer.from(data.ticket.suggestion.id, 'base64url').toString()).toBe(
      `TriageSuggestion:${body.suggestion_id}`,
    );
  });

  it.each([
    [{}, { description: ['This field is required.'] }],
    [{ description: ' \n ' }, { description: ['This field may not be blank.'] }],
    [{ description: null }, { description: ['This field may not be null.'] }],
    [{ description: 'x', title: true }, { title: ['Not a valid string.'] }],
  ])('refuses to classify %j', async (request, body) => {
    expect(await desk.rest('POST', '/api/tickets/classify/', request)).toMatchObject({ status: 400, body });
  });

  it('names the suggestion that it does not know', async () => {
    for (const id of ['nonsense', '00000000-0000-4000-8000-000000000000', 7]) {
      const answer = await desk.rest('POST', '/api/tickets/', { ...text, suggestion_id: id });
      expect(answer).toMatchObject({ status: 400, body: { suggestion_id: [expect.any(String)] } });
    }
  });
});

describe('the state and the report card of triage', () => {
  it('says what answers', async () => {
    const { data } = await desk.graphql(`{ triageStatus { source engine version answering message } }`);
    expect(data.triageStatus).toEqual({
      source: 'LOCAL',
      engine: 'local classifier',
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
      answering: true,
      message: null,
    });
  });

  it('counts every decided suggestion once per field', async () => {
    const { ticket } = await create();
    await confirm(ticket?.suggestion?.id ?? '');
    for (const choice of [{}, { category: 'ACCOUNT' }, { priority: 'LOW' }]) await create(choice);
    type Row = {
      field: string;
      suggested: number;
      kept: number;
      confirmed: number;
      overridden: number;
      keptRate: number;
      reviewed: number;
      accuracy: number;
    };
    type Report = {
      outcomes: Row[];
      confusion: { field: string; count: number }[];
      calibration: { field: string; count: number; from: number; to: number }[];
    };
    const { data } = await desk.graphql<{ ticketStats: { triage: Report } }>(
      `{ ticketStats { triage {
        outcomes { field source version suggested kept confirmed overridden reviewed accuracy keptRate confirmedRate overriddenRate }
        confusion { field suggested final count }
        calibration { field from to count meanConfidence accepted }
      } } }`,
    );
    const { outcomes, confusion, calibration } = data.ticketStats.triage;
    for (const field of ['CATEGORY', 'PRIORITY']) {
      const [row] = outcomes.filter((outcome) => outcome.field === field);
      expect(row?.suggested).toBeGreaterThanOrEqual(4);
      expect(row?.suggested).toBe((row?.kept ?? 0) + (row?.confirmed ?? 0) + (row?.overridden ?? 0));
      expect(row?.keptRate).toBeCloseTo((row?.kept ?? 0) / (row?.suggested ?? 1));
      const cells = confusion.filter((cell) => cell.field === field);
      // What nobody has looked at says nothing about accuracy.
      expect(row?.reviewed).toBe((row?.confirmed ?? 0) + (row?.overridden ?? 0));
      expect(row?.accuracy).toBeCloseTo((row?.confirmed ?? 0) / (row?.reviewed ?? 1));
      expect(row?.kept).toBeGreaterThan(0);
      expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(row?.reviewed);
      const buckets = calibration.filter((bucket) => bucket.field === field);
      expect(buckets.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    }
  });
});
