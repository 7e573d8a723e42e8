import { expect, test } from '@jest/globals';
import { parseTicketNumber } from './vocabulary.js';

test.each([
  '548',
  '#548',
  'T-548',
  't548',
  'T 548',
  'T\u2013548',
  '[T-548]',
  '[#548]',
  'ticket 548',
  'Ticket #548',
  ' ＃５４８ ',
  'T-548:',
])('%j names ticket 548', (text) => {
  expect(parseTicketNumber(text)).toBe(548);
});

test.each(['', 'T-', '#', '548 printers', 'T-548 is late', '5.48', 'tickets 548', '9999999999'])(
  '%j names no ticket',
  (text) => {
    expect(parseTicketNumber(text)).toBeNull();
  },
);
