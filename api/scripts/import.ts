/** `npm run import -- FILE`: see `usage`. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { loadConfig } from '../src/config.js';
import { DatabaseStartError } from '../src/database/database-start-error.js';
import { type FileFacts, leftOut } from '../src/imports/files/file-facts.js';
import { type ImportArguments, readArguments, synopsis, UsageError, usage } from './import-arguments.js';
import { openDestination } from './import-destination.js';
import { countsOf, progressOn } from './import-progress.js';
import { ImportRun } from './import-run.js';

const exitCodes = { done: 0, failed: 1, usage: 2, rejected: 3, interrupted: 130 };

// npm runs this at the repository's root; the user's folder is where npm was called.
const folder = process.env.INIT_CWD ?? process.cwd();
const shownPath = (path: string) => relative(folder, path) || path;

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2), folder);
  if (!options) {
    console.log(usage);
    return exitCodes.done;
  }
  const size = sizeOf(options.file);
  for (const file of [options.rejectsFile, options.mendableFile]) rmSync(file, { force: true });
  const destination = await openDestination(loadConfig(), options);
  try {
    const intent = options.isDryRun ? 'Checking, and importing nothing of,' : 'Importing';
    console.error(`${intent} ${shownPath(options.file)} into ${destination.description}.`);
    return await importAndTell(new ImportRun(options, destination, tellColumns), options, size);
  } finally {
    await destination.close();
  }
}

async function importAndTell(run: ImportRun, options: ImportArguments, size: number): Promise<number> {
  const progress = progressOn(process.stderr, size);
  const start = performance.now();
  let interruptedAt: number | null = null;
  process.on('SIGINT', () => {
    // npm passes on what the terminal has sent already, so one Ctrl-C arrives twice; a later one is meant.
    if (interruptedAt !== null && performance.now() - interruptedAt > 1_000) process.exit(exitCodes.interrupted);
    interruptedAt ??= performance.now();
    run.stop();
  });
  let failure: string | null = null;
  try {
    for await (const totals of run.run()) progress.show(totals.bytesRead, totals);
  } catch (error) {
    failure = (error as Error).message;
  }
  progress.end();
  const { totals } = run;
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  console.log(`${options.isDryRun ? 'Would be: ' : ''}${countsOf(totals)}, in ${seconds} s.`);
  if (existsSync(options.rejectsFile))
    console.log(
      `Rejected rows and reasons: ${shownPath(options.rejectsFile)}; to be mended: ${shownPath(options.mendableFile)}`,
    );
  if (failure !== null) {
    console.error(totals.line === 0 ? failure : `The import broke off after line ${totals.line}. ${failure}`);
    return exitCodes.failed;
  }
  if (interruptedAt !== null) {
    console.error(`Stopped after line ${totals.line}; what follows was not imported.`);
    return exitCodes.interrupted;
  }
  return totals.rejected > 0 ? exitCodes.rejected : exitCodes.done;
}

/** What was understood of the file, before anything is written. */
function tellColumns(facts: FileFacts): void {
  const { delimiter, preset } = facts;
  const others = leftOut(facts);
  const parts = [
    ...(delimiter === null || delimiter === 'comma' ? [] : [`Separated by ${delimiter}s.`]),
    ...(preset === null ? [] : [`Read as an export of ${preset} (--preset).`]),
    ...(others.length === 0 ? [] : [`Left out: ${others.join(', ')}.`]),
  ];
  if (parts.length > 0) console.error(parts.join(' '));
}

/** In bytes. @throws Error where there is nothing to read */
function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Error(`There is no file ${file}.`);
  if (!found.isFile()) throw new Error(`${file} is not a file.`);
  if (found.size === 0) throw new Error(`${file} is empty.`);
  return found.size;
}

function tell(error: unknown): number {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof DatabaseStartError) console.error('A desk that listens on another port is reached by --url.');
  if (error instanceof UsageError) console.error(synopsis);
  return error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
}

process.exitCode = await main().catch(tell);
