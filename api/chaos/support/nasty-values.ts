/** What callers send who do not read the documentation, or who read it too well. */
import fc from 'fast-check';

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['', ' ', '\u3000\t', '\0', 'nul\0inside', '\ud800', '\u202e', '%', '_', '\\', "'", "';--", '"', '$1', '%s'],
      ...['null', 'undefined', 'NaN', '-0', '1e999', '0x10', '-1', '2147483648', '9'.repeat(40), '__proto__'],
      ...['constructor', '[object Object]', '=1+1', '<script>', '../..', '\r\nx: y', 'İ', 'ß', '😀'.repeat(200)],
      ...['x'.repeat(201), 'y'.repeat(3_000), '1970-01-01', '2026-02-30T00:00:00Z', '9999-12-31T23:59:59.999Z'],
    ),
  },
);

export const nastyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, -0, -1, 1, 1.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 1e21, 1e308, -1e308, 5e-324),
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
);

/** Any JSON, however little it fits. */
export const nastyJson: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  nastyNumber,
  fc.constantFrom(null, true, false, [], {}, [[]], { detail: {} }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Mostly the first, sometimes the second. */
export function mostly<T, U>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<U>, weight = 6): fc.Arbitrary<T | U> {
  return fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare });
}
