/** Starts the desk as the README says, asks it as the README does, and ends it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const port = 18_000 + (process.pid % 2_000);
const url = `http://127.0.0.1:${port}`;
const directory = mkdtempSync(join(tmpdir(), 'relaydesk-first-start-'));
const desk = spawn('npm', ['start'], {
  // A group of its own, because npm starts the desk in a process of its own.
  detached: true,
  env: { ...process.env, PORT: String(port), DATA_DIR: directory },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const giveUp = setTimeout(() => void fail('The desk was not ready within two minutes.'), 120_000);

let said = '';
for await (const chunk of desk.stdout) {
  said += chunk;
  if (said.includes('Relaydesk is ready')) break;
}
if (!said.includes('Relaydesk is ready')) await fail(`The desk ended: ${said}`);

const form = new URLSearchParams({ title: 'Printer smokes', description: 'Since this morning.' });
await answers('POST', '/api/tickets/', 201, { body: form });
await answers('GET', '/api/tickets/', 200);
await answers('POST', '/graphql', 200, {
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ tickets(first: 5) { totalCount edges { node { number title status } } } }' }),
});
for (const path of ['/', '/graphiql', '/api/docs', '/readyz']) await answers('GET', path, 200);
clearTimeout(giveUp);
await end();
console.log('npm start answers as the README says.');

async function answers(method, path, status, options = {}) {
  const response = await fetch(url + path, { method, ...options });
  const text = await response.text();
  if (response.status !== status || text.includes('"errors"'))
    await fail(`${method} ${path} answered ${response.status}: ${text.slice(0, 300)}`);
}

async function end() {
  const gone = once(desk, 'exit');
  process.kill(-desk.pid, 'SIGTERM');
  await gone;
  rmSync(directory, { recursive: true, force: true });
}

async function fail(message) {
  console.error(message);
  await end().catch(() => undefined);
  process.exit(1);
}
