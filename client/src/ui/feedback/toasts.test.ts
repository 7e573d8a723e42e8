import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { dismissToast, runToastAction, showToast, toastStore } from './toasts.js';

const messages = () => toastStore.read().map(({ message }) => message);

afterEach(() => {
  for (const { id } of toastStore.read()) dismissToast(id);
});

describe('messages', () => {
  test('are at most three: the oldest makes room', () => {
    for (const message of ['one', 'two', 'three', 'four']) showToast(message);
    expect(messages()).toEqual(['two', 'three', 'four']);
  });

  test('run the newest action of a key, once', () => {
    const [older, newer] = [jest.fn(), jest.fn()];
    showToast('first', { action: { label: 'Undo', keys: 'z', run: older } });
    showToast('second', { action: { label: 'Undo', keys: 'z', run: newer } });
    expect(runToastAction('z')).toBe(true);
    expect([older.mock.calls.length, newer.mock.calls.length]).toEqual([0, 1]);
    expect(messages()).toEqual(['first']);
  });

  test('answer no when there is nothing to undo', () => {
    showToast('plain');
    expect(runToastAction('z')).toBe(false);
  });
});
