import { describe, expect, test } from '@jest/globals';
import { isComposing, keyOf } from './keys.js';

describe('a key', () => {
  test.each([
    ['j', 'KeyJ', 'j'],
    ['J', 'KeyJ', 'j'],
    ['о', 'KeyJ', 'j'],
    ['Ч', 'KeyX', 'x'],
    ['ξ', 'KeyJ', 'j'],
    ['ח', 'KeyJ', 'j'],
    ['é', 'Digit2', '2'],
    ['٢', 'Digit2', '2'],
    ['ف', 'KeyT', 't'],
  ])('%s on the place of %s means %s', (key, code, name) => {
    expect(keyOf({ key, code })).toBe(name);
  });

  test('of a Latin layout means what it prints, wherever it is', () => {
    expect(keyOf({ key: 'j', code: 'KeyC' })).toBe('j');
    expect(keyOf({ key: '/', code: 'Digit7', shiftKey: true })).toBe('/');
  });

  test('that prints nothing keeps its name', () => {
    expect(keyOf({ key: 'Escape', code: 'Escape' })).toBe('Escape');
  });

  test('of an input method is told by the flag, and by the code where the flag comes too late', () => {
    expect(isComposing({ keyCode: 13, isComposing: true })).toBe(true);
    expect(isComposing({ keyCode: 13, nativeEvent: { isComposing: true } })).toBe(true);
    expect(isComposing({ keyCode: 229, isComposing: false })).toBe(true);
    expect(isComposing({ keyCode: 13, isComposing: false })).toBe(false);
  });
});
