import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

/** The last line of CI counts every test: what failed, and what did not run at all. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relaydesk-summary-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = join(import.meta.dirname, '../../../.ci/summary.mjs');
const green = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, numTotalTests: 11 };

function summary(runs: readonly string[], changed: Record<string, object> = {}) {
  for (const run of runs) {
    const results = { ...green, numRuntimeErrorTestSuites: 0, ...changed[run] };
    writeFileSync(join(folder, `${run}.json`), JSON.stringify(results));
  }
  const { status, stdout } = spawnSync(process.execPath, [program, folder], { encoding: 'utf8' });
  return { status, last: stdout.trimEnd().split('\n').at(-1) };
}

const all = ['api', 'api-server', 'api-chaos', 'client', 'browser'];

test('all runs are summed, skipped tests too', () => {
  expect(summary(all)).toEqual({ status: 0, last: '50 passed, 0 failed, 5 skipped' });
});

test('a failed test and a file that could not be run both count as failed', () => {
  const changed = { client: { numFailedTests: 2 }, browser: { numRuntimeErrorTestSuites: 1 } };
  expect(summary(all, changed)).toEqual({ status: 1, last: '50 passed, 3 failed, 5 skipped' });
});

test('without a PostgreSQL server its whole run counts as skipped, and CI fails', () => {
  const runs = all.filter((run) => run !== 'api-server');
  expect(summary(runs)).toEqual({ status: 1, last: '40 passed, 0 failed, 15 skipped' });
});

test('a run that broke off before it wrote its results is a failure', () => {
  const runs = all.filter((run) => run !== 'browser');
  expect(summary(runs)).toEqual({ status: 1, last: '40 passed, 1 failed, 4 skipped' });
});
