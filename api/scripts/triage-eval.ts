/**
 * `npm run triage:eval -- FILE [--engine local|model] [--price-in USD --price-out USD]`: replays labelled tickets (JSONL
 * with `category`, `priority`, and `text` or `title` and `description`) through the configured engines and prints how
 * well they did, as text and as one line of JSON per engine. Prices are per million tokens. No ticket is stored, no
 * answer is cached and no budget is charged.
 */
import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { prettifyError, ZodError } from 'zod';
import { loadConfig, type TriageConfig } from '../src/config.js';
import { ChatClient } from '../src/triage/engines/llm/chat-client.js';
import { ModelCircuit } from '../src/triage/engines/llm/model-circuit.js';
import { ModelEngine } from '../src/triage/engines/llm/model-engine.js';
import { Negotiator } from '../src/triage/engines/llm/negotiator.js';
import { chooseModel } from '../src/triage/engines/llm/providers.js';
import { applyProxy } from '../src/triage/engines/llm/proxy.js';
import { loadBuiltInClassifier } from '../src/triage/engines/local/local-classifier.js';
import { localClassification } from '../src/triage/engines/local-engine.js';
import type { Report } from '../src/triage/learning/evaluation.js';
import {
  type Classify,
  type LabelledTicket,
  labelledTicket,
  type Prices,
  type ReplayReport,
  replay,
} from '../src/triage/learning/replay.js';

const PARALLEL_CALLS = 4;
/** Patience of an evaluation, not of a person who types. */
const CALL_TIMEOUT_MS = 30_000;

async function readRows(file: string): Promise<LabelledTicket[]> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const rows: LabelledTicket[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    number += 1;
    if (line.trim() !== '') rows.push(readRow(line, number));
  }
  if (rows.length === 0) throw new Error(`${file} has no tickets.`);
  return rows;
}

function readRow(line: string, number: number): LabelledTicket {
  try {
    return labelledTicket.parse(JSON.parse(line));
  } catch (error) {
    const reason = error instanceof ZodError ? prettifyError(error) : 'it is not valid JSON';
    throw new Error(`Line ${number} is no labelled ticket: ${reason}. Nothing was judged.`, { cause: error });
  }
}

function localClassify(): Classify {
  const classifier = loadBuiltInClassifier();
  return async (ticket) => localClassification(classifier, ticket);
}

function modelClassify(triage: TriageConfig): Classify | null {
  const { target } = chooseModel(triage);
  if (!target) return null;
  applyProxy(triage.proxy);
  const model = new Negotiator(new ChatClient(target));
  const circuit = new ModelCircuit(model.name, triage.pauseMs, pino());
  const nothingShared = { find: async () => null, keep: async () => {}, spend: async () => true };
  const engine = new ModelEngine(model, circuit, nothingShared, CALL_TIMEOUT_MS);
  return (ticket) => engine.classify({ ticket, examples: [], client: 'triage-eval', budgetMs: CALL_TIMEOUT_MS });
}

/** Those that are configured, or the one that is asked for. */
function chosenEngines(engine: string | undefined): [name: string, classify: Classify][] {
  const all = { local: localClassify(), model: modelClassify(loadConfig().triage) };
  if (engine !== undefined && !Object.hasOwn(all, engine)) throw new Error('--engine must be local or model.');
  if (engine === 'model' && !all.model) {
    throw new Error('No language model is configured. Set one in .env, then try it with npm run llm:doctor.');
  }
  return Object.entries(all).flatMap(([name, classify]) =>
    classify && (engine ?? name) === name ? [[name, classify]] : [],
  );
}

function printReport(report: ReplayReport): void {
  const { engine, version, answered, failed, latencyMs, tokens, costUsd } = report;
  console.log(`\n${engine} (${version}): ${answered} answered, ${failed} failed`);
  console.log(
    `latency p50 ${latencyMs.p50} ms, p95 ${latencyMs.p95} ms; tokens ${tokens.input} in, ${tokens.output} out`,
  );
  console.log(
    `estimated cost: ${costUsd === null ? 'unknown without --price-in and --price-out' : `${costUsd.toFixed(4)} USD`}`,
  );
  printField('category', report.category);
  printField('priority', report.priority, `, within one level ${percent(report.priority.withinOneLevel)}`);
}

function printField<Label extends string>(name: string, report: Report<Label>, more = ''): void {
  const macroF1 = report.macroF1.toFixed(3);
  console.log(`\n${name}: ${report.count} labelled, accuracy ${percent(report.accuracy)}, macro-F1 ${macroF1}${more}`);
  console.log(`calibration error ${report.calibrationError.toFixed(3)}; rows are labels, columns are answers:`);
  console.table(report.confusion);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { engine: { type: 'string' }, 'price-in': { type: 'string' }, 'price-out': { type: 'string' } },
  });
  const [file] = positionals;
  if (!file) throw new Error('Name a JSONL file with labelled tickets: npm run triage:eval -- FILE');
  const engines = chosenEngines(values.engine);
  // npm runs this at the repository's root; the path is meant from where npm was called.
  const rows = await readRows(resolve(process.env.INIT_CWD ?? '.', file));
  const prices: Prices | null =
    values['price-in'] && values['price-out']
      ? { input: Number(values['price-in']), output: Number(values['price-out']) }
      : null;
  for (const [name, classify] of engines) {
    const report = await replay(rows, classify, { parallel: name === 'model' ? PARALLEL_CALLS : 1, prices });
    printReport(report);
    console.log(JSON.stringify(report));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
