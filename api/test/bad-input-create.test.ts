import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { exchange, rawPost } from './support/raw-http.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const type = (value: string) => ({ 'content-type': value });
const json = type('application/json');
const multipart = type('multipart/form-data; boundary=b');
const part = (name: string, value: string) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}`;
const good = { title: 'Printer', description: 'It smokes.' };

/** After anything refused, the desk holds what it held before and still answers. */
async function expectNothingWritten(): Promise<void> {
  const { total_tickets } = (await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body;
  expect(total_tickets).toBe(0);
}

describe('a create over REST is refused, and nothing is written, where', () => {
  const refusals: [why: string, body: unknown, headers: Record<string, string>, status: number, answer: object][] = [
    ['a field is missing', { title: 'x' }, json, 400, { description: ['This field is required.'] }],
    ['the body is empty', '', json, 400, { title: ['This field is required.'] }],
    ['a field is blank', { ...good, title: ' \u3000' }, json, 400, { title: ['This field may not be blank.'] }],
    ['a field is null', { ...good, title: null }, json, 400, { title: ['This field may not be null.'] }],
    ['a text is a list', { ...good, title: [] }, json, 400, { title: ['Not a valid string.'] }],
    ['a text is true', { ...good, description: true }, json, 400, { description: ['Not a valid string.'] }],
    ['a surrogate is alone', '{"title":"\\ud800","description":"b"}', json, 400, { title: ['Not a valid string.'] }],
    ['a text has a NUL', { ...good, title: 'a\0' }, json, 400, { title: ['Null characters are not allowed.'] }],
    [
      'a title has 201 characters',
      { ...good, title: '🔥'.repeat(201) },
      json,
      400,
      { title: ['Ensure this field has no more than 200 characters.'] },
    ],
    [
      'a description has 100,001 characters',
      { ...good, description: 'é'.repeat(100_001) },
      json,
      400,
      { description: ['Ensure this field has no more than 100000 characters.'] },
    ],
    [
      'there are several faults',
      { title: null, category: 'Billing', status: 7 },
      json,
      400,
      {
        title: ['This field may not be null.'],
        description: ['This field is required.'],
        category: ['"Billing" is not a valid choice.'],
        status: ['"7" is not a valid choice.'],
      },
    ],
    [
      'a choice is nested 50,000 levels deep',
      `{"title":"a","description":"b","category":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      json,
      400,
      { category: ['"[…]" is not a valid choice.'] },
    ],
    [
      'a choice is unknown',
      { ...good, category: 'Billing' },
      json,
      400,
      { category: ['"Billing" is not a valid choice.'] },
    ],
    ['a choice is empty', { ...good, priority: '' }, json, 400, { priority: ['"" is not a valid choice.'] }],
    ['the JSON is no JSON', '{"title":', json, 400, { detail: expect.stringMatching(/^JSON parse error - /) }],
    [
      'the JSON is nested 100,000 levels deep',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      json,
      400,
      { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] },
    ],
    [
      'a field is nested deeply',
      `{"title":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      json,
      400,
      { title: ['Not a valid string.'] },
    ],
    ['the body is a number', '7', json, 400, { non_field_errors: [expect.stringContaining('Expected a dictionary')] }],
    [
      'a form has a byte that is no UTF-8',
      'title=Gr%FC%DFe&description=b',
      type('application/x-www-form-urlencoded'),
      400,
      { title: ['Not a valid string.'] },
    ],
    [
      'a form has a NUL',
      'title=a%00&description=b',
      type('application/x-www-form-urlencoded'),
      400,
      { title: ['Null characters are not allowed.'] },
    ],
    [
      'the body is text',
      'hello',
      type('text/plain'),
      415,
      { detail: 'Unsupported media type "text/plain" in request.' },
    ],
    [
      'the body is of 10 MB',
      { ...good, description: 'x'.repeat(10_000_000) },
      json,
      413,
      { detail: expect.any(String) },
    ],
    [
      'a form is of 10 MB',
      `title=a&description=${'x'.repeat(10_000_000)}`,
      type('application/x-www-form-urlencoded'),
      413,
      { detail: expect.any(String) },
    ],
    [
      'a multipart form is of 10 MB',
      `${part('title', 'a')}\r\n${part('description', 'x'.repeat(10_000_000))}\r\n--b--`,
      multipart,
      413,
      { detail: expect.any(String) },
    ],
    [
      'a multipart form breaks off',
      part('title', 'a'),
      multipart,
      400,
      { detail: expect.stringMatching(/^Multipart form parse error - /) },
    ],
    [
      'a multipart form has no boundary',
      part('title', 'a'),
      type('multipart/form-data'),
      400,
      { detail: expect.stringMatching(/^Multipart form parse error - /) },
    ],
    [
      'a multipart form would change a prototype',
      `${part('__proto__', 'a')}\r\n--b--`,
      multipart,
      400,
      { detail: expect.stringMatching(/^Multipart form parse error - /) },
    ],
    [
      'a multipart form has a thousand unknown fields and no known one',
      `${Array.from({ length: 1_000 }, (_, index) => part(`f${index}`, 'a')).join('\r\n')}\r\n--b--`,
      multipart,
      400,
      { title: ['This field is required.'], description: ['This field is required.'] },
    ],
    [
      'a multipart form has more parts than any form needs',
      `${Array.from({ length: 6_000 }, (_, index) => part(`f${index}`, 'a')).join('\r\n')}\r\n--b--`,
      multipart,
      413,
      { detail: 'The form has too many parts.' },
    ],
    [
      'the media type is another JSON',
      good,
      type('application/vnd.api+json'),
      415,
      { detail: 'Unsupported media type "application/vnd.api+json" in request.' },
    ],
    ['the key is empty', good, { ...json, 'idempotency-key': '' }, 400, { 'Idempotency-Key': [expect.any(String)] }],
    [
      'the key is too long',
      good,
      { ...json, 'idempotency-key': 'k'.repeat(256) },
      400,
      { 'Idempotency-Key': ['An idempotency key has 1 to 255 characters.'] },
    ],
    [
      'the suggestion is none',
      { ...good, suggestion_id: 'garbage' },
      json,
      400,
      { suggestion_id: [expect.any(String)] },
    ],
    ['the suggestion is a list', { ...good, suggestion_id: [] }, json, 400, { suggestion_id: ['Not a valid string.'] }],
    [
      'a multipart form misses a field',
      `${part('title', 'a')}\r\n--b--`,
      multipart,
      400,
      { description: ['This field is required.'] },
    ],
  ];

  test.each(refusals)('%s', async (_why, body, headers, status, answer) => {
    const refused = await desk.rest('POST', '/api/tickets/', body, headers);
    expect(refused).toMatchObject({ status, body: answer });
    await expectNothingWritten();
  });

  test('the bytes are no UTF-8, whatever they are in', async () => {
    const bytes = (before: string, after: string) =>
      Buffer.concat([Buffer.from(before), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(after)]);
    const inJson = rawPost('/api/tickets/', 'application/json', bytes('{"title":"', '","description":"b"}'));
    expect(await exchange(desk.url, inJson)).toMatchObject({
      status: 400,
      body: '{"detail":"JSON parse error - the body is not UTF-8."}',
    });
    const form = rawPost('/api/tickets/', 'multipart/form-data; boundary=b', bytes(part('title', ''), '\r\n--b--'));
    expect(JSON.parse((await exchange(desk.url, form)).body)).toMatchObject({ title: ['Not a valid string.'] });
    await expectNothingWritten();
  });
});
