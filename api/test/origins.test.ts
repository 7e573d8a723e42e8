import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

const friend = 'https://explorer.example.org';
const stranger = 'https://elsewhere.example.com';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ CORS_ALLOWED_ORIGINS: friend });
});
afterAll(() => desk.close());

const preflight = (path: string, origin: string, method: string, headers = 'content-type') =>
  desk.rest('OPTIONS', path, undefined, {
    origin,
    'access-control-request-method': method,
    'access-control-request-headers': headers,
  });

async function total(): Promise<number> {
  return (await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body.total_tickets;
}

describe('a page of an allowed origin', () => {
  test.each(['/api/tickets/', '/api/tickets/1', '/api/tickets/import/', '/graphql'])(
    'is told before it asks what it may send to %s',
    async (path) => {
      const asked = 'content-type,if-match,idempotency-key,apollo-require-preflight';
      const { status, headers } = await preflight(path, friend, 'PATCH', asked);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(friend);
      expect(headers.get('access-control-allow-methods')?.split(', ').sort()).toEqual(
        ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'].sort(),
      );
      expect(headers.get('access-control-allow-headers')).toBe(asked);
      expect(headers.get('vary')?.toLowerCase()).toContain('origin');
    },
  );

  test('may read the answers, and the headers that the contract speaks of', async () => {
    const ticket = { title: 'From afar', description: 'Through another page.' };
    const created = await desk.rest<{ id: number }>('POST', '/api/tickets/', ticket, { origin: friend });
    expect(created.status).toBe(201);
    expect(created.headers.get('access-control-allow-origin')).toBe(friend);
    const exposed = created.headers.get('access-control-expose-headers')?.split(', ');
    for (const name of ['etag', 'link', 'location', 'x-total-count', 'retry-after', 'ratelimit-remaining']) {
      expect(exposed).toContain(name);
    }
    await desk.rest('DELETE', `/api/tickets/${created.body.id}/`);
  });

  test('may read a stream, a refusal and what GraphQL answers too', async () => {
    for (const [method, path, body] of [
      ['GET', '/api/tickets/', undefined],
      ['GET', '/api/tickets/export.csv', undefined],
      ['POST', '/api/tickets/', {}],
      ['DELETE', '/api/tickets/', undefined],
      ['POST', '/graphql', { query: '{ ticketStats { totalCount } }' }],
    ] as const) {
      const { headers } = await desk.rest(method, path, body, { origin: friend });
      expect([path, headers.get('access-control-allow-origin')]).toEqual([path, friend]);
    }
  });
});

describe('a page of any other origin', () => {
  test.each([stranger, 'null', `${friend}.evil.example`, friend.replace('https', 'http')])(
    'is granted nothing: %s',
    async (origin) => {
      for (const path of ['/api/tickets/', '/graphql']) {
        const asked = await preflight(path, origin, 'POST');
        expect(asked.headers.get('access-control-allow-origin')).not.toBe(origin);
        expect(asked.headers.get('access-control-allow-origin')).not.toBe('*');
      }
      const answer = await desk.rest('GET', '/api/tickets/', undefined, { origin });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('what a foreign page can send without asking first', () => {
  const mutation = 'mutation { createTicket(input: { title: "a", description: "b" }) { ticket { id } } }';
  const read = '{ ticketStats { totalCount } }';

  test.each([
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(mutation)}`],
    ['text/plain', JSON.stringify({ query: mutation })],
    ['text/plain; application/json', JSON.stringify({ query: mutation })],
    [
      'multipart/form-data; boundary=b',
      `--b\r\ncontent-disposition: form-data; name="query"\r\n\r\n${mutation}\r\n--b--`,
    ],
    ['application/vnd.example', JSON.stringify({ query: mutation })],
  ])('changes nothing through GraphQL: %s', async (type, body) => {
    const { status } = await desk.rest('POST', '/graphql', body, { origin: stranger, 'content-type': type });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await total()).toBe(0);
  });

  test('reads nothing through a GET without a header of its own', async () => {
    const refused = await desk.rest<{ errors: { message: string }[] }>('GET', `/graphql?query=${read}`, undefined, {
      origin: stranger,
    });
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0]?.message).toMatch(/CSRF/);
  });

  test.each([
    ['text/plain', '{"title":"a","description":"b"}', 415],
    ['application/x-www-form-urlencoded', 'title=a&description=b', 403],
    ['Multipart/Form-Data; boundary=b', '--b--', 403],
  ])('changes nothing over REST: %s', async (type, body, status) => {
    const refused = await desk.rest('POST', '/api/tickets/', body, { origin: stranger, 'content-type': type });
    expect(refused).toMatchObject({ status, body: { detail: expect.any(String) } });
    expect(await total()).toBe(0);
  });

  test('is taken where it is a form of the desk itself, of an allowed origin or of no page at all', async () => {
    const origins = [{ origin: desk.url }, { origin: friend }, {}] as Record<string, string>[];
    for (const origin of origins) {
      const headers = { ...origin, 'content-type': 'application/x-www-form-urlencoded' };
      const created = await desk.rest<{ id: number }>('POST', '/api/tickets/', 'title=a&description=b', headers);
      expect(created.status).toBe(201);
      await desk.rest('DELETE', `/api/tickets/${created.body.id}/`);
    }
  });
});
