import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Desk, startDesk } from './support/desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

/** The answer as it is on the wire: `fetch` would unpack it. */
function fetchRaw(path: string, encoding: string) {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    get(`${desk.url}${path}`, { headers: { 'accept-encoding': encoding, accept: 'text/html,*/*' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body };

async function assets(): Promise<string[]> {
  const { body } = await fetchRaw('/', 'identity');
  return [...body.toString().matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '');
}

it('sends scripts and styles as the build compressed them, to be kept for good', async () => {
  const paths = await assets();
  expect(paths.length).toBeGreaterThan(1);
  for (const path of paths) {
    const plain = (await fetchRaw(path, 'identity')).body;
    for (const [encoding, accepted] of [
      ['br', 'gzip, deflate, br, zstd'],
      ['gzip', 'gzip'],
    ] as const) {
      const { headers, body } = await fetchRaw(path, accepted);
      if (plain.length >= 1024) expect(headers['content-encoding']).toBe(encoding);
      if (plain.length >= 1024) expect(unpack[encoding](body).equals(plain)).toBe(true);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(String(headers.vary)).toMatch(/accept-encoding/i);
      expect(String(headers['content-type'])).toMatch(path.endsWith('.js') ? /javascript/ : /css/);
    }
  }
});

it.each(['/', '/new', '/tickets/1', '/graphiql'])(
  'sends the page %s compressed, to be asked for each time',
  async (path) => {
    const { headers, body } = await fetchRaw(path, 'br');
    const html = headers['content-encoding'] === 'br' ? brotliDecompressSync(body).toString() : body.toString();
    expect(html).toContain('<div id="root">');
    expect(headers['cache-control']).toBe('no-cache');
    expect(String(headers['content-type'])).toContain('text/html');
    expect(html.length < 1024 || headers['content-encoding'] === 'br').toBe(true);
  },
);

it('passes the licences on of what the pages are made of, fonts included', async () => {
  const { headers, body } = await fetchRaw('/third-party-licences.txt', 'identity');
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  const text = body.toString();
  for (const name of ['react-dom', '@apollo/client', 'graphiql', '@fontsource-variable/inter', 'tailwindcss'])
    expect(text).toContain(`## ${name} - `);
  expect(text).toContain('SIL OPEN FONT LICENSE');
});
