/** `npm run seed -- --count N`: see `usage`. */
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config.js';
import { sampleTickets } from '../src/samples/sample-tickets.js';
import { openDestination } from './import-destination.js';
import { countsOf, progressOn } from './import-progress.js';
import type { Destination, ReadableRow } from './import-run.js';

const usage = `Usage: npm run seed -- [options]

Adds sample tickets, through the desk that runs or straight to its database.

  --count N   how many (1000)
  --days N    spread over so many days until now (730)
  --seed N    the same tickets for the same number (1)
  --url URL   the desk to send to, instead of the one of PORT in .env or the environment
  --help      this page`;

type Options = { readonly count: number; readonly days: number; readonly seed: number; readonly url: string | null };

const portionSize = 1_000;

/** Null where help is asked for. @throws Error with one sentence */
function readOptions(): Options | null {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000' },
      days: { type: 'string', default: '730' },
      seed: { type: 'string', default: '1' },
      url: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return null;
  return {
    count: wholeNumber('count', values.count, 10_000_000),
    days: wholeNumber('days', values.days, 3_650),
    seed: wholeNumber('seed', values.seed, 2 ** 31),
    url: values.url ?? null,
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  if (/^[1-9]\d*$/.test(text) && Number(text) <= most) return Number(text);
  throw new Error(`--${name} must be a whole number from 1 to ${most}.`);
}

async function seed(destination: Destination, { count, days, seed }: Options): Promise<string> {
  const progress = progressOn(process.stderr, count);
  const totals = { imported: 0, duplicates: 0, rejected: 0 };
  for (const rows of portions(sampleTickets(count, { days, seed }))) {
    const { imported, failure } = await destination.take(rows);
    totals.imported += imported;
    if (failure !== null) throw new Error(failure);
    progress.show(totals.imported, totals);
  }
  progress.end();
  return countsOf(totals);
}

function* portions(tickets: Iterable<Record<string, unknown>>): Generator<ReadableRow[]> {
  let rows: ReadableRow[] = [];
  for (const fields of tickets) {
    if (rows.push({ line: rows.length + 1, raw: null, fields, fault: null }) < portionSize) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) return console.log(usage);
  const destination = await openDestination(loadConfig(), { url: options.url, isDryRun: false });
  try {
    const start = performance.now();
    const counts = await seed(destination, options);
    const seconds = (performance.now() - start) / 1_000;
    console.log(`${counts} into ${destination.description}, in ${seconds.toFixed(1)} s.`);
  } finally {
    await destination.close();
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
