import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// Runs the suite on the embedded database, then on a PostgreSQL server where there is one. Arguments go to Jest; the
// second run writes a given `--outputFile=x.json` as `x-server.json`, beside the first.
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const parameters = process.argv.slice(2);

run('embedded', parameters);
run(
  'server-if-found',
  parameters.map((parameter) => parameter.replace(/^(--outputFile=.*)\.json$/, '$1-server.json')),
);

function run(database, jestParameters) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const { status } = spawnSync(process.execPath, [...flags, jest, ...jestParameters], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, TEST_DATABASE: database },
    stdio: 'inherit',
  });
  // A run that failed does not keep the other from telling what it finds.
  if (status !== 0) process.exitCode = 1;
}
