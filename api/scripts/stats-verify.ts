/** `npm run stats:verify [-- --check]`: counts every ticket, compares with the counters of the statistics, and repairs them. */
import { loadConfig } from '../src/config.js';
import { openDatabase } from '../src/database/data-source.js';
import { silentLogger } from '../src/logger.js';
import { type Difference, verifyStats } from '../src/stats/stats-verify.js';

function told(differences: readonly Difference[], repair: boolean): string {
  if (differences.length === 0) return 'Every counter is what a full count gives.';
  const lines = differences.map(
    ({ counter, missing }) => `  ${counter}: ${Math.abs(missing)} too ${missing > 0 ? 'few' : 'many'}`,
  );
  return `${differences.length} counters ${repair ? 'were wrong and are repaired' : 'are wrong'}:\n${lines.join('\n')}`;
}

try {
  const [option, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (option !== undefined && option !== '--check')) {
    throw new Error(
      'Usage: npm run stats:verify [-- --check]   (--check only compares, and ends with 1 on a difference)',
    );
  }
  const repair = option === undefined;
  // Counting takes as long as it takes.
  const config = { ...loadConfig(process.env).database, statementTimeoutMs: null };
  const database = await openDatabase(config, { logger: silentLogger, entities: [] });
  try {
    const differences = await verifyStats(database.dataSource, { repair });
    console.log(told(differences, repair));
    if (differences.length > 0 && !repair) process.exitCode = 1;
  } finally {
    await database.close();
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
