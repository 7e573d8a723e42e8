import { expect, test } from '@jest/globals';
import { readDateFormat } from './date-format.js';
import { importedInstant } from './imported-instant.js';

const noon = '2026-02-19T10:11:00.000Z';

test.each([
  ['2026-02-19T10:11:12Z', '2026-02-19T10:11:12.000Z'],
  ['2026-02-19 10:11:12 +0100', '2026-02-19T09:11:12.000Z'],
  ['2026-02-19T10:11:12.000+0000', '2026-02-19T10:11:12.000Z'],
  ['2026-02-19 10:11:12 UTC', '2026-02-19T10:11:12.000Z'],
  ['2026-02-19 10:11:12,123', '2026-02-19T10:11:12.123Z'],
  ['2026-02-19T10:11:12Z[UTC]', '2026-02-19T10:11:12.000Z'],
  ['2026-02-19T11:11:12+01:00[Europe/Berlin]', '2026-02-19T10:11:12.000Z'],
  ['2026-02-19 9:05', '2026-02-19T09:05:00.000Z'],
  ['2026-02-19T24:00:00Z', '2026-02-20T00:00:00.000Z'],
  ['2026/2/9', '2026-02-09T00:00:00.000Z'],
  ['2026-02-19 10:11 AM', noon],
  ['2026-02-19 12:30 am', '2026-02-19T00:30:00.000Z'],
  ['Thu, 19 Feb 2026 10:11:12 +0100', '2026-02-19T09:11:12.000Z'],
  ['19 Feb 2026 10:11:12 GMT', '2026-02-19T10:11:12.000Z'],
  ['19/Feb/26 10:11 AM', noon],
  ['19/Feb/26 10:11 PM', '2026-02-19T22:11:00.000Z'],
  ['19-Feb-2026', '2026-02-19T00:00:00.000Z'],
  ['Feb 19, 2026 10:11 AM', noon],
  ['February 19, 2026 at 10:11', noon],
  ['Thu Feb 19 2026 10:11:12 GMT+0100 (Central European Standard Time)', '2026-02-19T09:11:12.000Z'],
  ['Thu Feb 19 10:11:12 2026', '2026-02-19T10:11:12.000Z'],
  ['Thu Feb 19 10:11:12 UTC 2026', '2026-02-19T10:11:12.000Z'],
  ['19.02.2026 10:11', noon],
  ['2/19/2026 10:11 AM', noon],
  ['5/5/2026', '2026-05-05T00:00:00.000Z'],
])('%s is read in one way only', (text, instant) => {
  expect(importedInstant(text, null)).toBe(instant);
});

test.each([
  ...['02/03/2026', '3.2.2026', '19/02/26', '45707.424', '1771495872', 'yesterday', '2026-02-30', '19/Foo/26'],
  ...[
    '2026-02-19 25:00',
    '2026-02-19 13:00 PM',
    '31.04.2026',
    '2026',
    '10:11',
    '19 Marvellous 2026',
    '2026-02-19 10:11 CST',
  ],
])('%s is not', (text) => {
  expect(importedInstant(text, null)).toBeNull();
});

test.each([
  ['day-first', '03/02/2026 9:05', '2026-02-03T09:05:00.000Z'],
  ['month-first', '03/02/26 9:05 PM', '2026-03-02T21:05:00.000Z'],
  ['DD.MM.YYYY', '03.02.2026', '2026-02-03T00:00:00.000Z'],
  ['DD.MM.YYYY', '03.02.2026 10:11', '2026-02-03T10:11:00.000Z'],
  ['M/D/YY h:mm A', '2/3/26 9:05 PM', '2026-02-03T21:05:00.000Z'],
  ['YYYYMMDD HHmm', '20260203 1011', '2026-02-03T10:11:00.000Z'],
  ['D MMM YYYY HH:mm:ss.SSS Z', '3 Feb 2026 10:11:12.5 +0200', '2026-02-03T08:11:12.500Z'],
  ['excel', '46072.5', '2026-02-19T12:00:00.000Z'],
  ['unix', '1771495872', '2026-02-19T10:11:12.000Z'],
  ['unix-ms', '1771495872123', '2026-02-19T10:11:12.123Z'],
  ['DD.MM.YYYY', '2026-02-19T10:11:00Z', noon],
])('%s reads %s', (format, text, instant) => {
  expect(importedInstant(text, readDateFormat(format))).toBe(instant);
});

test('what is no format is none', () => {
  for (const text of ['', 'soon', 'YYYY', 'DD.MM', 'DD DD YYYY MM', 'hh:mm']) expect(readDateFormat(text)).toBeNull();
  expect(importedInstant('31.02.2026', readDateFormat('DD.MM.YYYY'))).toBeNull();
});
