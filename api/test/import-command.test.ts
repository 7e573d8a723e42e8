import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pressControlC, runCommand, startCommand } from './support/command.js';
import { createEmbeddedTestDatabase } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { workDirectory } from './support/work-directory.js';

// A port on which nothing listens: whoever asks there goes to the database itself.
const unusedPort = '1';

let folder: string;
beforeEach(() => {
  folder = join(workDirectory(), `import-${randomBytes(6).toString('hex')}`);
  mkdirSync(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeFile(name: string, lines: readonly string[]): string {
  writeFileSync(join(folder, name), lines.join('\n'));
  return name;
}

const importFile = (args: readonly string[], env: NodeJS.ProcessEnv) =>
  runCommand('import', args, { folder, env: { DATABASE_URL: '', LLM_PROVIDER: 'none', ...env } });

function rejectsOf(name: string): { line: number; reason: string; row: unknown }[] {
  const lines = readFileSync(join(folder, `${name}.rejects.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

async function total(desk: TestDesk): Promise<number> {
  return (await desk.rest<{ total_tickets: number }>('GET', '/api/tickets/stats/')).body.total_tickets;
}

function messages(count: number, text: (index: number) => string = (index) => `Message ${index}.`): string[] {
  return Array.from({ length: count }, (_, index) => JSON.stringify({ text: text(index), external_id: `m-${index}` }));
}

test('where no desk runs, a file goes straight to the embedded database, its columns by other names', async () => {
  const database = await createEmbeddedTestDatabase();
  const file = writeFile('tickets.csv', [
    'Text;Category;Reported',
    '"The printer smokes. It is the one; near the door.";technical;2026-01-02T03:04:05Z',
    'Nobody knows;plumbing;',
    '"Never closed;billing;',
    'Good bye;;',
  ]);
  const mapping = ['--map', 'text=description', '--map', 'Reported=created_at'];
  const env = { PORT: unusedPort, DATA_DIR: database.directory };
  const { code, output } = await importFile([file, ...mapping], env);
  expect(output).toContain('2 imported, 2 rejected');
  expect(code).toBe(3);
  expect(rejectsOf(file)).toMatchObject([
    { line: 3, reason: 'category: "plumbing" is not a valid choice.', row: { text: 'Nobody knows' } },
    { line: 4, reason: 'A quote is opened and never closed.', row: null },
  ]);
  const desk = await startDesk({}, database);
  const { body } = await desk.rest('GET', '/api/tickets/');
  expect(body).toMatchObject([
    { title: 'Good bye', description: 'Good bye' },
    { title: 'The printer smokes.', category: 'technical', created_at: '2026-01-02T03:04:05.000Z' },
  ]);
  await desk.close();
});

test('a running desk is found and sent the file, rejects name its lines, and a second run doubles nothing', async () => {
  const desk = await startDesk();
  const env = { PORT: new URL(desk.url).port };
  const lines = messages(2_500, (index) => (index === 1_700 ? ' ' : `Message ${index}.`));
  const file = writeFile('messages.jsonl', [...lines.slice(0, 2_100), '', '{broken', ...lines.slice(2_100)]);
  const first = await importFile([file, '--map', 'text=description'], env);
  expect(first.errors).toContain(`Relaydesk at http://localhost:${env.PORT}`);
  expect(first).toMatchObject({ code: 3, output: expect.stringContaining('2,499 imported, 2 rejected') });
  expect(rejectsOf(file).map(({ line }) => line)).toEqual([1_701, 2_102]);
  expect(await total(desk)).toBe(2_499);

  const second = await importFile([file, '--map', 'text=description', '--url', desk.url], { PORT: unusedPort });
  expect(second.output).toContain('0 imported, 2,499 known already, 2 rejected');
  expect(await total(desk)).toBe(2_499);
  await desk.close();
});

test('a dry run tells what would become of the file, and imports nothing', async () => {
  const desk = await startDesk();
  const file = writeFile('messages.jsonl', [...messages(3), '[]']);
  const dryRun = [file, '--map', 'text=description', '--dry-run'];
  expect(await importFile(dryRun, { PORT: new URL(desk.url).port })).toMatchObject({
    code: 3,
    output: expect.stringContaining('Would be: 3 imported, 1 rejected'),
  });
  expect(rejectsOf(file)).toMatchObject([{ line: 4, reason: 'The line is not a JSON object.' }]);
  expect(await total(desk)).toBe(0);
  await desk.close();
});

test('a file of another tracker is mapped by preset and values, told of, and its bad rows can be mended and sent', async () => {
  const desk = await startDesk();
  const env = { PORT: new URL(desk.url).port };
  const file = writeFile('jira.tsv', [
    'Summary\tIssue key\tStatus\tCreated\tLabels',
    'Lamp\tOPS-1\tDone\t19.02.26\tx',
    'Door\tOPS-2\tParked\t20.02.26\ty',
    'Key\tOPS-3\tFound\t20.02.26\ty\tz',
  ]);
  const mapping = ['--value', 'status:Found=closed', '--date-format', 'DD.MM.YY'];
  const { code, output, errors } = await importFile([file, ...mapping], env);
  expect(errors).toContain('Separated by tabs. Read as an export of jira (--preset). Left out: Labels.');
  expect([code, output]).toEqual([3, expect.stringContaining('1 imported, 2 rejected')]);
  expect(rejectsOf(file)).toMatchObject([
    { line: 3, reason: 'status: "Parked" is not a valid choice.', row: { summary: 'Door' } },
    { line: 4, raw: 'Key\tOPS-3\tFound\t20.02.26\ty\tz', reason: expect.stringContaining('6 cells') },
  ]);
  const mendable = readFileSync(join(folder, 'jira.tsv.rejected.csv'), 'utf8');
  expect(mendable.split('\n')[1]).toBe('Door\tOPS-2\tParked\t20.02.26\ty');
  const mended = writeFile('mended.csv', [mendable.replace('Parked', 'Done').replace('\ty\tz', '\ty')]);
  expect(await importFile([mended, ...mapping], env)).toMatchObject({ code: 0 });
  const { body } = await desk.rest<object[]>('GET', '/api/tickets/?order=created_at');
  expect(body).toMatchObject([
    { title: 'Lamp', status: 'resolved', created_at: '2026-02-19T00:00:00.000Z' },
    { title: 'Door', status: 'resolved' },
    { title: 'Key', status: 'closed' },
  ]);
  expect((await importFile([file, ...mapping], env)).output).toContain('0 imported, 1 known already, 2 rejected');
  await desk.close();
});

test('Ctrl-C ends an import after the rows that are under way, and the desk has what it says', async () => {
  const database = await createEmbeddedTestDatabase();
  const file = writeFile('messages.jsonl', messages(100_000));
  const env = { DATABASE_URL: '', PORT: unusedPort, DATA_DIR: database.directory };
  const { child, result } = startCommand('import', [file, '--map', 'text=description'], { folder, env });
  const firstTenth = /^10 %/m;
  for (let errors = ''; !firstTenth.test(errors); ) errors += (await once(child.stderr, 'data'))[0];
  pressControlC(child);
  const { errors, output } = await result;
  const [, line] = /Stopped after line (\d+); what follows was not imported\./.exec(errors) ?? [];
  expect(Number(line)).toBeLessThan(100_000);
  expect(output).toContain(`${Number(line).toLocaleString('en')} imported, 0 rejected`);
  const desk = await startDesk({}, database);
  expect(await total(desk)).toBe(Number(line));
  await desk.close();
});

test.each([
  [['absent.csv'], 1, 'There is no file'],
  [['tickets.csv'], 1, 'No row has a description. The columns are name, text; name the right one'],
  [['tickets.csv', '--format', 'jsonl'], 1, 'The file has no row that can be read.'],
  [['tickets.txt'], 2, 'tickets.txt is neither .csv nor .jsonl'],
  [['tickets.csv', '--mpa', 'a=b'], 2, "Unknown option '--mpa'"],
  [['tickets.csv', '--map', 'text=descripton'], 2, '--map text=descripton is not COLUMN=FIELD'],
  [['tickets.csv', '--url', 'desk.example.org'], 2, 'is not an address'],
  [['tickets.csv', '--url', 'http://127.0.0.1:1'], 1, 'Nothing answers at http://127.0.0.1:1'],
  [['header.csv'], 1, 'No row was found in the file.'],
  [['double.csv'], 1, '"Text" (column 2) and "text" (column 3) are both description.', ['--map', 'text=description']],
  [['semicolon.csv', '--delimiter', 'comma'], 1, 'Cells were taken as separated by commas'],
  [['tickets.csv', '--delimiter', 'slash'], 2, '--delimiter slash is none of comma, semicolon, tab, pipe.'],
  [['tickets.csv', '--preset', 'lotus'], 2, '--preset lotus is none of zendesk, jira, freshdesk, github, none.'],
  [['tickets.csv', '--value', 'status=x'], 2, '--value status=x is not FIELD:VALUE=OURS'],
  [['tickets.csv', '--date-format', 'soon'], 2, '--date-format soon is no date format.'],
  [[], 2, 'Name the file to import.'],
])('%j is refused in a sentence', async (args, code, sentence, more: string[] = []) => {
  const database = await createEmbeddedTestDatabase();
  writeFile('tickets.csv', ['name,text', 'a,b']);
  writeFile('header.csv', ['title,description']);
  writeFile('double.csv', ['title,Text,text', 'a,b,c']);
  writeFile('semicolon.csv', ['title;description', 'a;b']);
  const result = await importFile([...args, ...more], { PORT: unusedPort, DATA_DIR: database.directory });
  expect(result.errors).toContain(sentence);
  expect(result.code).toBe(code);
  expect(existsSync(join(folder, 'tickets.csv.rejects.jsonl'))).toBe(false);
  await database.close();
});
