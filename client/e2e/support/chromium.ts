/**
 * Finds a Chromium to drive. First choice is the one in the npm package: it is pinned, and needs no download. It is unpacked
 * once per version into the repository's cache, together with the libraries it carries for systems that lack them. Where it
 * cannot run, an installed browser is taken.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { repository } from './repository.js';

const run = promisify(execFile);

export interface Chromium {
  executablePath: string;
  env: Record<string, string>;
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export async function findChromium(): Promise<Chromium> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { executablePath: chosen, env: inherited() };
  for (const candidate of [
    ...(await unpacked()),
    ...installed.map((path) => ({ executablePath: path, env: inherited() })),
  ])
    if (existsSync(candidate.executablePath) && (await starts(candidate))) return candidate;
  throw new Error('No Chromium can be started here. Install one, or name it in CHROMIUM_PATH.');
}

/** The packaged browser as it is, and with its own libraries. It is built for Linux on x64. */
async function unpacked(): Promise<Chromium[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return [];
  const directory = await unpack();
  const executablePath = join(directory, 'chromium');
  const env = { ...inherited(), FONTCONFIG_FILE: join(directory, 'fonts.conf') };
  return [
    { executablePath, env },
    { executablePath, env: { ...env, LD_LIBRARY_PATH: join(directory, 'al2023', 'lib') } },
  ];
}

async function unpack(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const target = join(repository, '.cache', `browser-${version}`);
  if (existsSync(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  const beside = await mkdtemp(`${target}-`);
  await inflateInto(
    beside,
    ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => join(home, 'bin', name)),
  );
  await writeFile(join(beside, 'fonts.conf'), fontConfiguration(target));
  // Of two that unpack at once the slower finds the place taken by a non-empty directory, and uses that.
  await rename(beside, target).catch(() => rm(beside, { recursive: true }));
  return target;
}

/** The package unpacks without regard to versions: so each version gets a directory of its own. */
async function inflateInto(directory: string, archives: string[]): Promise<void> {
  const script = join(repository, 'client/e2e/support/unpack.js');
  await run(process.execPath, [script, ...archives], { env: { ...inherited(), TMPDIR: directory } });
}

/** The system's fonts and the packaged one: where there is none at all, letters have no size and nothing counts as visible. */
function fontConfiguration(directory: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(directory, 'fonts')}</dir>
  <cachedir>${join(directory, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

async function starts({ executablePath, env }: Chromium): Promise<boolean> {
  return run(executablePath, ['--version'], { env }).then(
    () => true,
    () => false,
  );
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
