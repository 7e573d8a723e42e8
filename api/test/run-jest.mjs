import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

/** One run of Jest. A run that failed does not keep the next from telling what it finds. */
export function runJest(parameters, environment) {
  const { status } = spawnSync(process.execPath, [...flags, jest, ...parameters], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
