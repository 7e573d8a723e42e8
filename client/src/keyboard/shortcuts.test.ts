import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { pressKey, registerShortcuts, shortcutStore } from './shortcuts.js';

const undo: (() => void)[] = [];

function bind(keys: string, options?: { beneath?: boolean }) {
  const run = jest.fn();
  undo.push(registerShortcuts([{ keys, label: keys, run }], options));
  return run;
}

function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
}

beforeEach(() => window.addEventListener('keydown', pressKey));
afterEach(() => {
  window.removeEventListener('keydown', pressKey);
  for (const release of undo.splice(0)) release();
  document.body.replaceChildren();
});

describe('a key', () => {
  test('runs what is bound to it, and nothing once it is released', () => {
    const run = bind('j');
    press('j');
    expect(run).toHaveBeenCalledTimes(1);
    undo.pop()?.();
    press('j');
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('means its character wherever the layout has it: on a third level Alt belongs to it', () => {
    const [shorter, sidePanel] = [bind('['), bind('\\')];
    press('[', { altKey: true });
    press('[', { altKey: true, ctrlKey: true, modifierAltGraph: true });
    press('\\', { altKey: true, ctrlKey: true, modifierAltGraph: true });
    press('[', { ctrlKey: true });
    expect([shorter.mock.calls.length, sidePanel.mock.calls.length]).toEqual([2, 1]);
  });

  test('belongs to the latest that took it, and goes back when that one leaves', () => {
    const list = bind('e');
    const panel = bind('e');
    press('e');
    expect([list.mock.calls.length, panel.mock.calls.length]).toEqual([0, 1]);
    undo.pop()?.();
    press('e');
    expect([list.mock.calls.length, panel.mock.calls.length]).toEqual([1, 1]);
  });

  test('of the frame yields to a page, whichever came first', () => {
    const page = bind('/');
    const frame = bind('/', { beneath: true });
    press('/');
    expect([page.mock.calls.length, frame.mock.calls.length]).toEqual([1, 0]);
  });

  test('is inert while a person types, except together with the command key', () => {
    const plain = bind('c');
    const combined = bind('mod+k');
    const input = document.body.appendChild(document.createElement('input'));
    press('c', {}, input);
    press('k', { ctrlKey: true }, input);
    expect([plain.mock.calls.length, combined.mock.calls.length]).toEqual([0, 1]);
  });

  test('is inert while a dialog or a menu has the floor', () => {
    const run = bind('c');
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    const button = dialog.appendChild(document.createElement('button'));
    press('c', {}, button);
    expect(run).not.toHaveBeenCalled();
  });

  test('leaves Enter to the button that has the focus', () => {
    const run = bind('Enter');
    press('Enter', {}, document.body.appendChild(document.createElement('button')));
    expect(run).not.toHaveBeenCalled();
    press('Enter');
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('that prints with Shift is named by what it prints', () => {
    const help = bind('?');
    const range = bind('shift+x');
    press('?', { shiftKey: true });
    press('X', { shiftKey: true });
    expect([help.mock.calls.length, range.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('a sequence', () => {
  test('runs after its second key', () => {
    const run = bind('g i');
    press('g');
    press('i');
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('is forgotten by another key in between', () => {
    const run = bind('g i');
    press('g');
    press('x');
    press('i');
    expect(run).not.toHaveBeenCalled();
  });
});

test('what is bound now can be listed, each key once', () => {
  bind('e');
  bind('e');
  bind('?');
  expect(shortcutStore.read().map(({ keys }) => keys)).toEqual(['e', '?']);
});
