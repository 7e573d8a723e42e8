import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';

type Operation = { operationId: string; responses: Record<string, unknown> };
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

let desk: TestDesk;
let document: Document;
beforeAll(async () => {
  desk = await startDesk();
  document = (await desk.rest<Document>('GET', '/api/openapi.json')).body;
});
afterAll(() => desk.close());

const methods = ['get', 'post', 'put', 'patch', 'delete'];

test('the document is OpenAPI 3.1, and its references lead somewhere', () => {
  expect(document.openapi).toMatch(/^3\.1\./);
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
  expect(references.length).toBeGreaterThan(20);
  for (const path of references) {
    const target = path.split('/').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document);
    expect(target).toBeDefined();
  }
});

test('what an address allows is what is described', async () => {
  for (const [path, operations] of Object.entries(document.paths)) {
    const answer = await desk.rest('OPTIONS', path.replace('{id}', '1'));
    const allowed = (answer.headers.get('allow') ?? '').toLowerCase().split(', ');
    const described = Object.keys(operations).filter((name) => methods.includes(name));
    expect([path, allowed.filter((name) => methods.includes(name)).sort()]).toEqual([path, described.sort()]);
  }
});

test('the index names addresses that answer', async () => {
  const { body } = await desk.rest<Record<string, string>>('GET', '/api/');
  expect(Object.keys(body)).toEqual(expect.arrayContaining(['tickets', 'stats', 'classify', 'docs', 'openapi']));
  for (const name of ['tickets', 'stats', 'export', 'openapi', 'docs']) {
    expect((await fetch(body[name] ?? '')).status).toBe(200);
  }
});

test('the readable docs come from this server alone', async () => {
  const page = await fetch(`${desk.url}/api/docs`);
  const html = await page.text();
  expect(page.headers.get('content-type')).toContain('text/html');
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => new URL(address, page.url));
  expect(addresses.length).toBeGreaterThan(2);
  for (const address of addresses) {
    expect(address.origin).toBe(desk.url);
    expect((await fetch(address)).status).toBe(200);
  }
});
