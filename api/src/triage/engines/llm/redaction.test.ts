import { describe, expect, it } from '@jest/globals';
import { outgoing, redact, stripInvisible } from './redaction.js';

describe('redaction', () => {
  it.each([
    ['e-mail addresses', 'Write to jane.doe+desk@mail.example.co.uk, please', 'Write to [email], please'],
    ['addresses with letters of any language', 'jürgen@bücher.example', '[email]'],
    ['card numbers, however they are grouped', 'card 4111 1111-1111.1111 exp 12/29', 'card [number] exp 12/29'],
    ['card numbers in other digits', '٤١١١١١١١١١١١١١١١', '[number]'],
    ['card numbers broken up by invisible characters', '4111\u200b1111\u200b1111\u200b1111', '[number]'],
    ['bank account numbers', 'to DE89 3704 0044 0532 0130 00 today', 'to [number] today'],
    ['keys by their prefix', 'sk-proj-abcdefghijklmnop fails', '[secret] fails'],
    ['long mixed tokens', 'x 9f86d081884c7d659a2feaa0c55ad015 y', 'x [secret] y'],
    ['named passwords', 'Passwort: hunter2 ok', 'Passwort: [secret] ok'],
    ['bearer tokens', 'Authorization: Bearer abc.def', 'Authorization: Bearer [secret]'],
    ['private keys', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', '[secret]'],
  ])('removes %s', (_, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'My password is wrong and I lost the token.',
    'Invoice 2026-0042 of 2026-02-19 shows 1,299.00 instead of 999.00',
    'It fails with ERR_CONNECTION_REFUSED_BY_UPSTREAM_SERVER',
    'Call me at +49 30 1234567.',
  ])('keeps %j', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('keeps line breaks and tabs while it removes what nobody sees', () => {
    expect(stripInvisible('a\u202eb\u2066c\u00add\u0007\te\nf\ud800')).toBe('abcd\te\nf');
  });

  it('sends head and tail of a long text, with no half of a number at the cut', () => {
    const text = `${'a '.repeat(2_495)}4111 1111 1111 1111${' b'.repeat(5_000)} the end`;
    const sent = outgoing(text);
    expect(sent.length).toBeLessThan(7_000);
    expect(sent).not.toMatch(/\d{4}/);
    expect(sent).toContain('\n[…]\n');
    expect(sent).toMatch(/the end$/);
  });

  it.each(['a@', '1 ', '1', 'A', '-----BEGIN A', 'token ', '\u200b', 'DE89', '"', '😀'])(
    'reads 100,000 characters of %j in no time',
    (unit) => {
      const start = performance.now();
      outgoing(unit.repeat(100_000 / unit.length));
      expect(performance.now() - start).toBeLessThan(200);
    },
  );
});
