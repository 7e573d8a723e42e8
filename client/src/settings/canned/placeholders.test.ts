import { expect, test } from '@jest/globals';
import { previewOf } from './placeholders.js';

test('placeholders are shown filled in, and what is none of them is told', () => {
  expect(previewOf('Hi {{ requester.name }}, T-{{ticket.number}} is {{done}}. {{')).toEqual([
    { text: 'Hi ', kind: 'words' },
    { text: 'Mia Jansen', kind: 'filled' },
    { text: ', T-', kind: 'words' },
    { text: '1042', kind: 'filled' },
    { text: ' is ', kind: 'words' },
    { text: '{{done}}', kind: 'unknown' },
    { text: '. {{', kind: 'words' },
  ]);
});
