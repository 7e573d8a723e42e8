import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

const bodyTimeoutMs = 400;

let desk: TestDesk;
beforeEach(async () => {
  desk = await startDesk({ IMPORT_LIMIT_MB: '1', BODY_TIMEOUT_MS: `${bodyTimeoutMs}` });
});
afterEach(() => desk.close());

const rows = (count: number) => '{"title":"A","description":"a","category":"general","priority":"low"}\n'.repeat(count);

function upload(path = '/api/tickets/import/', headers: Record<string, string> = {}) {
  const call = request(desk.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...headers },
  });
  const response = once(call, 'response').then(([answer]) => answer as IncomingMessage);
  return { call, response };
}

async function linesOf(response: Promise<IncomingMessage>): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  for await (const line of createInterface(await response)) lines.push(JSON.parse(line));
  return lines;
}

/** In parts, each sooner than the desk would lose patience. */
async function sendSlowly(call: ClientRequest, parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    call.write(part);
    await pause(bodyTimeoutMs / 2);
  }
  call.end();
}

async function total(): Promise<number> {
  return (await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body.total_tickets;
}

test('a file that says it is too large is refused before it is read', async () => {
  const { call, response } = upload(undefined, { 'content-length': `${2 ** 21}` });
  call.flushHeaders();
  const answer = await response;
  expect(answer.statusCode).toBe(413);
  expect(await linesOf(response)).toEqual([{ detail: 'The file is larger than 1 MB.' }]);
  call.on('error', () => undefined).destroy();
});

test('a file that turns out to be too large is told of with what was imported until then', async () => {
  const { call, response } = upload();
  for (let part = 0; part < 30; part++) call.write(rows(1_000));
  call.end();
  const report = (await linesOf(response)).at(-1);
  expect(report).toMatchObject({ error: 'The file is larger than 1 MB.', rejects: [] });
  expect(report?.imported).toBe(await total());
});

test('a large file may take longer than any other body, as long as it keeps coming', async () => {
  const { call, response } = upload();
  const [, lines] = await Promise.all([sendSlowly(call, Array(5).fill(rows(300))), linesOf(response)]);
  expect(lines.at(-1)).toMatchObject({ imported: 1_500, rejected: 0, rejects: [] });
});

test('a file that stops coming is given up, at its beginning with 408 and later in the report', async () => {
  const early = upload();
  early.call.write('{"title":');
  expect((await early.response).statusCode).toBe(408);
  expect(await linesOf(early.response)).toEqual([{ detail: 'Nothing of the file came for 0.4 s.' }]);

  const late = upload();
  late.call.write(rows(1_100));
  const report = (await linesOf(late.response)).at(-1);
  expect(report).toMatchObject({ imported: 1_000, error: 'Nothing of the file came for 0.4 s.' });
  expect(await total()).toBe(1_000);
});

test('any other body that does not come in time is answered with 408', async () => {
  const { call, response } = upload('/api/tickets/', { 'content-type': 'application/json' });
  call.write('{"title":');
  expect((await response).statusCode).toBe(408);
  expect(await linesOf(response)).toEqual([{ detail: 'The request was not complete in time.' }]);
});

test('a client that leaves in the middle keeps what it was told of, and the desk goes on', async () => {
  const { call, response } = upload();
  call.write(rows(1_100));
  const answer = (await response).on('error', () => undefined);
  for (let told = ''; !told.includes('"imported":1000,'); ) told = String((await once(answer, 'data'))[0]);
  call.on('error', () => undefined).destroy();
  const next = upload();
  next.call.end(rows(10));
  expect((await linesOf(next.response)).at(-1)).toMatchObject({ imported: 10 });
  expect(await total()).toBe(1_010);
});

test('other requests are answered while a file is imported', async () => {
  const { call, response } = upload();
  call.end(rows(10_000));
  const report = linesOf(response);
  const seen = new Set<number>();
  while (!seen.has(10_000)) seen.add(await total());
  expect((await report).at(-1)).toMatchObject({ imported: 10_000 });
  // Every batch lets others in: they see the file grow.
  expect(seen.size).toBeGreaterThan(10);
});
