import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCommand } from '../support/command.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relaydesk-eval-'));
  const good = JSON.stringify({
    text: 'I was charged twice, please refund one.',
    category: 'billing',
    priority: 'high',
  });
  writeFileSync(join(folder, 'good.jsonl'), `${good}\n\n`);
  writeFileSync(join(folder, 'broken.jsonl'), `${good}\n{broken\n`);
  writeFileSync(join(folder, 'wrong.jsonl'), `${good}\n\n{"text":"Help","category":"plumbing"}\n`);
  writeFileSync(join(folder, 'empty.jsonl'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const evaluate = (...args: string[]) => runCommand('triage:eval', args, { folder, env: { LLM_PROVIDER: 'none' } });

test('labelled tickets are judged by the engines that are configured, as text and as a line of JSON', async () => {
  const { code, output } = await evaluate('good.jsonl');
  expect(code).toBe(0);
  const report = JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
  expect(report).toMatchObject({ engine: 'local classifier', answered: 1, failed: 0, category: { accuracy: 1 } });
});

test.each([
  [['missing.jsonl'], /^There is no file .*missing\.jsonl\.\n$/],
  [['empty.jsonl'], /empty\.jsonl has no tickets\.\n$/],
  [['broken.jsonl'], /^Line 2 is no labelled ticket: it is not valid JSON\. Nothing was judged\.\n$/],
  [['wrong.jsonl'], /^Line 3 is no labelled ticket: [\s\S]*category/],
  [['good.jsonl', '--engine', 'oracle'], /^--engine must be local or model\.\n$/],
  [['good.jsonl', '--engine', 'model'], /^No language model is configured\..*llm:doctor/],
])('%j is refused in a sentence', async (args, sentence) => {
  const { code, errors } = await evaluate(...args);
  expect(code).toBe(1);
  expect(errors).toMatch(sentence);
});
