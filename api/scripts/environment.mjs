/** What every command begins with: a Node that is new enough, and the optional .env at the repository's root. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cutOff } from './env-file.mjs';

const oldest = [24, 11];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    `Relaydesk needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. On Linux run "npm ci", which brings one; elsewhere install it from nodejs.org.`,
  );
  process.exit(1);
}

const envFile = fileURLToPath(new URL('../../.env', import.meta.url));
if (existsSync(envFile)) {
  const fault = cutOff(readFileSync(envFile, 'utf8'));
  if (fault) {
    console.error(fault);
    process.exit(1);
  }
  process.loadEnvFile(envFile);
}
