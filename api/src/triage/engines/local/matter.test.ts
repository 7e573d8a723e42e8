import { describe, expect, it } from '@jest/globals';
import { matterOf } from './matter.js';

describe('matterOf', () => {
  it('drops what a mail quotes', () => {
    expect(matterOf('still broken\n> on monday support wrote:\n> did you restart?')).toBe('still broken');
    expect(matterOf('still broken\non tue, 3 mar 2026 ann wrote:\n> hello')).toBe('still broken');
  });

  it.each([
    'kind regards,',
    'thanks',
    '--',
    'mit freundlichen grussen',
    'cordialement,',
    'un saludo',
    'cordiali saluti',
  ])('ends at the sign-off "%s"', (signOff) => {
    expect(matterOf(`the invoice is wrong\n${signOff}\njo smith\nhead of security`)).toBe('the invoice is wrong');
  });

  it('keeps a sentence that only begins like a sign-off', () => {
    expect(matterOf('thanks for the refund\nit is too small')).toBe('thanks for the refund\nit is too small');
  });

  it('keeps everything where nothing would be left', () => {
    expect(matterOf('> the server is down')).toBe('> the server is down');
    expect(matterOf('thanks\nthe server is down')).toBe('thanks\nthe server is down');
  });

  it('reads awkward lines in linear time', () => {
    const start = performance.now();
    for (const part of ['-', '_', ' ', ', ', 'kind ', 'wrote:', '> ', '\n--']) matterOf(part.repeat(4_000));
    expect(performance.now() - start).toBeLessThan(200);
  });
});
