import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const json = { 'content-type': 'application/json' };
const good = { title: 'Printer', description: 'It smokes.' };

describe('a list is refused by the name of the parameter, where', () => {
  const cursor = (text: string) => Buffer.from(text).toString('base64url');
  test.each([
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=1e2', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=9007199254740993', 'limit'],
    ['limit=5&cursor=garbage', 'cursor'],
    [`limit=5&cursor=${cursor('99999999999:2026-02-20T00:00:00.000Z')}`, 'cursor'],
    [`limit=5&cursor=${cursor('5:2026-02-30T00:00:00.000Z')}`, 'cursor'],
    [`cursor=${cursor('5:2026-02-20T00:00:00.000Z')}`, 'limit'],
    ['category=Billing', 'category'],
    ['priority=%00', 'priority'],
    ['status=open&status=%FF', 'status'],
    ['search=a%00', 'search'],
    ['search=%ED%A0%80', 'search'],
    [`${Array.from({ length: 1_000 }, (_, index) => `f${index}=1`).join('&')}&status=wrong`, 'status'],
  ])('%s', async (query, name) => {
    const { status, body } = await desk.rest<object>('GET', `/api/tickets/?${query}`);
    expect([status, Object.keys(body)]).toEqual([400, [name]]);
  });

  test.each([
    'created_from=2026-02-30',
    'created_to=yesterday',
    'order=title',
    'category=a&category=billing',
    'search=%00',
  ])('the export too: %s', async (query) => {
    const { status, body, headers } = await desk.rest<object>('GET', `/api/tickets/export.csv?${query}`);
    expect([status, Object.keys(body)]).toEqual([400, [query.split('=')[0]]]);
    expect(headers.get('content-disposition')).toBeNull();
  });

  test.each(['/api/tickets/', '/api/tickets/?limit=5', '/api/tickets/export.csv'])(
    'a search may have 1,000 characters and no more: %s',
    async (path) => {
      const search = (text: string) => desk.rest('GET', `${path}${path.includes('?') ? '&' : '?'}search=${text}`);
      expect((await search('🔥'.repeat(1_000))).status).toBe(200);
      expect(await search('x'.repeat(1_001))).toMatchObject({
        status: 400,
        body: { search: ['Ensure this field has no more than 1000 characters.'] },
      });
    },
  );

  test.each(['search=%EF%BF%BD', 'search=100%', '__proto__=1', 'category[]=x', 'category=', 'search=%20%20'])(
    'and not, where it only is odd: %s',
    async (query) => {
      expect(await desk.rest('GET', `/api/tickets/?${query}`)).toMatchObject({ status: 200, body: [] });
    },
  );
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
    expect((await desk.rest<object[]>('GET', '/api/tickets/')).body).toEqual([]);
  });

  test('is taken as a form in any spelling: fields repeated, among a thousand others, percent signs as they are', async () => {
    const unknown = Array.from({ length: 1_000 }, (_, index) => `f${index}=1`).join('&');
    const body = `title=first&${unknown}&title=Größe+100%&description=100%25`;
    const created = await desk.rest<{ id: number }>('POST', '/api/tickets/', body, {
      'content-type': 'Application/X-WWW-Form-URLencoded; charset=utf-8',
    });
    expect(created).toMatchObject({ status: 201, body: { title: 'Größe 100%', description: '100%' } });
    await desk.rest('DELETE', `/api/tickets/${created.body.id}/`);
  });

  test('changes nothing where If-Match names no version', async () => {
    const { body: ticket } = await desk.rest<{ id: number }>('POST', '/api/tickets/', good);
    for (const condition of ['"2"', '"x"', 'W/"1"', '1', '""', '"0"', '"99999999999999"']) {
      const headers = { ...json, 'if-match': condition };
      const refused = await desk.rest('PATCH', `/api/tickets/${ticket.id}/`, { title: 'x' }, headers);
      expect([condition, refused.status, refused.headers.get('etag')]).toEqual([condition, 412, '"1"']);
      expect(refused.body).toEqual({ detail: expect.stringMatching(/version 1/) });
    }
    expect((await desk.rest('DELETE', `/api/tickets/${ticket.id}/`, undefined, { 'if-match': '"1"' })).status).toBe(
      204,
    );
  });
});
