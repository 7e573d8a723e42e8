/**
 * `node .ci/summary.mjs FOLDER`: one line that sums up the results which the test runs wrote there. A run that wrote
 * nothing is a failure; only the run on a PostgreSQL server may be left out, and then all its tests are skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const runs = ['api', 'api-server', 'api-chaos', 'client', 'browser'];
const sum = { passed: 0, failed: 0, skipped: 0 };

function resultsOf(run) {
  const file = join(folder, `${run}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

for (const run of runs) {
  const results = resultsOf(run);
  if (results) {
    sum.passed += results.numPassedTests;
    sum.failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
    sum.skipped += results.numPendingTests + results.numTodoTests;
  } else if (run === 'api-server' && existsSync(join(folder, 'api.json'))) {
    console.error('The API tests did not run on a PostgreSQL server.');
    sum.skipped += resultsOf('api').numTotalTests;
    process.exitCode = 1;
  } else {
    console.error(`The run "${run}" left no results.`);
    sum.failed += 1;
  }
}
if (sum.passed === 0 || sum.failed > 0) process.exitCode = 1;
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
