import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

async function importFile(file: string, type: string, query = '') {
  const { body } = await desk.rest<string>('POST', `/api/tickets/import/${query}`, file, { 'content-type': type });
  return typeof body === 'string' ? JSON.parse(body.trim().split('\n').at(-1) ?? '{}') : body;
}
const total = async () => (await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body.total_tickets;

test('a CSV file is taken in, but for its bad rows, which are told of by line and reason', async () => {
  const csv = [
    'Title,Description,Category,Priority,Status,Created_at,External_id',
    'One,"first, with a comma",billing,low,closed,2026-01-02T03:04:05Z,a-1',
    'Two,second,plumbing,low,,,a-2',
    ',,billing,low,,,a-3',
    ',The printer smokes. Please help!,,,,,a-4',
  ].join('\n');
  const report = await importFile(csv, 'text/csv');
  expect(report).toMatchObject({ imported: 2, duplicates: 0, rejected: 2 });
  expect(report.rejects).toEqual([
    { line: 3, reason: 'category: "plumbing" is not a valid choice.', raw: 'Two,second,plumbing,low,,,a-2' },
    { line: 4, reason: 'description: This field is required.', raw: ',,billing,low,,,a-3' },
  ]);
  const { body } = await desk.rest<{ title: string }[]>('GET', '/api/tickets/');
  expect(body.map(({ title }) => title)).toEqual(['The printer smokes.', 'One']);
  expect(body[1]).toMatchObject({
    status: 'closed',
    created_at: '2026-01-02T03:04:05.000Z',
    resolved_at: expect.any(String),
  });
  expect(await importFile(csv, 'text/csv')).toMatchObject({ imported: 0, duplicates: 2, rejected: 2 });
});

test('a row that the classifier filled carries its suggestion, one that says all carries none', async () => {
  const csv = [
    'title,description,category,priority,external_id',
    'Filled,My card was charged twice for the invoice,,,s-1',
    'Half,My card was charged twice for the invoice,general,,s-2',
    'Whole,My card was charged twice for the invoice,account,low,s-3',
  ].join('\n');
  for (const imported of [3, 0]) expect(await importFile(csv, 'text/csv')).toMatchObject({ imported });
  type Half = { value: string; outcome: string };
  type Node = {
    title: string;
    category: string;
    suggestion: { source: string; category: Half; priority: Half } | null;
  };
  const { data } = await desk.graphql<{ tickets: { edges: { node: Node }[] } }>(
    `{ tickets(first: 100) { edges { node { title category
      suggestion { source category { value outcome } priority { value outcome } } } } } }`,
  );
  const byTitle = new Map(data.tickets.edges.map(({ node }) => [node.title, node]));
  const filled = byTitle.get('Filled');
  expect(filled?.suggestion).toMatchObject({
    source: 'LOCAL',
    category: { value: filled?.category, outcome: 'KEPT' },
    priority: { outcome: 'KEPT' },
  });
  expect(byTitle.get('Half')?.suggestion).toMatchObject({
    category: { value: 'BILLING', outcome: 'OVERRIDDEN' },
    priority: { outcome: 'KEPT' },
  });
  expect(byTitle.get('Whole')).toMatchObject({ suggestion: null });
});

test('lines of JSON are taken in, and a dry run changes nothing', async () => {
  const before = await total();
  const lines = ['{"title":"A","description":"a"}', '', '{broken', '[1]'].join('\n');
  const report = { imported: 1, rejected: 2, rejects: [{ line: 3 }, { line: 4 }] };
  expect(await importFile(lines, 'application/x-ndjson', '?dry_run=1')).toMatchObject(report);
  expect(await total()).toBe(before);
  expect(await importFile(lines, 'application/x-ndjson')).toMatchObject(report);
  expect(await total()).toBe(before + 1);
});

test('a parameter that is not understood is refused, rather than the file taken in', async () => {
  const before = await total();
  const csv = 'title,description\nA,a\n';
  for (const query of ['?dry_run=true', '?dry_run=0&dry_run=1'])
    expect(await importFile(csv, 'text/csv', query)).toMatchObject({ imported: 1 });
  expect(await importFile(csv, 'text/csv', '?dry_run=maybe&triage=oracle')).toEqual({
    dry_run: ['Select 1 to check only, 0 to import.'],
    triage: ['Select model, or leave it out for the local classifier.'],
  });
  expect(await total()).toBe(before);
});

test('another type of file is refused by name', async () => {
  expect(await desk.rest('POST', '/api/tickets/import/', { a: 1 })).toMatchObject({
    status: 415,
    body: { detail: 'Unsupported media type "application/json" in request.' },
  });
});

test('times that there are not, and ids that are no text, cost only their rows', async () => {
  const row = (fields: object) => JSON.stringify({ title: 'A', description: 'a', ...fields });
  const lines = [
    row({ created_at: '2026-02-30' }),
    row({ created_at: '0000-01-01T00:00:00Z' }),
    row({ resolved_at: 'yesterday' }),
    row({ external_id: { toString: 1 } }),
    row({ created_at: '2026-02-19 10:11:12.345+00', external_id: 7 }),
  ];
  const report = await importFile(lines.join('\n'), 'application/x-ndjson');
  expect(report).toMatchObject({ imported: 1, rejected: 4 });
  expect(report.rejects.map(({ reason }: { reason: string }) => reason.split(':')[0])).toEqual([
    ...['created_at', 'created_at', 'resolved_at', 'external_id'],
  ]);
});

describe('a file that is not UTF-8', () => {
  const send = async (file: Uint8Array, type = 'text/csv') => {
    const headers = { 'content-type': type };
    const answer = await fetch(`${desk.url}/api/tickets/import/`, { method: 'POST', headers, body: file });
    return { status: answer.status, body: await answer.text() };
  };
  const csv = 'title,description\nOne,first\nGrüße,aus Köln\n';

  test.each([
    ['Latin-1', Buffer.from(csv, 'latin1'), /not UTF-8, as line 3 shows\..*Save it as UTF-8/],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${csv}`, 'utf16le'), /is UTF-16\..*Save it as UTF-8/],
    ['UTF-16 without', Buffer.from(csv, 'utf16le').swap16(), /is UTF-16\./],
  ])('is refused with what to do, and nothing is imported: %s', async (_encoding, file, detail) => {
    const before = await total();
    for (const type of ['text/csv', 'application/x-ndjson']) {
      const { status, body } = await send(file, type);
      expect(status).toBe(400);
      expect(JSON.parse(body)).toEqual({ detail: expect.stringMatching(detail) });
    }
    expect(await total()).toBe(before);
  });

  test('in a single line, far behind, loses that line and no other', async () => {
    const before = await total();
    const head = `title,description\n${'One,first\n'.repeat(10_000)}`;
    const { status, body } = await send(Buffer.from(`${head}Grüße,aus Köln\nLast,one`, 'latin1'));
    expect(status).toBe(200);
    expect(JSON.parse(body.trim().split('\n').at(-1) ?? '')).toMatchObject({
      imported: 10_001,
      rejects: [{ line: 10_002, reason: 'The line is not UTF-8.' }],
    });
    expect(await total()).toBe(before + 10_001);
  });
});
