/**
 * Replays labelled tickets through an engine and sums up how it did: hits and misses per field, latency, tokens and, where
 * prices are known, cost. Fields below their threshold count as the default that would have been offered.
 */
import { z } from 'zod';
import { TicketCategory, TicketPriority } from '../../tickets/fields/ticket-values.js';
import type { TicketText } from '../../tickets/write/triage-port.js';
import type { Usage } from '../engines/llm/completion.js';
import type { Classification, Suggested, SuggestedField } from '../suggestions/classification.js';
import { applyThresholds } from '../suggestions/thresholds.js';
import { evaluate, type Report, type Scored, withinOneLevel } from './evaluation.js';

/** One line of a labelled file; a missing or null label is not judged. */
export const labelledTicket = z
  .object({
    text: z.string().optional(),
    title: z.string().default(''),
    description: z.string().optional(),
    category: z.enum(TicketCategory).nullable().default(null),
    priority: z.enum(TicketPriority).nullable().default(null),
  })
  .transform(({ text, title, description, category, priority }) => ({
    ticket: { title, description: description ?? text ?? '' },
    category,
    priority,
  }));
export type LabelledTicket = z.infer<typeof labelledTicket>;

/** An engine, as far as replaying is concerned; it rejects when it has no answer. */
export type Classify = (ticket: TicketText) => Promise<Classification & { usage?: Usage | null }>;

/** US dollars per million tokens. */
export type Prices = { input: number; output: number };

export type ReplayReport = {
  engine: string;
  version: string;
  answered: number;
  failed: number;
  category: Report<TicketCategory>;
  priority: Report<TicketPriority> & { withinOneLevel: number };
  latencyMs: { p50: number; p95: number };
  tokens: { input: number; output: number };
  /** Null without prices. */
  costUsd: number | null;
};

type Answer = { row: LabelledTicket; suggested: Suggested; usage: Usage | null; latencyMs: number };

/** @throws Error when the engine answers nothing at all. */
export async function replay(
  rows: readonly LabelledTicket[],
  classify: Classify,
  options: { parallel: number; prices: Prices | null },
): Promise<ReplayReport> {
  const answers = await answerAll(rows, classify, options.parallel);
  const [first] = answers;
  if (!first) throw new Error('The engine answered none of the tickets.');
  const priorities = Object.values(TicketPriority);
  const priorityRows = scored(answers, 'priority');
  return {
    engine: first.suggested.engine,
    version: first.suggested.version,
    answered: answers.length,
    failed: rows.length - answers.length,
    category: evaluate(Object.values(TicketCategory), scored(answers, 'category')),
    priority: { ...evaluate(priorities, priorityRows), withinOneLevel: withinOneLevel(priorities, priorityRows) },
    latencyMs: percentiles(answers.map((answer) => answer.latencyMs)),
    ...expenses(answers, options.prices),
  };
}

/** `parallel` workers take the next row as soon as they are free. */
async function answerAll(rows: readonly LabelledTicket[], classify: Classify, parallel: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  const queue = rows.values();
  const work = async () => {
    for (const row of queue) {
      const answer = await answerOne(row, classify);
      if (answer) answers.push(answer);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return answers;
}

async function answerOne(row: LabelledTicket, classify: Classify): Promise<Answer | null> {
  const start = performance.now();
  try {
    const { usage, ...classification } = await classify(row.ticket);
    const latencyMs = performance.now() - start;
    return { row, suggested: applyThresholds(classification, Math.round(latencyMs)), usage: usage ?? null, latencyMs };
  } catch {
    // A failure is a figure of the report; why it failed is the engine's own log.
    return null;
  }
}

function scored(answers: readonly Answer[], field: 'category'): Scored<TicketCategory>[];
function scored(answers: readonly Answer[], field: 'priority'): Scored<TicketPriority>[];
function scored(answers: readonly Answer[], field: 'category' | 'priority'): Scored<string>[] {
  return answers.flatMap(({ row, suggested }) => {
    const expected = row[field];
    const { value, confidence }: SuggestedField<string> = suggested[field];
    return expected === null ? [] : [{ expected, predicted: value, confidence }];
  });
}

function percentiles(values: readonly number[]): { p50: number; p95: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 100) / 100;
  return { p50: at(0.5), p95: at(0.95) };
}

function expenses(answers: readonly Answer[], prices: Prices | null): Pick<ReplayReport, 'tokens' | 'costUsd'> {
  const tokens = { input: 0, output: 0 };
  for (const { usage } of answers) {
    tokens.input += usage?.inputTokens ?? 0;
    tokens.output += usage?.outputTokens ?? 0;
  }
  const costUsd = prices && (tokens.input * prices.input + tokens.output * prices.output) / 1_000_000;
  return { tokens, costUsd };
}
