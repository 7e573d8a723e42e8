/**
 * `npm run backup -- FILE` and `npm run restore -- FILE`: every row of the configured database, as compressed lines of
 * JSON. `-` stands for standard output or input, which reach out of a container.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { DataSource } from 'typeorm';
import { loadConfig } from '../src/config.js';
import { restoreBackup, writeBackup } from '../src/database/backup.js';
import { openDatabase } from '../src/database/data-source.js';
import { silentLogger } from '../src/logger.js';

const unfinishedEnd = '.unfinished';

/** Written beside its place and moved there when it is whole: a backup that broke off is none. Null writes to standard output. */
async function backup(database: DataSource, file: string | null): Promise<void> {
  let rows = 0;
  async function* lines() {
    for await (const line of writeBackup(database)) {
      rows += (JSON.parse(line) as { rows?: unknown[] }).rows?.length ?? 0;
      yield `${line}\n`;
    }
  }
  const packed = (target: Writable) => pipeline(Readable.from(lines()), createGzip(), target);
  if (file === null) {
    await packed(process.stdout);
    return console.error(`${rows} rows were written to standard output.`);
  }
  const unfinished = `${file}${unfinishedEnd}`;
  try {
    await packed(createWriteStream(unfinished));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  console.log(`${rows} rows were written to ${file}.`);
}

async function restore(database: DataSource, file: string | null): Promise<void> {
  const rows = await restoreBackup(database, linesOf(file), 'ticket');
  console.log(`${rows} rows were restored from ${file ?? 'standard input'}.`);
  const links = await database.query<unknown[]>('select from request_link limit 1');
  if (links.length > 0) {
    console.log(
      'Links to requests keep working only with the SECRET_KEY, or the secret-key file, of the desk that was backed up.',
    );
  }
}

/** Opened when the first line is asked for: readline tells what it reads whether anybody listens or not. */
async function* linesOf(file: string | null): AsyncGenerator<string> {
  const unpacked = createGunzip();
  const read = pipeline(file === null ? process.stdin : createReadStream(file), unpacked);
  read.catch((error) => unpacked.destroy(error));
  yield* createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY });
  await read;
}

function sentence({ code, message, path }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' && path?.endsWith(unfinishedEnd)) return `There is no folder ${dirname(path)}.`;
  if (code === 'ENOENT') return `There is no file ${path}.`;
  if (code === 'ENOSPC')
    return `The disk is full, so there is no backup${path ? ` in ${dirname(path)}` : ''}. Free some room, or name another place.`;
  if (code?.startsWith('Z_')) return `The file is no backup of Relaydesk, or not a whole one (${message}).`;
  return message;
}

const [deed, name, ...rest] = process.argv.slice(2);
try {
  if ((deed !== 'backup' && deed !== 'restore') || !name || /^-./.test(name) || rest.length > 0) {
    throw new Error(
      `Usage: npm run ${deed ?? 'backup'} -- FILE   (- is standard ${deed === 'restore' ? 'input' : 'output'})`,
    );
  }
  const file = name === '-' ? null : resolve(process.env.INIT_CWD ?? '.', name);
  const database = await openDatabase(loadConfig(process.env).database, { logger: silentLogger, entities: [] });
  try {
    await (deed === 'backup' ? backup : restore)(database.dataSource, file);
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(sentence(error as NodeJS.ErrnoException));
  process.exitCode = 1;
}
