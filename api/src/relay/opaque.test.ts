import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { opaque } from './opaque.js';

test('what ids and cursors are made of reads back as it was, in the letters of base64url', () => {
  const key = fc.oneof(fc.nat().map(String), fc.uuid(), fc.bigInt({ min: 0n }).map(String));
  const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') });
  const id = fc.tuple(fc.constantFrom('Ticket', 'TriageSuggestion'), key).map(([type, name]) => `${type}:${name}`);
  const cursor = fc.tuple(fc.nat(), date).map(([number, instant]) => `${number}:${instant.toISOString()}`);
  fc.assert(
    fc.property(fc.oneof(id, cursor), (text) => {
      expect(opaque(text)).toBe(Buffer.from(text).toString('base64url'));
    }),
  );
});
