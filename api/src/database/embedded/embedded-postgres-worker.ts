import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

/**
 * PostgreSQL compiled to WebAssembly, on a thread of its own so that a slow query cannot stall HTTP requests.
 * It answers one message of protocol bytes with one message of protocol bytes, and `close` by shutting down.
 */
if (!parentPort) throw new Error('This module runs as a worker thread.');
const port = parentPort;
const { directory } = workerData as { directory: string };

const open = (dataDir: string) =>
  PGlite.create({
    dataDir,
    extensions: { pg_trgm },
    // Small log segments: 16 MB each, the default, would be most of a small desk's disk. Few buffers: the operating
    // system caches the files anyway, and PGlite's 128 MB cost 100 MB of memory at rest without being any faster.
    initDbStartParams: ['--wal-segsize=1'],
    postgresqlconf: ['max_wal_size=64MB', 'min_wal_size=16MB', 'shared_buffers=32MB', 'jit=off'],
  });

/** A first start that is killed half-way leaves no half-made database: it gets its name when it is complete. */
async function initialize(): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await (await open(unfinished)).close();
  renameSync(unfinished, directory);
}

if (!existsSync(directory)) await initialize();
// A server's postmaster removes what killed queries left; here nobody else does.
rmSync(join(directory, 'base/pgsql_tmp'), { recursive: true, force: true });
const database = await open(directory);
port.postMessage('ready');

async function answer(message: Uint8Array | 'close'): Promise<void> {
  if (message === 'close') {
    await database.close();
    port.close();
    return;
  }
  const parts: Uint8Array[] = [];
  // Not execProtocolRaw: it keeps every parsed message on this heap.
  await database.execProtocolRawStream(message, { onRawData: (part) => parts.push(part.slice()) });
  const reply = Uint8Array.from(Buffer.concat(parts));
  port.postMessage(reply, [reply.buffer]);
}

// A failure ends this thread: to the desk its database is gone, as when a server goes away.
port.on('message', (message: Uint8Array | 'close') => void answer(message));
