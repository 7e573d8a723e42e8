import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { layOutImage } from '../support/image-layout.js';
import { killServers, startServer } from '../support/server-process.js';

/** Every command runs where the product runs: on the built files, with the packages of production and no sources. */
let image: string;
beforeAll(() => {
  image = layOutImage();
});
afterAll(async () => {
  await killServers();
  rmSync(image, { recursive: true, force: true });
});

const data = (name: string) => ({ DATA_DIR: join(image, name), DATABASE_URL: '', PORT: '1' });

const run = (command: string, args: readonly string[], environment: Record<string, string>, input?: Buffer) =>
  runScript('run', [command, ...args], environment, input);

async function runScript(
  script: 'run' | 'start',
  args: readonly string[],
  environment: Record<string, string>,
  input?: Buffer,
) {
  const child: ChildProcess = spawn(process.execPath, [`api/scripts/${script}.mjs`, ...args], {
    cwd: image,
    env: { PATH: process.env.PATH, LLM_PROVIDER: 'none', ...environment },
  });
  const [output, errors]: [Buffer[], Buffer[]] = [[], []];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => errors.push(chunk));
  child.stdin?.end(input);
  const [code] = await once(child, 'close');
  return { code, output: Buffer.concat(output), errors: Buffer.concat(errors).toString() };
}

test('the layout has nothing that only development needs', () => {
  for (const path of ['node_modules/@swc/core', 'node_modules/typescript', 'api/test', 'api/src', 'client']) {
    expect(existsSync(join(image, path))).toBe(false);
  }
});

test('tickets are seeded, imported, counted, backed up through a pipe and restored through another', async () => {
  const seeded = await run('seed', ['--count', '20'], data('first'));
  expect(seeded).toMatchObject({ code: 0, errors: expect.stringContaining('20 imported') });
  writeFileSync(join(image, 'tickets.csv'), 'title,description\nFrom a file,It came in.\n');
  expect(await run('import', ['tickets.csv'], data('first'))).toMatchObject({ code: 0 });
  const verified = await run('stats:verify', ['--check'], data('first'));
  expect(verified.output.toString()).toBe('Every counter is what a full count gives.\n');

  const backup = await run('backup', ['-'], data('first'));
  expect(backup).toMatchObject({
    code: 0,
    errors: expect.stringMatching(/^\d+ rows were written to standard output\.\n$/),
  });
  const restored = await run('restore', ['-'], data('second'), backup.output);
  expect(restored).toMatchObject({ code: 0, errors: '' });

  const file = join(image, 'desk.backup');
  expect(await run('backup', [file], data('second'))).toMatchObject({ code: 0 });
  expect(readFileSync(file).length).toBeGreaterThan(100);

  const desk = await startServer({ ...data('second'), PORT: '0' }, [join(image, 'api/dist/src/main.js')]);
  const tickets = (await (await fetch(`${desk.url}/api/tickets/?limit=1`)).json()) as { title: string }[];
  expect(tickets).toHaveLength(1);
  desk.child.kill('SIGTERM');
  expect((await desk.exited).code).toBe(0);
});

test('triage is examined', async () => {
  expect((await run('triage:models', [], data('third'))).output.toString()).toContain('built-in');
  writeFileSync(
    join(image, 'labelled.jsonl'),
    `${JSON.stringify({ text: 'I was charged twice', category: 'billing' })}\n`,
  );
  const evaluation = await run('triage:eval', ['labelled.jsonl', '--engine', 'local'], data('third'));
  expect(evaluation).toMatchObject({ code: 0, errors: '' });
  expect(await run('llm:doctor', [], data('third'))).toMatchObject({
    code: 1,
    errors: expect.stringContaining('No language model is configured'),
  });
});

test('an unknown command is told which there are', async () => {
  expect(await run('constructor', [], {})).toMatchObject({ code: 2, errors: expect.stringContaining('stats:verify') });
});

test('npm start says what to do where nothing is built, or the build is of other sources, and there are no tools', async () => {
  expect(await runScript('start', [], data('fourth'))).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^The client is not built.*"npm ci && npm run build"/),
  });
  const sources = join(image, 'api/src');
  mkdirSync(sources);
  writeFileSync(join(sources, 'main.ts'), 'export {};\n');
  try {
    expect(await runScript('start', [], data('fourth'))).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^The api was built from other sources.*"npm ci && npm run build"/),
    });
  } finally {
    rmSync(sources, { recursive: true });
  }
});
