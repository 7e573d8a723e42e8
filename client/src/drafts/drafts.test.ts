import { beforeEach, describe, expect, jest, test } from '@jest/globals';

const text = (stored: unknown) => (typeof stored === 'string' ? stored : null);

/** A page of a tab, as it loads: its modules begin anew, its storage is what the last page left. */
async function load() {
  jest.resetModules();
  const { draftOf } = await import('./drafts.js');
  return (subject = '7') => draftOf('edit', subject, text);
}
const hide = () => window.dispatchEvent(new Event('pagehide'));
/** Another tab has a session storage of its own. */
const otherTab = () => sessionStorage.clear();

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('a draft', () => {
  test('is restored by a reload of its tab', async () => {
    const earlier = await load();
    earlier().write('half a');
    hide();
    const later = await load();
    expect(later().read()).toBe('half a');
  });

  test('of a living tab is neither seen nor touched by another', async () => {
    const first = await load();
    first().write('of the first');
    otherTab();
    const second = await load();
    expect(second().read()).toBeNull();
    second().write('of the second');
    second().discard();
    expect(first().read()).toBe('of the first');
    expect(Object.values(localStorage).join()).toContain('of the first');
  });

  test('of a tab that moved on to another page stays its own', async () => {
    const first = await load();
    first().write('of the first');
    hide();
    await load();
    const name = sessionStorage.getItem('relaydesk.tab');
    expect(name).toBeNull();
    const second = await load();
    expect(second().read()).toBeNull();
  });

  test('of a closed tab goes to the next that asks, once', async () => {
    const closed = await load();
    closed().write('left behind');
    hide();
    otherTab();
    const next = await load();
    expect(next().read()).toBe('left behind');
    const third = await load();
    expect(third().read()).toBeNull();
  });

  test('of one subject is not that of another', async () => {
    const page = await load();
    page('7').write('seven');
    expect(page('70').read()).toBeNull();
  });

  test('that was discarded stays away', async () => {
    const earlier = await load();
    earlier().write('no longer');
    earlier().discard();
    hide();
    const later = await load();
    expect(later().read()).toBeNull();
  });

  test('survives damaged storage, and storage that refuses', async () => {
    localStorage.setItem('relaydesk.draft:edit:7:x', '{"value":');
    localStorage.setItem('relaydesk.draft:edit:7:y', '{"value":4,"at":1,"released":true}');
    const page = await load();
    expect(page().read()).toBeNull();
    const refuse = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    page().write('in memory');
    refuse.mockRestore();
    expect(page().read()).toBe('in memory');
  });
});
