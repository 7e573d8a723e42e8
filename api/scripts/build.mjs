/** Compiles what differs from its sources: the api to api/dist, with its SQL and other data beside it, and the client to client/dist. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const isData = (path) => statSync(path).isDirectory() || !/\.(ts|tsx|test\.\w+)$/.test(path);

/** Compiled beside its place and moved there when it is whole, so that nobody meets half a build. */
function buildApi(stamp) {
  const place = join(root, 'api/dist');
  const unfinished = join(root, `api/dist/.unfinished-${process.pid}`);
  const old = join(root, `api/dist/.old-${process.pid}`);
  try {
    run('api', 'typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', unfinished]);
    cpSync(join(root, 'api/src'), join(unfinished, 'src'), { recursive: true, filter: isData });
    for (const part of ['src', 'scripts']) {
      if (existsSync(join(place, part))) renameSync(join(place, part), `${old}-${part}`);
      renameSync(join(unfinished, part), join(place, part));
    }
    writeFileSync(join(place, '.built-from'), stamp);
  } finally {
    for (const path of [unfinished, `${old}-src`, `${old}-scripts`]) rmSync(path, { recursive: true, force: true });
  }
}

function buildClient(stamp) {
  run('client', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  writeFileSync(join(root, 'client/dist/.built-from'), stamp);
}

function run(workspace, script, args) {
  const cwd = join(root, workspace);
  // Vite takes NODE_ENV from outside: built from within a test run it would ship React's development version.
  const env = { ...process.env, NODE_ENV: 'production' };
  // Standard output belongs to the command that needed the build.
  execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd, env, stdio: ['inherit', 2, 2] });
}

/** Changes with the name or content of any source, and with what its build reads from the environment. Null where there are no sources. */
function stampOf(workspace, patterns) {
  const hash = createHash('sha256').update(workspace === 'client' ? (process.env.VITE_API_URL ?? '') : '');
  if (!existsSync(join(root, workspace, 'src'))) return null;
  for (const path of patterns.flatMap((pattern) => globSync(`${workspace}/${pattern}`, { cwd: root })).sort()) {
    if (statSync(join(root, path)).isFile()) hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function buildIfStale({ workspace, tool, patterns, build }) {
  const stamp = stampOf(workspace, patterns);
  const builtFrom = join(root, workspace, 'dist/.built-from');
  const built = existsSync(builtFrom) ? readFileSync(builtFrom, 'utf8') : null;
  if (built !== null && (stamp === null || built === stamp)) return;
  if (!existsSync(join(root, 'node_modules', tool))) return refuse(workspace, built);
  console.error(`Building the ${workspace} …`);
  build(stamp);
}

/** Older files must not run in the place of what somebody has just installed. */
function refuse(workspace, built) {
  const state = built === null ? 'is not built' : 'was built from other sources than these';
  console.error(
    `The ${workspace} ${state}, and this install has no build tools. Run "npm ci && npm run build" first; then "npm ci --omit=dev" may remove the tools again.`,
  );
  process.exit(1);
}

const api = {
  workspace: 'api',
  tool: 'typescript',
  patterns: ['src/**/*', 'scripts/**/*', 'tsconfig*.json', 'package.json'],
  build: buildApi,
};

const client = {
  workspace: 'client',
  tool: 'vite',
  patterns: ['src/**/*', 'public/**/*', 'graphiql/**/*', 'reference/**/*', '*.html', '*.ts', 'package.json'],
  build: buildClient,
};

export function buildStaleApi() {
  buildIfStale(api);
}

export function buildWhatIsStale() {
  buildIfStale(api);
  buildIfStale(client);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await import('./environment.mjs');
  buildWhatIsStale();
}
