/**
 * What the local classifier costs: the size of its artefact, how long it takes to load, to answer ordinary tickets, and to
 * answer 100,000 characters of anything. Prints each figure beside its limit and fails when one is over.
 *
 *     node --import ./scripts/development/typescript.mjs bench/triage/latency.ts
 */
import { statSync } from 'node:fs';
import type { LocalClassifier } from '../../src/triage/engines/local/local-classifier.js';

const characters = 100_000;
const runsPerInput = 5;

const awkward: Record<string, string> = {
  'one letter': 'a',
  'addresses without end': 'a@',
  spaces: ' ',
  'line breaks': '\n',
  apostrophes: "'",
  'question marks': '?',
  'short words': 'a ',
  'words of the lexicon': 'refund outage password ',
  'numbers with separators': '1,234',
  'stacked accents': 'e\u0301\u0323\u0302',
  'ligatures that unfold': '\ufdfa',
  'zero-width characters': '\u200b',
  'half an emoji': '\ud83d',
  'angle brackets': '<<>>',
};

const artefact = new URL('../../src/triage/engines/local/classifier.bin', import.meta.url);
/** Modules included: what the first ticket after a start waits for. */
const loading = performance.now();
const { loadBuiltInClassifier } = await import('../../src/triage/engines/local/local-classifier.js');
const classifier = loadBuiltInClassifier();
const loadMs = performance.now() - loading;
const { readCorpus } = await import('../../src/triage/engines/local/corpus.js');

const ordinary = [...readCorpus('dev'), ...readCorpus('holdout')]
  .map(({ text }) => timed(classifier, text))
  .sort((one, other) => one - other);
const worst = Object.entries(awkward).map(([name, part]) => {
  const text = part.repeat(Math.ceil(characters / part.length)).slice(0, characters);
  return [name, Math.max(...Array.from({ length: runsPerInput }, () => timed(classifier, text)))] as const;
});

function timed(subject: LocalClassifier, description: string): number {
  const start = performance.now();
  subject.predict({ description });
  return performance.now() - start;
}

const figures = [
  { figure: 'artefact, kB', value: statSync(artefact).size / 1000, limit: 1_500 },
  { figure: 'load with modules, ms', value: loadMs, limit: 80 },
  { figure: 'ordinary ticket, p50 ms', value: ordinary[Math.floor(ordinary.length * 0.5)] ?? 0, limit: 2 },
  { figure: 'ordinary ticket, p95 ms', value: ordinary[Math.floor(ordinary.length * 0.95)] ?? 0, limit: 3 },
  ...worst.map(([name, value]) => ({ figure: `100,000 characters: ${name}, ms`, value, limit: 50 })),
];
console.table(figures.map((row) => ({ ...row, value: Math.round(row.value * 100) / 100 })));
const over = figures.filter(({ value, limit }) => value > limit);
if (over.length > 0) {
  console.error(`Over the limit: ${over.map(({ figure }) => figure).join('; ')}.`);
  process.exitCode = 1;
}
