import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

type Rest = Record<string, unknown> & { id: number };

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

const create = async (fields: object = {}) =>
  (await desk.rest<Rest>('POST', '/api/tickets/', { title: 'Printer', description: 'It smokes.', ...fields })).body;

describe('a ticket over REST', () => {
  test('is created with its defaults, read, changed and deleted, and its address is then unknown', async () => {
    const created = await create({ title: '  Printer  ' });
    expect(created).toMatchObject({ title: 'Printer', status: 'open' });
    const address = `/api/tickets/${created.id}/`;

    expect((await desk.rest('GET', address)).body).toEqual(created);
    const patched = await desk.rest<Rest>('PATCH', address, { status: 'resolved', id: 7 });
    expect(patched.body).toMatchObject({ id: created.id, status: 'resolved', resolved_at: expect.any(String) });
    expect((await desk.rest<Rest>('PUT', address, { title: 'Fax', description: 'Silent.' })).body).toMatchObject({
      title: 'Fax',
      status: 'resolved',
    });
    expect((await desk.rest('DELETE', address)).status).toBe(204);
    expect(await desk.rest('GET', address)).toMatchObject({ status: 404, body: { detail: 'Not found.' } });
  });

  test('is accepted as a form, of which the last repetition counts', async () => {
    const form = await desk.rest('POST', '/api/tickets', 'title=a&description=b&title=c', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form).toMatchObject({ status: 201, body: { title: 'c', description: 'b' } });
  });

  test('is not changed where If-Match names another version', async () => {
    const { id } = await create();
    const refused = await desk.rest('PATCH', `/api/tickets/${id}/`, { title: 'x' }, { 'if-match': '"9"' });
    expect(refused.status).toBe(412);
    expect(refused.headers.get('etag')).toBe('"1"');
    expect((await desk.rest('PATCH', `/api/tickets/${id}/`, { title: 'x' }, { 'if-match': '"1"' })).status).toBe(200);
  });

  test('is changed where If-Match names its version among others, and never by a weak one', async () => {
    const { id } = await create();
    const patch = (condition: string) =>
      desk.rest('PATCH', `/api/tickets/${id}/`, { title: condition }, { 'if-match': condition });
    expect((await patch('"7", "1"')).status).toBe(200);
    expect((await patch('"2","other, tag"')).status).toBe(200);
    expect((await patch('W/"3", "4"')).status).toBe(412);
    expect((await patch('*')).status).toBe(200);
  });

  test('is made once by twenty creates at a time that share a key', async () => {
    const body = { title: 'Once', description: 'only' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.rest<Rest>('POST', '/api/tickets/', body, { 'idempotency-key': 'same' })),
    );
    expect(new Set(answers.map(({ body: ticket }) => ticket.id)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(19);
    const other = await desk.rest('POST', '/api/tickets/', { ...body, title: 'Other' }, { 'idempotency-key': 'same' });
    expect(other.status).toBe(409);
  });
});

describe('the list over REST', () => {
  test('combines filters and words, each of which may be anywhere, with % as a plain character', async () => {
    const { id } = await create({ title: 'Zebra 100%', description: 'a gnu', category: 'billing', priority: 'low' });
    const ids = async (query: string) =>
      (await desk.rest<Rest[]>('GET', `/api/tickets/?${query}`)).body.map((t) => t.id);
    expect(await ids('search=GNU%20zebra&category=billing&priority=&status=open')).toEqual([id]);
    expect(await ids('search=100%25')).toEqual([id]);
    expect(await ids('search=zebra&category=account')).toEqual([]);
    expect(await desk.rest('GET', '/api/tickets/?category=wrong')).toMatchObject({
      status: 400,
      body: { category: ['Select a valid choice. wrong is not one of the available choices.'] },
    });
  });

  test('is whole without a limit, and in pages that follow their links with one', async () => {
    for (let count = 0; count < 5; count++) await create({ title: `Page ${count}` });
    const all = (await desk.rest<Rest[]>('GET', '/api/tickets/')).body.map(({ id }) => id);
    const walked: number[] = [];
    let path: string | undefined = '/api/tickets/?limit=2';
    while (path) {
      const page: { body: Rest[]; headers: Headers } = await desk.rest<Rest[]>('GET', path);
      walked.push(...page.body.map(({ id }) => id));
      expect(page.headers.get('x-total-count')).toBe(String(all.length));
      path = /<[^>]*?(\/api[^>]*)>/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(walked).toEqual(all);
  });
});

describe('statistics over REST', () => {
  test('equal a full count, every key included', async () => {
    const all = (await desk.rest<Rest[]>('GET', '/api/tickets/')).body;
    const { body } = await desk.rest<Record<string, unknown>>('GET', '/api/tickets/stats/');
    const count = (field: string, value: string) => all.filter((ticket) => ticket[field] === value).length;
    expect(body).toMatchObject({ total_tickets: all.length, open_tickets: count('status', 'open') });
    expect(body.priority_breakdown).toEqual({
      low: count('priority', 'low'),
      medium: count('priority', 'medium'),
      high: count('priority', 'high'),
      critical: count('priority', 'critical'),
    });
  });
});

describe('bad input over REST', () => {
  test.each([
    ['a missing field', {}, { title: ['This field is required.'], description: ['This field is required.'] }],
    ['blanks', { title: '\u3000\u00a0 ', description: 'x' }, { title: ['This field may not be blank.'] }],
    ['null', { title: null, description: 'x' }, { title: ['This field may not be null.'] }],
    ['a list', { title: [], description: 'x' }, { title: ['Not a valid string.'] }],
    ['a lone surrogate', { title: '\ud800', description: 'x' }, { title: ['Not a valid string.'] }],
    ['a NUL', { title: 'a\0', description: 'x' }, { title: ['Null characters are not allowed.'] }],
    [
      '201 characters',
      { title: '😀'.repeat(201), description: 'x' },
      { title: ['Ensure this field has no more than 200 characters.'] },
    ],
    [
      'an unknown choice',
      { title: 'a', description: 'x', category: 'Billing' },
      { category: ['"Billing" is not a valid choice.'] },
    ],
    ['an array', [1], { non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] }],
  ])('%s is refused by name', async (_name, body, errors) => {
    expect(await desk.rest('POST', '/api/tickets/', body)).toMatchObject({ status: 400, body: errors });
  });

  test('200 code points are a title, however they are encoded', async () => {
    expect((await create({ title: '😀'.repeat(200) })).id).toEqual(expect.any(Number));
  });

  test.each(['99999', 'abc', '-1', '0', '9007199254740993'])('the number %s is not found', async (id) => {
    expect(await desk.rest('GET', `/api/tickets/${id}/`)).toMatchObject({
      status: 404,
      body: { detail: 'Not found.' },
    });
  });

  test('malformed bodies, types and methods have their own answers', async () => {
    expect(await desk.rest('POST', '/api/tickets/', '{bad')).toMatchObject({ status: 400 });
    expect(await desk.rest('POST', '/api/tickets/', 'x', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
      body: { detail: 'Unsupported media type "text/plain" in request.' },
    });
    expect((await desk.rest('POST', '/api/tickets/', { title: 'x', description: 'y'.repeat(2_000_000) })).status).toBe(
      413,
    );
    expect(await desk.rest('DELETE', '/api/tickets/')).toMatchObject({
      status: 405,
      body: { detail: 'Method "DELETE" not allowed.' },
    });
    expect((await desk.rest('OPTIONS', '/api/tickets/')).headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
  });

  test('an OPTIONS that is no preflight is answered everywhere', async () => {
    for (const path of ['/', '/healthz', '/readyz']) {
      const { status, headers } = await desk.rest('OPTIONS', path);
      expect([status, headers.get('allow')]).toEqual([200, 'GET, HEAD, OPTIONS']);
    }
    expect(await desk.rest('OPTIONS', '/api/nowhere')).toMatchObject({ status: 404, body: { detail: 'Not found.' } });
  });

  test('a change by null is no change, but a fault', async () => {
    const made = await desk.rest<{ id: number }>('POST', '/api/tickets/', { title: 'a', description: 'b' });
    const body = { non_field_errors: ['Invalid data. Expected a dictionary, but got null.'] };
    for (const [method, path] of [
      ['PATCH', `/api/tickets/${made.body.id}/`],
      ['POST', '/api/tickets/'],
    ] as const) {
      const answer = await desk.rest(method, path, 'null', { 'content-type': 'application/json' });
      expect(answer).toMatchObject({ status: 400, body });
    }
  });

  test.each(['/api/tickets/%ZZ', '/api/tickets//'])('the path %s is not found', async (path) => {
    expect(await desk.rawPath(path)).toEqual({ status: 404, body: '{"detail":"Not found."}' });
  });
});
