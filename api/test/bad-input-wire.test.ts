import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { answerOn, exchange, openConnection, rawPost } from './support/raw-http.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ BODY_TIMEOUT_MS: '300' });
});
afterAll(() => desk.close());

async function expectNothingWritten(): Promise<void> {
  const { total_tickets } = (await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body;
  expect(total_tickets).toBe(0);
}

const host = 'host: localhost\r\n';
const ticket = '{"title":"a","description":"b"}';
const mutation =
  '{"query":"mutation { createTicket(input: { title: \\"a\\", description: \\"b\\" }) { ticket { id } } }"}';
/** What each door answers without writing. */
const nothing: Record<string, string> = { '/api/tickets/': '{}', '/graphql': '{"query":"{ __typename }"}' };
const bodyOf = { '/api/tickets/': ticket, '/graphql': mutation };
const doors = Object.entries(bodyOf);

describe.each(doors)('a body sent to %s', (path, body) => {
  const head = (more: string) => `POST ${path} HTTP/1.1\r\n${host}content-type: application/json\r\n${more}\r\n\r\n`;

  test('that stops coming is answered with 408, and nothing is written', async () => {
    const socket = await openConnection(desk.url);
    socket.write(head('content-length: 500') + body);
    const answer = await answerOn(socket);
    expect(answer.status).toBe(408);
    expect(answer.body).toContain('The request was not complete in time.');
    await expectNothingWritten();
  });

  const packed = (encoding: string, bytes: Buffer) =>
    Buffer.concat([
      Buffer.from(head(`content-encoding: ${encoding}\r\ncontent-length: ${bytes.length}\r\nconnection: close`)),
      bytes,
    ]);

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('that comes as %s is read like any other', async (encoding, pack) => {
    const { status, body: answer } = await exchange(desk.url, packed(encoding, pack(nothing[path] ?? '')));
    expect({ status, answer }).toMatchObject({ status: path === '/graphql' ? 200 : 400 });
    expect(answer).toContain(path === '/graphql' ? '"__typename":"Query"' : 'This field is required.');
    await expectNothingWritten();
  });

  test('that is small and becomes large is refused', async () => {
    const bomb = gzipSync(`{"title":"${'a'.repeat(20_000_000)}"}`);
    expect((await exchange(desk.url, packed('gzip', bomb))).status).toBe(413);
    await expectNothingWritten();
  });

  test('that is not what its encoding says is refused', async () => {
    const answer = await exchange(desk.url, packed('gzip', Buffer.from(body)));
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('The body is not valid gzip.');
    await expectNothingWritten();
  });

  test('in an encoding that nobody unpacks is refused by name', async () => {
    const answer = await exchange(desk.url, packed('zstd', Buffer.from(body)));
    expect(answer.status).toBe(415);
    expect(answer.text).toMatch(/^accept-encoding: gzip, deflate, br\r$/im);
    expect(answer.body).toContain('Content encoding \\"zstd\\" is not supported.');
    await expectNothingWritten();
  });

  test('that is cut off by its sender writes nothing', async () => {
    const socket = await openConnection(desk.url);
    socket.end(head('content-length: 500') + body);
    await answerOn(socket);
    await expectNothingWritten();
  });

  test('whose sender resets the connection writes nothing', async () => {
    const socket = await openConnection(desk.url);
    socket.write(head('transfer-encoding: chunked') + body.length.toString(16));
    socket.resetAndDestroy();
    await expectNothingWritten();
  });

  test.each([
    ['chunks without a size', `${head('transfer-encoding: chunked')}ZZ\r\n\r\n`],
    ['two lengths', `${head('content-length: 2\r\ncontent-length: 3')}{}`],
    ['a negative length', `${head('content-length: -1')}{}`],
    ['a length and chunks', `${head('content-length: 5\r\ntransfer-encoding: chunked')}0\r\n\r\n`],
  ])('that has %s is refused', async (_what, request) => {
    const { status, body: refusal } = await exchange(desk.url, request);
    expect([status, JSON.parse(refusal)]).toEqual([400, { detail: 'This is not a proper HTTP request.' }]);
    await expectNothingWritten();
  });

  test('that says it is enormous is refused before it comes', async () => {
    const { status, body: refusal } = await exchange(desk.url, `${head('content-length: 99999999999')}{`);
    expect(status).toBe(413);
    expect(refusal).toContain('The request body is too large.');
  });

  test('that is compressed without being so is refused', async () => {
    const { status } = await exchange(desk.url, rawPost(path, 'application/json', Buffer.from([0x1f, 0x8b, 8, 0])));
    expect(status).toBe(400);
  });
});

describe('bytes that are no request are refused in a sentence:', () => {
  test.each([
    ['words', 'HELLO\r\n\r\n', 400],
    ['an unknown method', `BREW /api/tickets/ HTTP/1.1\r\n${host}\r\n`, 400],
    ['an unknown version', `GET /api/ HTTP/9.9\r\n${host}\r\n`, 400],
    ['a header without a colon', `GET /api/ HTTP/1.1\r\n${host}nonsense\r\n\r\n`, 400],
    ['a header with a NUL', `GET /api/ HTTP/1.1\r\n${host}a: b\0c\r\n\r\n`, 400],
    ['headers of 100 kB', `GET /api/ HTTP/1.1\r\n${host}a: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['an address of 100 kB', `GET /api/?${'x'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`, 431],
    ['a greeting of another protocol', Buffer.from([0x16, 3, 1, 0, 0xa5, 1, 0, 0, 0xa1, 3, 3]), 400],
  ])('%s', async (_what, request, status) => {
    const answer = await exchange(desk.url, request);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toEqual({ detail: expect.stringMatching(/^[A-Z][^{]+\.$/) });
  });

  test('and the desk still serves whoever comes next', async () => {
    expect((await desk.rest('GET', '/api/')).status).toBe(200);
    expect((await desk.graphql('{ ticketStats { totalCount } }')).errors).toBeUndefined();
  });
});

describe('an address that is none is not found, at either door:', () => {
  test.each([
    '/api/tickets/%ZZ',
    '/api/%',
    '//api/tickets',
    '/api//tickets',
    '/graphql/%ZZ',
    '//graphql',
    '/api/../graphql/x',
    `/api/tickets/${'1'.repeat(200)}`,
  ])('%s', async (path) => {
    for (const method of ['GET', 'POST']) {
      const { status, body } = await exchange(
        desk.url,
        `${method} ${path} HTTP/1.1\r\n${host}connection: close\r\ncontent-length: 0\r\n\r\n`,
      );
      expect([status, JSON.parse(body)]).toEqual([404, { detail: 'Not found.' }]);
    }
  });
});
