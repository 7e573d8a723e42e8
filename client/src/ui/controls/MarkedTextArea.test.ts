import { describe, expect, it } from '@jest/globals';
import { locate } from './MarkedTextArea.js';

describe('a quoted passage', () => {
  const text = 'Since today every export\n  ends with “job expired” (error 42).';

  it('is found whatever its case and white space', () => {
    const found = locate('Every Export ends with', text);
    expect(found && text.slice(found.start, found.end)).toBe('every export\n  ends with');
  });

  it('is words, never a pattern', () => {
    const found = locate('(error 42).', text);
    expect(found && text.slice(found.start, found.end)).toBe('(error 42).');
    expect(locate('.*', text)).toBeNull();
  });

  it('is not found once the person has rewritten it, nor where nothing is quoted', () => {
    expect(locate('every import', text)).toBeNull();
    expect(locate('  ', text)).toBeNull();
  });
});
