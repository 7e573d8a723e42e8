/**
 * What a hundred decisions of a team are worth on a domain that the corpus knows nothing of. Takes a labelled file (JSONL
 * with `text` and `category`), splits it by hash, lets the desk's own training learn a hundred tickets of one side, and
 * measures category accuracy on the other; five times, with other tickets each time.
 *
 *     node --import ./scripts/development/typescript.mjs bench/triage/learn-domain.ts FILE [--decisions 100]
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { TicketCategory } from '../../src/tickets/fields/ticket-values.js';
import { LocalClassifier, loadBuiltInClassifier } from '../../src/triage/engines/local/local-classifier.js';
import { Random } from '../../src/triage/engines/local/random.js';
import { type LabelledTicket, labelledTicket } from '../../src/triage/learning/replay.js';
import type { LabelledText } from '../../src/triage/learning/retraining.js';
import { trainInThread } from '../../src/triage/learning/training-thread.js';

const seeds = [1, 2, 3, 4, 5];
/** One ticket in this many may be learned from; the rest is what is measured. */
const poolShare = 3;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { decisions: { type: 'string', default: '100' } },
});
const [file] = positionals;
if (!file) throw new Error('Name a JSONL file of tickets with "text" and "category".');
const decisions = Number(values.decisions);

const rows = readFileSync(resolve(file), 'utf8')
  .trim()
  .split('\n')
  .map((line) => labelledTicket.parse(JSON.parse(line)))
  .filter(({ category }) => category !== null);
const inPool = ({ ticket }: LabelledTicket) =>
  createHash('sha256').update(ticket.description).digest().readUInt32BE(0) % poolShare === 0;
const pool = rows.filter(inPool);
const rest = rows.filter((row) => !inPool(row));

console.log(`${rows.length} tickets: ${pool.length} to learn from, ${rest.length} to measure`);
console.log('to measure, by category:', balance(rest));

const before = accuracy(loadBuiltInClassifier(), rest);
const runs = [];
for (const seed of seeds) {
  const learned = new Random(seed)
    .order(pool.length)
    .slice(0, decisions)
    .map((index) => pool[index] as LabelledTicket);
  const { artefact } = await trainInThread({ labels: learned.map(decisionOn), heldOut: [], inUse: null });
  const after = accuracy(LocalClassifier.load(artefact), rest);
  runs.push({ seed, learned: JSON.stringify(balance(learned)), before, after, gain: after - before });
}
console.table(
  runs.map((run) => ({ ...run, before: percent(run.before), after: percent(run.after), gain: percent(run.gain) })),
);
const gains = runs.map(({ gain }) => gain);
console.log(
  `gain: mean ${percent(gains.reduce((sum, gain) => sum + gain, 0) / gains.length)}, least ${percent(Math.min(...gains))} points`,
);

function decisionOn({ ticket, category }: LabelledTicket): LabelledText {
  return { ...ticket, category, priority: null, confirmed: false };
}

function accuracy(classifier: LocalClassifier, tickets: readonly LabelledTicket[]): number {
  const hits = tickets.filter(({ ticket, category }) => classifier.predict(ticket).category.value === category);
  return hits.length / tickets.length;
}

function balance(tickets: readonly LabelledTicket[]): Partial<Record<TicketCategory, number>> {
  const counts: Partial<Record<TicketCategory, number>> = {};
  for (const { category } of tickets) if (category) counts[category] = (counts[category] ?? 0) + 1;
  return counts;
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
