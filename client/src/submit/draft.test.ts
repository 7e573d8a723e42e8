import { beforeEach, describe, expect, it } from '@jest/globals';
import { draftPreference, editDraft, emptyDraft, isEmpty, newIdempotencyKey } from './draft.js';

const stored = () => JSON.parse(localStorage.getItem('relaydesk.draft') ?? 'null');

describe('the draft', () => {
  beforeEach(() => draftPreference.write(emptyDraft));

  it('is in storage with every keystroke', () => {
    editDraft({ title: 'Exports f' });
    expect(stored()).toMatchObject({ title: 'Exports f' });
  });

  it('follows another window of the same browser', () => {
    localStorage.setItem('relaydesk.draft', JSON.stringify({ title: 'From the other window', category: 'BILLING' }));
    window.dispatchEvent(new StorageEvent('storage', { key: 'relaydesk.draft' }));
    expect(draftPreference.read()).toMatchObject({
      title: 'From the other window',
      category: 'BILLING',
      priority: null,
    });
  });

  it('survives damaged storage', () => {
    localStorage.setItem('relaydesk.draft', '{"title":4,"category":"NONSENSE","attempt":{}}');
    window.dispatchEvent(new StorageEvent('storage', { key: 'relaydesk.draft' }));
    expect(draftPreference.read()).toEqual(emptyDraft);
  });

  it('becomes another submission with any edit, so that no answer to the old one is taken for it', () => {
    const attempt = { title: 'A', description: 'B', idempotencyKey: newIdempotencyKey() };
    draftPreference.write({ ...emptyDraft, title: 'A', description: 'B', attempt });
    editDraft({ priority: 'HIGH' });
    expect(draftPreference.read().attempt).toBeNull();
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
