/** `npm start`: builds what is needed, then runs the desk in this process. Reads an optional .env at the repository's root. */
const oldest = [24, 11];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    `Relaydesk needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. On Linux run "npm ci", which brings one; elsewhere install it from nodejs.org.`,
  );
  process.exit(1);
}

const { existsSync } = await import('node:fs');
const { fileURLToPath } = await import('node:url');
const envFile = fileURLToPath(new URL('../../.env', import.meta.url));
if (existsSync(envFile)) process.loadEnvFile(envFile);

const { buildWhatIsStale } = await import('./build.mjs');
buildWhatIsStale();
await import('../dist/src/main.js');
