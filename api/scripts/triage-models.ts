/**
 * `npm run triage:models [-- use VERSION | use built-in]`: lists the local classifiers that this desk has trained, newest
 * first, or puts one to use for all its processes within seconds. An embedded database is open to one process only, so
 * a desk that uses it has to be stopped first.
 */
import { loadConfig } from '../src/config.js';
import { openDatabase } from '../src/database/data-source.js';
import { type ClassifierRecord, ClassifierStore } from '../src/triage/learning/classifier-store.js';

const BUILT_IN = 'built-in';
const logger = { info: () => undefined, warn: (_: object, message?: string) => console.warn(message) };

async function main([verb, version]: readonly string[]): Promise<void> {
  if (verb !== undefined && (verb !== 'use' || version === undefined)) {
    throw new Error('Say nothing to list the classifiers, or: use VERSION, or: use built-in.');
  }
  const database = await openDatabase(loadConfig().database, { logger, entities: [] });
  try {
    const store = new ClassifierStore(database.dataSource);
    if (version !== undefined && !(await store.use(version === BUILT_IN ? null : version))) {
      throw new Error(`There is no classifier ${version}.`);
    }
    print(await store.list());
  } finally {
    await database.close();
  }
}

function print(records: readonly ClassifierRecord[]): void {
  const builtInUsed = !records.some(({ inUse }) => inUse);
  const rows = records.map(({ version, inUse, createdAt, labelCount, scores }) => ({
    version,
    'in use': inUse ? 'yes' : '',
    trained: createdAt.toISOString(),
    labels: labelCount,
    ...compare('held-out labels', scores, 'heldOut'),
    ...compare('dev set', scores, 'dev'),
    why: scores.reason,
  }));
  console.table([...rows, { version: BUILT_IN, 'in use': builtInUsed ? 'yes' : '' }]);
}

function compare(title: string, { candidate, inUse }: ClassifierRecord['scores'], set: 'heldOut' | 'dev') {
  const percent = (share: number | null) => (share === null ? 'none' : `${(share * 100).toFixed(1)} %`);
  return { [title]: percent(candidate[set]), [`${title}, before`]: percent(inUse[set]) };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
