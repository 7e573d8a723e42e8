/**
 * `node bench/stream-200k.mjs` (in api/, built): streams the list of 200,000 tickets, and tells how much memory the
 * server took for it and how long other requests waited meanwhile. On DATABASE_URL where it is set, which must name an
 * empty database; else on an embedded one, which is streamed once before it counts. Linux only: memory is read from /proc.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const count = Number(process.argv[2] ?? 200_000);
const root = fileURLToPath(new URL('../..', import.meta.url));
const limits = { growthMb: 60, waitMs: 50 };

const isEmbedded = !process.env.DATABASE_URL;
const directory = mkdtempSync(join(tmpdir(), 'relaydesk-stream-'));
const port = await freePort();
const env = { ...process.env, DATA_DIR: directory, PORT: `${port}`, LOG_LEVEL: 'silent', LLM_PROVIDER: 'none' };
const url = `http://127.0.0.1:${port}`;

try {
  await finished(spawn('npm', ['run', '--silent', 'seed', '--', '--count', `${count}`], { cwd: root, env }));
  const server = spawn(process.execPath, [join(root, 'api/dist/src/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(server.stdout)) if (line.startsWith('Relaydesk is ready')) break;
  server.stdout.resume();
  await probe();
  if (isEmbedded) await streamAll();
  const report = await measure(server.pid);
  console.log(JSON.stringify({ database: isEmbedded ? 'embedded' : 'server', tickets: count, ...report }));
  if (report.growthMb >= limits.growthMb || report.waitMs.p95 > limits.waitMs) process.exitCode = 1;
  server.kill();
  await once(server, 'exit');
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** Streams once, with probes of other requests and of the server's memory beside it. */
async function measure(pid) {
  const before = memoryMb(pid);
  let most = before;
  let isStreaming = true;
  const waits = [];
  const watching = (async () => {
    while (isStreaming) {
      waits.push(await probe());
      most = Math.max(most, memoryMb(pid));
      await pause(5);
    }
  })();
  const start = performance.now();
  const bytes = await streamAll();
  isStreaming = false;
  const seconds = (performance.now() - start) / 1_000;
  await watching;
  waits.sort((one, other) => one - other);
  const at = (share) => Number(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))].toFixed(1));
  return {
    megabytes: Math.round(bytes / 1e6),
    seconds: Number(seconds.toFixed(1)),
    growthMb: Math.round(most - before),
    probes: waits.length,
    waitMs: { p50: at(0.5), p95: at(0.95), worst: at(1) },
  };
}

/** What another caller waits for a page and a ticket, in milliseconds each. */
async function probe() {
  const start = performance.now();
  const path =
    Math.random() < 0.5
      ? '/api/tickets/?limit=20&status=open'
      : `/api/tickets/${1 + Math.floor(Math.random() * count)}/`;
  const response = await fetch(url + path);
  await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return performance.now() - start;
}

/** The number of bytes; a stream that is cut throws. */
async function streamAll() {
  const [response] = await once(get(`${url}/api/tickets/`), 'response');
  let bytes = 0;
  for await (const chunk of response) bytes += chunk.length;
  return bytes;
}

function memoryMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1_024;
}

async function finished(child) {
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}.`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
