import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { findPostgres, startPostgres, type TestServer } from './postgres-server.js';
import { removeLeftovers } from './work-directory.js';

let started: TestServer | null = null;

/**
 * Chooses the database of this run and says so. TEST_DATABASE is `embedded`, `server` or `server-if-found`; a server is
 * the one of TEST_DATABASE_URL (which alone also chooses it), or this machine's PostgreSQL, started for the run.
 */
export async function begin(): Promise<void> {
  // What begins here is inherited by the processes that run the test files.
  process.env.TEST_RUN = randomBytes(4).toString('hex');
  removeLeftovers();
  const choice = process.env.TEST_DATABASE || (process.env.TEST_DATABASE_URL ? 'server' : 'embedded');
  if (choice === 'embedded') {
    delete process.env.TEST_DATABASE_URL;
    say('the embedded database');
  } else if (process.env.TEST_DATABASE_URL) {
    say('the PostgreSQL server of TEST_DATABASE_URL');
  } else {
    await startInstalled(choice === 'server');
  }
}

/** Removes what this run left on the server: a started one goes altogether, a given one loses the template. */
export async function end(): Promise<void> {
  if (started) return started.remove();
  if (!process.env.TEST_DATABASE_URL) return;
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(`drop database if exists relaydesk_template_${process.env.TEST_RUN} with (force)`);
  await client.end();
}

async function startInstalled(required: boolean): Promise<void> {
  const installation = findPostgres();
  if (!installation) {
    if (required)
      throw new Error('TEST_DATABASE=server needs TEST_DATABASE_URL or an installed PostgreSQL 15 or later.');
    console.log('\nNo PostgreSQL 15 or later is installed here, so the run on a server is left out.');
    process.exit(0);
  }
  started = await startPostgres(installation);
  process.env.TEST_DATABASE_URL = started.url;
  say(`PostgreSQL ${installation.version} of ${installation.directory}`);
}

function say(database: string): void {
  console.log(`\nAPI tests run on ${database}.`);
}
