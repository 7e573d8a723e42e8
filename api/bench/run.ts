/** `npm run bench -- ROW …`: see `usage`. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureConversation } from './rows/conversation.js';
import { measureDirectInbox, measureDirectList, measureDirectRest, measureDirectStream } from './rows/direct.js';
import { measureList } from './rows/list.js';
import { measureLive } from './rows/live.js';
import { measureMail } from './rows/mail.js';
import { measurePaging } from './rows/paging.js';
import { measureProtections } from './rows/protections.js';
import { measureRest } from './rows/rest.js';
import { measureSearch } from './rows/search.js';
import { measureSession } from './rows/session.js';
import { measureSimilar } from './rows/similar.js';
import { measureSoak } from './rows/soak.js';
import { measureStart } from './rows/start.js';
import { measureStats } from './rows/stats.js';
import { measureStream } from './rows/stream.js';
import { measureTriage } from './rows/triage.js';
import { measureWrites } from './rows/writes.js';
import type { Bench } from './support/bench.js';
import { openDatabases } from './support/database.js';
import type { Figure } from './support/figures.js';
import { keep, machine, table } from './support/report.js';
import { writeSummary } from './support/summary.js';

const usage = `Usage: npm run bench -- ROW … [options]

Measures the built desk, or, for the row summary, only writes the README's tables and pictures anew. Rows: list, live, direct-list, direct-inbox, direct-rest, direct-stream, rest, stats, writes, paging, search, stream, start, protections, conversation, session, mail, triage, similar, soak

  --size N      tickets (50000; the goals are about 1000000)
  --rounds N    interleaved rounds (5)
  --seconds N   of each measure in a round (3)
  --workers N   processes of each server (1)
  --embedded    paging and stream on the embedded database instead of PostgreSQL
  --help        this page`;

const rows: Readonly<Record<string, (bench: Bench) => Promise<Figure[]>>> = {
  list: measureList,
  live: measureLive,
  'direct-list': measureDirectList,
  'direct-inbox': measureDirectInbox,
  'direct-rest': measureDirectRest,
  'direct-stream': measureDirectStream,
  rest: measureRest,
  stats: measureStats,
  writes: measureWrites,
  paging: measurePaging,
  search: measureSearch,
  stream: measureStream,
  start: measureStart,
  protections: measureProtections,
  conversation: measureConversation,
  session: measureSession,
  mail: measureMail,
  triage: measureTriage,
  similar: measureSimilar,
  soak: measureSoak,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    workers: { type: 'string', default: '1' },
    embedded: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});

function install(): void {
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  if (!existsSync(`${cwd}/node_modules`)) execFileSync('npm', ['ci'], { cwd, stdio: 'inherit' });
  execFileSync(process.execPath, [fileURLToPath(new URL('../scripts/build.mjs', import.meta.url))], {
    stdio: 'inherit',
  });
}

async function measure(names: readonly string[]): Promise<void> {
  const databases = await openDatabases();
  const numbers = {
    size: Number(values.size),
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    workers: Number(values.workers),
  };
  const place = values.embedded
    ? { dataDirectory: await databases.embedded(numbers.size) }
    : { databaseUrl: await databases.of(numbers.size) };
  try {
    for (const name of names) {
      const figures = await rows[name]?.({ databases, place, ...numbers });
      if (!figures) continue;
      const { size, workers } = numbers;
      const database = values.embedded ? 'embedded' : `PostgreSQL ${databases.version}`;
      const date = new Date().toISOString();
      const result = { row: name, date, machine: machine(), database, size, workers, figures };
      keep(result);
      console.log(`\n${name}: ${size} tickets, ${workers} process${workers > 1 ? 'es' : ''}\n\n${table(result)}`);
    }
  } finally {
    await databases.close();
  }
}

const unknown = positionals.filter((name) => !Object.hasOwn(rows, name));
if (positionals[0] === 'summary') writeSummary();
else if (values.help || positionals.length === 0 || unknown.length > 0) console.log(usage);
else {
  install();
  await measure(positionals);
}
