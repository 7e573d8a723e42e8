/** `npm run images [-- VERSION]`: builds the container images of a release, tagged with its version and `latest`. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const images = ['relaydesk-api', 'relaydesk-client'];

const run = (program, parameters, env = {}) =>
  execFileSync(program, parameters, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });

function wantedVersion() {
  const [version = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).version, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || !/^[a-z0-9][\w.-]{0,127}$/i.test(version))
    throw new Error('Usage: npm run images [-- VERSION]');
  return version;
}

/** A tag promises that the same sources can be found again. */
function refuseUncommitted() {
  const changes = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (changes !== '') throw new Error(`Commit these first, an image is built of committed sources only:\n${changes}`);
}

try {
  const version = wantedVersion();
  refuseUncommitted();
  run('docker', ['compose', 'build'], { RELAYDESK_TAG: version });
  for (const image of images) run('docker', ['tag', `${image}:${version}`, `${image}:latest`]);
  console.log(
    `Built ${images.map((image) => `${image}:${version}`).join(' and ')}. RELAYDESK_TAG=${version} docker compose up runs them.`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
