import { runJest } from './run-jest.mjs';

// Runs the suite on the embedded database, then on a PostgreSQL server where there is one, then the short form of the
// chaos tests. What is the same on either database runs once: tests beside the code, and those in `test/once`.
// Arguments go to Jest; the later runs write a given `--outputFile=x.json` as `x-server.json` and `x-chaos.json`, beside
// the first.
const parameters = process.argv.slice(2);
const written = (suffix) => parameters.map((one) => one.replace(/^(--outputFile=.*)\.json$/, `$1-${suffix}.json`));

runJest(parameters, { TEST_DATABASE: 'embedded' });
// In CI the run on a server is not left out: where there is none, it fails.
// What Jest leaves out comes last: it takes all that follows for more of the same.
const runsOnce = ['<rootDir>/src/', '<rootDir>/scripts/', '<rootDir>/test/once/'];
const onServer = ['--passWithNoTests', ...runsOnce.map((path) => `--testPathIgnorePatterns=${path}`)];
runJest([...written('server'), ...onServer], {
  TEST_DATABASE: process.env.CI === 'true' ? 'server' : 'server-if-found',
});
// One file after the other: what a fault costs is measured in seconds.
const inBand = written('chaos').filter((one) => !one.startsWith('--maxWorkers'));
runJest(['--config=chaos/jest.config.js', '--runInBand', ...inBand], { CHAOS: 'short' });
