import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { suggesting, text } from './support/suggestions.js';

type Suggesting = ReturnType<typeof suggesting>;

let desk: TestDesk;
let suggest: Suggesting['suggest'];
let create: Suggesting['create'];
let update: Suggesting['update'];
let confirm: Suggesting['confirm'];
beforeAll(async () => {
  desk = await startDesk();
  ({ suggest, create, update, confirm } = suggesting(desk));
});
afterAll(() => desk.close());

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

  it('overrides its suggestion when a person changes it, and is not reviewed again when the slip is taken back', async () => {
    const { ticket } = await create();
    const suggested = ticket?.category ?? '';
    const overridden = await update(ticket?.id ?? '', { category: another(suggested) });
    expect([overridden.category.outcome, overridden.priority.outcome]).toEqual(['OVERRIDDEN', 'KEPT']);
    const restored = await update(ticket?.id ?? '', { category: suggested });
    expect([restored.category.outcome, restored.priority.outcome]).toEqual(['KEPT', 'KEPT']);
  });

  it('takes back one slip after the other, and what was accepted before stays so', async () => {
    const { ticket } = await create({ priority: 'LOW' });
    const id = ticket?.id ?? '';
    await confirm(ticket?.suggestion?.id ?? '');
    const accepted = (await update(id, { status: 'IN_PROGRESS' })).priority;
    const priorities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'].filter((priority) => priority !== accepted.value);
    await update(id, { priority: priorities[0] });
    await update(id, { priority: priorities[1] });
    expect((await update(id, { priority: priorities[0] })).priority.outcome).toBe('OVERRIDDEN');
    expect((await update(id, { priority: accepted.value })).priority.outcome).toBe('CONFIRMED');
  });

  it('confirms its suggestion when a person comes to it by a detour', async () => {
    const { ticket } = await create();
    const suggested = ticket?.category ?? '';
    const [one, other] = ['BILLING', 'TECHNICAL', 'ACCOUNT'].filter((category) => category !== suggested);
    for (const category of [one, other]) await update(ticket?.id ?? '', { category });
    expect((await update(ticket?.id ?? '', { category: suggested })).category.outcome).toBe('CONFIRMED');
  });

  it('is not reviewed after a change of many that is taken back', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => create()));
    const ids = made.map(({ ticket }) => ticket?.id ?? '');
    const priority = made[0]?.ticket?.priority ?? '';
    const change = (values: object) =>
      desk.graphql(`mutation ($input: UpdateTicketsInput!) { updateTickets(input: $input) { results { id } } }`, {
        input: { ids, ...values },
      });
    await change({ priority: priority === 'LOW' ? 'HIGH' : 'LOW' });
    await change({ priority });
    for (const id of ids) expect((await update(id, { status: 'CLOSED' })).priority.outcome).toBe('KEPT');
  });

  it('that people have decided about waits for nobody when it is suggested again', async () => {
    const { ticket } = await create();
    await update(ticket?.id ?? '', { category: another(ticket?.category ?? '') });
    const { suggestion } = await suggest({ ticketId: ticket?.id });
    expect([suggestion?.category.outcome, suggestion?.priority.outcome]).toEqual(['OVERRIDDEN', 'PENDING']);
  });

  it('has the words that decided, as they stand in its text', async () => {
    const { data } = await desk.graphql<{
      suggestTriage: { suggestion: Record<'category' | 'priority', { confidence: number; evidence: string[] }> };
    }>(
      `mutation ($input: SuggestTriageInput!) { suggestTriage(input: $input) { suggestion {
        category { confidence evidence } priority { confidence evidence } } } }`,
      { input: text },
    );
    const { category, priority } = data.suggestTriage.suggestion;
    expect(category.evidence.join(' ')).toMatch(/charged|invoice|refund/i);
    for (const { evidence, confidence } of [category, priority]) {
      expect(evidence.length).toBeLessThanOrEqual(4);
      for (const word of evidence) expect(`${text.title} ${text.description}`).toContain(word);
      expect(confidence).toBeLessThanOrEqual(0.99);
    }
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
