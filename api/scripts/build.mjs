/** Compiles what is older than its sources: the api to api/dist, with its SQL and other data beside it, and the client to client/dist. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const isData = (path) => statSync(path).isDirectory() || !/\.(ts|tsx|test\.\w+)$/.test(path);

function buildApi(stamp) {
  rmSync(join(root, 'api/dist'), { recursive: true, force: true });
  run('api', 'typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  cpSync(join(root, 'api/src'), join(root, 'api/dist/src'), { recursive: true, filter: isData });
  writeFileSync(join(root, 'api/dist/.built-from'), stamp);
}

function buildClient(stamp) {
  run('client', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  writeFileSync(join(root, 'client/dist/.built-from'), stamp);
}

function run(workspace, script, args) {
  const cwd = join(root, workspace);
  // Vite takes NODE_ENV from outside: built from within a test run it would ship React's development version.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd, env, stdio: 'inherit' });
}

/** Changes with any source's name, size or time, and with what the build reads from the environment. */
function stampOf(workspace, patterns) {
  const hash = createHash('sha256').update(`${process.version} ${process.env.VITE_API_URL ?? ''}`);
  for (const path of patterns.flatMap((pattern) => globSync(`${workspace}/${pattern}`, { cwd: root })).sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function buildIfStale(workspace, patterns, build) {
  const stamp = stampOf(workspace, patterns);
  const builtFrom = join(root, workspace, 'dist/.built-from');
  if (existsSync(builtFrom) && readFileSync(builtFrom, 'utf8') === stamp) return;
  console.log(`Building the ${workspace} …`);
  build(stamp);
}

export function buildStaleApi() {
  buildIfStale('api', ['src/**/*', 'scripts/**/*', 'tsconfig*.json', 'package.json'], buildApi);
}

export function buildWhatIsStale() {
  buildStaleApi();
  buildIfStale('client', ['src/**/*', 'public/**/*', 'graphiql/**/*', '*.html', '*.ts', 'package.json'], buildClient);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildWhatIsStale();
