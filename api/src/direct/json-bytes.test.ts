import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowBytes } from '../database/reads/row-bytes.js';
import { opaque } from '../relay/opaque.js';
import { JsonBytes } from './json-bytes.js';

const control = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code));
const text = fc
  .array(
    fc.oneof(fc.constantFrom(...control, '"', '\\', 'plain words', 'é', '漢', '😀'), fc.string({ unit: 'binary' })),
  )
  .map((parts) => parts.join(''));

function written(write: (out: JsonBytes) => void): string {
  const out = JsonBytes.take();
  write(out);
  const json = out.written.toString();
  out.giveBack();
  return json;
}

test('a text is escaped as JSON.stringify escapes it, wherever it lies in memory', () => {
  fc.assert(
    fc.property(text, fc.nat(7), (given, offset) => {
      const rows = new RowBytes();
      const bytes = Buffer.from(`${'.'.repeat(offset)}${given}`);
      rows.append(bytes, 0, bytes.length);
      const json = written((out) => {
        out.quote();
        out.text(rows, offset, bytes.length);
        out.quote();
      });
      expect(json).toBe(JSON.stringify(given));
    }),
    { numRuns: 1_000 },
  );
});

test('an id is spelt as everywhere else', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w:.-]{0,80}$/), (given) => {
      const bytes = Buffer.from(given);
      expect(written((out) => out.base64url(bytes, bytes.length))).toBe(opaque(given));
    }),
  );
});

test('an answer of any size is written whole', () => {
  const piece = JSON.stringify('words, "and more of them"\n'.repeat(4_000));
  const json = written((out) => {
    for (let count = 0; count < 30; count++) out.json(piece);
  });
  expect(json).toBe(piece.repeat(30));
});
