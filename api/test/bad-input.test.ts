import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const good = { title: 'Printer', description: 'It smokes.' };

/** After anything refused, the desk holds what it held before and still answers. */
async function expectNothingWritten(): Promise<void> {
  const { total_tickets } = (await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body;
  expect(total_tickets).toBe(0);
}

describe('a create over REST is refused, and nothing is written, where', () => {
  const type = (value: string) => ({ 'content-type': value });
  const json = type('application/json');
  const multipart = type('multipart/form-data; boundary=b');
  const part = (name: string, value: string) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}`;
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

  test('the body stops in the middle', async () => {
    const { hostname, port } = new URL(desk.url);
    const socket = connect(Number(port), hostname);
    socket.end(
      'POST /api/tickets/ HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"title":"a","description":"b"}',
    );
    socket.resume();
    await once(socket, 'close');
    await expectNothingWritten();
  });
});

describe('a request that is no good HTTP or has no good address', () => {
  test.each([
    '/api/tickets/%ZZ/',
    '//api/tickets//',
    '/api/tickets//stats/',
    '/api/tickets/%00/',
    '/%',
    '/api/tickets/?search=%ff',
    '/api/tickets/?search=%ED%A0%80',
    '/api/tickets/export.csv?search=%00',
  ])('is a clear 4xx: %s', async (path) => {
    const { status, body } = await desk.rawPath(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(JSON.parse(body)).not.toEqual({});
  });

  test.each(['99999', 'abc', '-1', '0', '1.0', '01', '9007199254740993', '99999999999999999999'])(
    'is not found where the number is %s, whatever the method',
    async (id) => {
      for (const method of ['GET', 'PATCH', 'PUT', 'DELETE']) {
        const answer = await desk.rest(method, `/api/tickets/${id}/`, method === 'PUT' ? good : undefined);
        expect(answer).toMatchObject({ status: 404, body: { detail: 'Not found.' } });
      }
    },
  );
});

describe('a good request with odd company', () => {
  test('is taken with a thousand unknown fields, __proto__ among them', async () => {
    const unknown = Array.from({ length: 1000 }, (_, index) => `"f${index}":${index}`).join(',');
    const body = `{"__proto__":{"title":"no"},"constructor":{"prototype":{}},${unknown},"title":"Odd","description":"b"}`;
    const created = await desk.rest<{ id: number }>('POST', '/api/tickets/', body);
    expect(created).toMatchObject({ status: 201, body: { title: 'Odd' } });
    await desk.rest('DELETE', `/api/tickets/${created.body.id}/`, '');
    await expectNothingWritten();
  });
});
