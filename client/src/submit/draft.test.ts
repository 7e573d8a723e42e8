import { beforeEach, describe, expect, it } from '@jest/globals';
import { editDraft, emptyDraft, isEmpty, newIdempotencyKey, ticketDraft } from './draft.js';

const stored = () =>
  Object.entries(localStorage)
    .filter(([key]) => key.startsWith('relaydesk.draft:ticket:new:'))
    .map(([, text]) => JSON.parse(text).value);

describe('the draft', () => {
  beforeEach(() => ticketDraft.write(emptyDraft));

  it('is in storage with every keystroke', () => {
    editDraft({ title: 'Exports f' });
    expect(stored()).toMatchObject([{ title: 'Exports f' }]);
  });

  it('is out of storage as soon as it is empty', () => {
    editDraft({ title: 'Exports f' });
    editDraft({ title: '' });
    expect(stored()).toEqual([]);
  });

  it('becomes another submission with any edit, so that no answer to the old one is taken for it', () => {
    const attempt = { title: 'A', description: 'B', idempotencyKey: newIdempotencyKey() };
    ticketDraft.write({ ...emptyDraft, title: 'A', description: 'B', attempt });
    editDraft({ priority: 'HIGH' });
    expect(ticketDraft.read().attempt).toBeNull();
  });

  it('is empty until the person writes or chooses something', () => {
    expect(isEmpty(emptyDraft)).toBe(true);
    expect(isEmpty({ ...emptyDraft, priority: 'LOW' })).toBe(false);
  });
});

describe('an idempotency key', () => {
  it('is long enough never to be drawn twice', () => {
    const keys = new Set(Array.from({ length: 1000 }, newIdempotencyKey));
    expect(keys.size).toBe(1000);
    expect([...keys][0]).toMatch(/^[0-9a-f]{32}$/);
  });
});
