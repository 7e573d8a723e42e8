import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { openConnection } from './support/raw-http.js';

let desk: TestDesk;
afterEach(() => desk.close());

/** The policy as directives and their sources. */
function policyOf(headers: Headers): Record<string, string[]> {
  const directives = (headers.get('content-security-policy') ?? '').split(';').map((text) => text.trim().split(/\s+/));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources]));
}

type Request = [what: string, method: string, path: string, status: number, body?: unknown];
const requests: Request[] = [
  ['a page', 'GET', '/api/docs', 200],
  ['a list that streams', 'GET', '/api/tickets/', 200],
  ['a file', 'GET', '/api/tickets/export.csv', 200],
  ['a new ticket', 'POST', '/api/tickets/', 201, { title: 'a', description: 'b' }],
  ['GraphQL', 'POST', '/graphql', 200, { query: '{ __typename }' }],
  ['a refused query', 'POST', '/graphql', 400, { query: '' }],
  ['a refused ticket', 'POST', '/api/tickets/', 400, {}],
  ['a method that is not there', 'DELETE', '/api/tickets/', 405],
  ['an address that is not there', 'GET', '/api/nowhere', 404],
  ['what an address can do', 'OPTIONS', '/api/tickets/', 200],
];

describe('every answer', () => {
  test('lets no script run but our own files, and nobody frame it', async () => {
    desk = await startDesk();
    for (const [what, method, path, status, body] of requests) {
      const { headers, status: answered } = await desk.rest(method, path, body);
      expect([what, answered]).toEqual([what, status]);
      const policy = policyOf(headers);
      expect([what, policy]).toEqual([
        what,
        expect.objectContaining({
          'default-src': ["'self'"],
          'script-src': ["'self'"],
          'script-src-attr': ["'none'"],
          'object-src': ["'none'"],
          'base-uri': ["'self'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
        }),
      ]);
      expect(headers.get('x-request-id')).toEqual(expect.any(String));
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
  });

  test('tells neither what serves it nor, over plain HTTP, that TLS is to be used', async () => {
    desk = await startDesk();
    for (const [, method, path, , body] of requests) {
      const { headers } = await desk.rest(method, path, body);
      for (const name of ['server', 'x-powered-by', 'strict-transport-security']) expect(headers.get(name)).toBeNull();
    }
  });

  test('lets nothing run or be framed, where it is no request that could be understood, either', async () => {
    desk = await startDesk();
    const { headers } = await desk.rest('GET', '/api/tickets/%ZZ');
    expect(policyOf(headers)).toEqual({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const socket = await openConnection(desk.url);
    socket.write('nonsense\r\n\r\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(
      /^HTTP\/1\.1 400 .*content-security-policy: default-src 'none'; frame-ancestors 'none'\r\n/s,
    );
  });

  test('asks for TLS where it came through TLS', async () => {
    desk = await startDesk({ TRUSTED_PROXY: '127.0.0.1' });
    for (const [, method, path, , body] of requests) {
      const { headers } = await desk.rest(method, path, body, { 'x-forwarded-proto': 'https' });
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    }
  });
});

test('a request that calls the desk by a foreign name is refused under the same policy', async () => {
  desk = await startDesk();
  const headers = { host: 'rebound.example.com' };
  const [refused] = (await once(get(`${desk.url}/api/docs`, { headers }), 'response')) as [IncomingMessage];
  refused.resume();
  expect(refused.statusCode).toBe(421);
  expect(refused.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(refused.headers['x-request-id']).toEqual(expect.any(String));
});

test('the page of the docs has no script in it that the policy would stop', async () => {
  desk = await startDesk();
  const { body } = await desk.rest<string>('GET', '/api/docs');
  const scripts = [...body.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
  expect(scripts.length).toBeGreaterThan(1);
  for (const [, attributes, text] of scripts)
    expect([text?.trim(), attributes]).toEqual(['', expect.stringContaining('src=')]);
  expect(body).not.toMatch(/\son\w+=|javascript:/i);
});
