import { once } from 'node:events';
import { get } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
afterEach(() => desk.close());

/** Sends a header that fetch would not let us choose. */
async function statusFor(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  const [response] = await once(get(desk.url + path, { headers }), 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, body };
}

const post = { title: 'Again', description: 'and again.' };
const createMutation = 'mutation { a: createTicket(input: { title: "a", description: "b" }) { ticket { id } } }';

describe('a request', () => {
  test('must call the desk by a name or an address of its own', async () => {
    desk = await startDesk({ ALLOWED_HOSTS: 'desk.example.org' });
    const { port } = new URL(desk.url);
    for (const host of [`localhost:${port}`, '127.0.0.1', '[::1]', 'desk.example.org:443', 'DESK.example.org']) {
      expect([host, (await statusFor('/api/', { host })).status]).toEqual([host, 200]);
    }
    for (const path of ['/', '/api/tickets/', '/graphql', '/graphiql']) {
      const refused = await statusFor(path, { host: 'rebound.example.com' });
      expect(refused.status).toBe(421);
      expect(refused.body).toContain('ALLOWED_HOSTS');
    }
  });

  test('that passed several proxies is called by the first name, and only a trusted proxy says which', async () => {
    const headers = { 'x-forwarded-host': 'desk.example.org, inner.example.net', 'x-forwarded-for': '203.0.113.9' };
    const environment = { ALLOWED_HOSTS: 'desk.example.org' };
    desk = await startDesk({ ...environment, TRUSTED_PROXY: '127.0.0.1' });
    const { status, body } = await statusFor('/api/', { ...headers, host: 'inner.example.net' });
    expect({ status, tickets: JSON.parse(body).tickets }).toEqual({
      status: 200,
      tickets: 'http://desk.example.org/api/tickets/',
    });
    await desk.close();
    desk = await startDesk(environment);
    expect((await statusFor('/api/', { ...headers, host: 'inner.example.net' })).status).toBe(421);
  });

  test('comes through TLS only where a trusted proxy says so', async () => {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
    desk = await startDesk();
    expect((await desk.rest('GET', '/api/', undefined, forwarded)).headers.get('strict-transport-security')).toBeNull();
    await desk.close();
    desk = await startDesk({ TRUSTED_PROXY: '127.0.0.1' });
    const answer = await desk.rest<{ tickets: string }>('GET', '/api/', undefined, forwarded);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
    expect(answer.body.tickets).toMatch(/^https:/);
  });
});

describe('rates', () => {
  test('are told with every answer, and a client that exceeds one is told when to come back', async () => {
    desk = await startDesk({ RATE_LIMIT_GENERAL: '5' });
    const answers = [];
    for (let index = 0; index < 6; index++) answers.push(await desk.rest('GET', '/api/tickets/stats/'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[0]?.headers.get('ratelimit-limit')).toBe('5');
    expect(answers[0]?.headers.get('ratelimit-remaining')).toBe('4');
    expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers[5]?.body).toEqual({
      detail: expect.stringMatching(/^Too many requests\. Try again in \d+ seconds\.$/),
    });
  });

  test('of new tickets and of triage have budgets of their own, through either door', async () => {
    desk = await startDesk({ RATE_LIMIT_CREATE: '2', RATE_LIMIT_TRIAGE: '1' });
    expect((await desk.rest('POST', '/api/tickets/', post)).status).toBe(201);
    expect((await desk.graphql(createMutation)).errors).toBeUndefined();
    expect((await desk.rest('POST', '/api/tickets/', post)).status).toBe(429);
    const refused = await desk.rest<{ errors: object[] }>('POST', '/graphql', { query: createMutation });
    expect(refused).toMatchObject({ status: 429, body: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } });
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await desk.rest('POST', '/api/tickets/classify/', post)).status).toBe(200);
    expect((await desk.rest('POST', '/api/tickets/classify/', post)).status).toBe(429);
    expect((await desk.rest('GET', '/api/tickets/')).status).toBe(200);
  });

  test('count each call of one GraphQL document', async () => {
    desk = await startDesk({ RATE_LIMIT_CREATE: '3' });
    const four = createMutation
      .replace('{ a:', '{')
      .replace(
        /\{(.*)\}$/,
        (_all, call) => `{ ${[1, 2, 3, 4].map((index) => `c${index}: ${call.trim()}`).join(' ')} }`,
      );
    expect(await desk.rest('POST', '/graphql', { query: four })).toMatchObject({ status: 429 });
    expect((await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body.total_tickets).toBe(0);
  });

  const call = (alias: string) => `${alias}: createTicket(input: { title: "a", description: "b" }) { ticket { id } }`;
  test.each([
    ['inline fragments', `mutation { ... { ${call('a')} } ... on Mutation { ${call('b')} } }`],
    [
      'fragments of fragments',
      `mutation { ...Two } fragment Two on Mutation { ${call('a')} ...One } fragment One on Mutation { ${call('b')} }`,
    ],
  ])('count each call that comes through %s', async (_what, query) => {
    desk = await startDesk({ RATE_LIMIT_CREATE: '1' });
    expect(await desk.rest('POST', '/graphql', { query })).toMatchObject({ status: 429 });
    expect((await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body.total_tickets).toBe(0);
  });

  test('can be switched off', async () => {
    desk = await startDesk({ RATE_LIMIT: 'off', RATE_LIMIT_GENERAL: '1' });
    for (let index = 0; index < 3; index++) expect((await desk.rest('GET', '/api/')).status).toBe(200);
  });
});

describe('an operator', () => {
  test('sees that the desk lives and is ready', async () => {
    desk = await startDesk();
    expect(await desk.rest('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await desk.rest('GET', '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  test('reads figures on a port that the public does not reach', async () => {
    desk = await startDesk({ METRICS_PORT: '0' });
    await desk.rest('GET', '/api/tickets/stats/');
    expect(await (await fetch(`${desk.url}/metrics`)).text()).not.toMatch(/http_request_duration/);
    const figures = await (await fetch(`${desk.metricsUrl}/metrics`)).text();
    expect(figures).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/tickets\/stats",status="200"\} 1/,
    );
    expect(figures).toContain('nodejs_eventloop_lag_seconds');
  });
});
