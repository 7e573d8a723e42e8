import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

type Field = { value: string; confidence: number; belowThreshold: boolean; outcome: string };
type Suggestion = {
  id: string;
  source: string;
  createdAt: string;
  category: Field;
  priority: Field;
  ticket: { number: number; category: string; priority: string } | null;
};

const suggestionFields = `id source engine version latencyMs rationale quote createdAt
  category { value confidence belowThreshold outcome } priority { value confidence belowThreshold outcome }
  ticket { number category priority } learnedFrom { number }`;

const text = {
  title: 'Charged twice',
  description: 'My card was charged twice for the same invoice, please refund one.',
};

async function suggest(input: object) {
  const { data } = await desk.graphql<{
    suggestTriage: { suggestion: Suggestion | null; userErrors: { code: string; path: string[] }[] };
  }>(
    `mutation ($input: SuggestTriageInput!) {
      suggestTriage(input: $input) { suggestion { ${suggestionFields} } userErrors { code path } }
    }`,
    { input },
  );
  return data.suggestTriage;
}

async function create(input: object = {}) {
  type Made = { id: string; number: number; category: string; priority: string; suggestion: Suggestion | null };
  const { data } = await desk.graphql<{
    createTicket: { ticket: Made | null; userErrors: { code: string; path: string[] }[] };
  }>(
    `mutation ($input: CreateTicketInput!) {
      createTicket(input: $input) {
        ticket { id number category priority suggestion { ${suggestionFields} } }
        userErrors { code path }
      }
    }`,
    { input: { ...text, ...input } },
  );
  return data.createTicket;
}

async function update(id: string, changes: object): Promise<Suggestion> {
  const { data } = await desk.graphql<{ updateTicket: { ticket: { suggestion: Suggestion } } }>(
    `mutation ($input: UpdateTicketInput!) {
      updateTicket(input: $input) { ticket { suggestion { ${suggestionFields} } } }
    }`,
    { input: { id, ...changes } },
  );
  return data.updateTicket.ticket.suggestion;
}

async function confirm(id: string) {
  const { data } = await desk.graphql<{
    confirmSuggestion: {
      suggestion: Suggestion | null;
      ticket: { category: string; priority: string; version: number } | null;
      userErrors: { code: string; path: string[] }[];
    };
  }>(
    `mutation ($input: ConfirmSuggestionInput!) {
      confirmSuggestion(input: $input) {
        suggestion { ${suggestionFields} } ticket { category priority version } userErrors { code path }
      }
    }`,
    { input: { id } },
  );
  return data.confirmSuggestion;
}

/** A category other than this one. */
const another = (category: string) => (category === 'GENERAL' ? 'ACCOUNT' : 'GENERAL');

describe('a suggestion for a draft', () => {
  it('names its source and is pending, without a ticket', async () => {
    const { suggestion } = await suggest(text);
    expect(suggestion).toMatchObject({ source: 'LOCAL', engine: 'local classifier', ticket: null, learnedFrom: [] });
    expect(suggestion?.category).toMatchObject({ value: 'BILLING', outcome: 'PENDING' });
    expect(suggestion?.priority.outcome).toBe('PENDING');
    expect(suggestion?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/);
  });

  it('needs a title or a description, not both', async () => {
    expect((await suggest({ title: 'Refund my invoice' })).suggestion).not.toBeNull();
    expect((await suggest({ title: ' ', description: '' })).userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['description'] },
    ]);
    expect((await suggest({ description: 'x'.repeat(100_001) })).userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['description'] },
    ]);
  });

  it('offers the default and says so where the classifier is not sure', async () => {
    const { suggestion } = await suggest({ description: 'zzz qqq' });
    for (const [field, fallback, threshold] of [
      [suggestion?.category, 'GENERAL', 0.45],
      [suggestion?.priority, 'MEDIUM', 0.4],
    ] as const) {
      expect(field?.belowThreshold).toBe((field?.confidence ?? 1) < threshold);
      if (field?.belowThreshold) expect(field.value).toBe(fallback);
    }
  });

  it('is a node', async () => {
    const { suggestion } = await suggest(text);
    const { data } = await desk.graphql(`query ($id: ID!) { node(id: $id) { __typename id } }`, { id: suggestion?.id });
    expect(data.node).toEqual({ __typename: 'TriageSuggestion', id: suggestion?.id });
  });
});

describe('a ticket', () => {
  it('that is created without choices is filled by triage and remembers it', async () => {
    const { ticket } = await create();
    expect(ticket?.suggestion).toMatchObject({
      source: 'LOCAL',
      category: { value: ticket?.category, outcome: 'KEPT' },
      priority: { value: ticket?.priority, outcome: 'KEPT' },
    });
  });

  it('keeps what the person chose', async () => {
    const { ticket } = await create({ category: 'ACCOUNT' });
    expect(ticket?.category).toBe('ACCOUNT');
    expect(ticket?.suggestion).toMatchObject({ category: { outcome: 'OVERRIDDEN' }, priority: { outcome: 'KEPT' } });
  });

  it('has no suggestion where the person chose both', async () => {
    const { ticket } = await create({ category: 'ACCOUNT', priority: 'LOW' });
    expect(ticket?.suggestion).toBeNull();
  });

  it('takes over the suggestion that it names, and no other ticket can have it', async () => {
    const { suggestion } = await suggest(text);
    const first = await create({ suggestionId: suggestion?.id });
    expect(first.ticket?.suggestion?.id).toBe(suggestion?.id);
    expect(first.ticket?.category).toBe(suggestion?.category.value);
    const second = await create({ suggestionId: suggestion?.id });
    expect(second.ticket?.suggestion?.id).not.toBe(suggestion?.id);
  });

  it('does not know a suggestion by its bare key, which is no id of the graph', async () => {
    const { body } = await desk.rest<{ suggestion_id: string }>('POST', '/api/tickets/classify/', text);
    expect(await create({ suggestionId: body.suggestion_id })).toEqual({
      ticket: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['suggestionId'] }],
    });
  });

  it.each(['nonsense', Buffer.from('Ticket:1').toString('base64url')])(
    'does not know the suggestion %s',
    async (id) => {
      expect(await create({ suggestionId: id })).toEqual({
        ticket: null,
        userErrors: [{ code: 'NOT_FOUND', path: ['suggestionId'] }],
      });
    },
  );

  it('overrides its suggestion when a person changes it, and confirms it when it is changed back', async () => {
    const { ticket } = await create();
    const suggested = ticket?.category ?? '';
    const overridden = await update(ticket?.id ?? '', { category: another(suggested) });
    expect([overridden.category.outcome, overridden.priority.outcome]).toEqual(['OVERRIDDEN', 'KEPT']);
    const confirmed = await update(ticket?.id ?? '', { category: suggested });
    expect([confirmed.category.outcome, confirmed.priority.outcome]).toEqual(['CONFIRMED', 'KEPT']);
  });

  it('changes nothing about its suggestion when its status changes', async () => {
    const { ticket } = await create();
    expect((await update(ticket?.id ?? '', { status: 'CLOSED' })).category.outcome).toBe('KEPT');
  });

  it('can be asked about again, which changes nothing until somebody accepts', async () => {
    const { ticket } = await create({ category: 'ACCOUNT', priority: 'LOW' });
    const { suggestion } = await suggest({ ticketId: ticket?.id });
    expect(suggestion).toMatchObject({ ticket: { number: ticket?.number, category: 'ACCOUNT' } });
    expect(suggestion?.category.outcome).toBe('PENDING');
    const accepted = await confirm(suggestion?.id ?? '');
    expect(accepted.ticket).toMatchObject({ category: suggestion?.category.value, version: 2 });
    expect(accepted.suggestion).toMatchObject({
      category: { outcome: 'CONFIRMED' },
      priority: { outcome: 'CONFIRMED' },
    });
  });

  it('takes its suggestions along when it is deleted', async () => {
    const { ticket } = await create();
    await desk.rest('DELETE', `/api/tickets/${ticket?.number}/`);
    const { data } = await desk.graphql(`query ($id: ID!) { node(id: $id) { id } }`, { id: ticket?.suggestion?.id });
    expect(data.node).toBeNull();
  });
});

describe('accepting a suggestion', () => {
  it('confirms both fields without a new version where the ticket has the values already', async () => {
    const { ticket } = await create();
    const { ticket: accepted, suggestion } = await confirm(ticket?.suggestion?.id ?? '');
    expect(accepted?.version).toBe(1);
    expect([suggestion?.category.outcome, suggestion?.priority.outcome]).toEqual(['CONFIRMED', 'CONFIRMED']);
  });

  it('is not possible before there is a ticket, nor for an unknown one', async () => {
    const { suggestion } = await suggest(text);
    expect((await confirm(suggestion?.id ?? '')).userErrors).toEqual([{ code: 'NOT_ALLOWED', path: ['id'] }]);
    const unknown = Buffer.from('TriageSuggestion:00000000-0000-4000-8000-000000000000').toString('base64url');
    for (const id of [unknown, 'nonsense', Buffer.from('TriageSuggestion:1').toString('base64url')]) {
      expect((await confirm(id)).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['id'] }]);
    }
  });
});

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
    type Row = {
      field: string;
      suggested: number;
      kept: number;
      confirmed: number;
      overridden: number;
      keptRate: number;
    };
    type Report = {
      outcomes: Row[];
      confusion: { field: string; count: number }[];
      calibration: { field: string; count: number; from: number; to: number }[];
    };
    const { data } = await desk.graphql<{ ticketStats: { triage: Report } }>(
      `{ ticketStats { triage {
        outcomes { field source version suggested kept confirmed overridden keptRate confirmedRate overriddenRate }
        confusion { field suggested final count }
        calibration { field from to count meanConfidence accepted }
      } } }`,
    );
    const { outcomes, confusion, calibration } = data.ticketStats.triage;
    for (const field of ['CATEGORY', 'PRIORITY']) {
      const [row] = outcomes.filter((outcome) => outcome.field === field);
      expect(row?.suggested).toBe((row?.kept ?? 0) + (row?.confirmed ?? 0) + (row?.overridden ?? 0));
      expect(row?.keptRate).toBeCloseTo((row?.kept ?? 0) / (row?.suggested ?? 1));
      const cells = confusion.filter((cell) => cell.field === field);
      expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(row?.suggested);
      const buckets = calibration.filter((bucket) => bucket.field === field);
      expect(buckets.map(({ from }) => from)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
    }
  });
});
