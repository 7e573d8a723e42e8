/**
 * `npm run conformance`: starts the built desk on a database of its own and lets third-party suites judge it, one line per
 * suite. Each suite answers how many of its checks passed, and what failed in a sentence each.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildWhatIsStale } from '../api/scripts/build.mjs';

const all = [
  ...[
    'graphql-http',
    'relay-compiler',
    'relay-runtime',
    'apollo-client',
    'urql',
    'subscriptions',
    'schema-rules',
    'openapi',
  ],
];
const suites = process.argv.length > 2 ? process.argv.slice(2) : all;
const main = fileURLToPath(new URL('../api/dist/src/main.js', import.meta.url));

async function startDesk(directory) {
  const environment = { LOG_LEVEL: 'warn', LLM_PROVIDER: 'none', RATE_LIMIT: 'off', PORT: '0', DATA_DIR: directory };
  const desk = spawn(process.execPath, [main], {
    env: { ...process.env, DATABASE_URL: '', POSTGRES_HOST: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(desk.stdout)) {
    const url = /^\s+Desk\s+(\S+)/.exec(line)?.[1];
    if (url) return { desk, url };
  }
  throw new Error('The desk did not start.');
}

buildWhatIsStale();
const directory = mkdtempSync(join(tmpdir(), 'relaydesk-conformance-'));
const { desk, url } = await startDesk(directory);
let failed = 0;
try {
  for (const name of suites) {
    const { judge } = await import(`./suites/${name}.mjs`);
    const { passed, failures } = await judge(url).catch((error) => ({ passed: 0, failures: [error.stack] }));
    failed += failures.length;
    console.log(`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} of ${passed + failures.length}`);
    for (const failure of failures) console.log(`       ${failure}`);
  }
} finally {
  desk.kill('SIGTERM');
  await once(desk, 'exit');
  rmSync(directory, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
