/** Prints what was measured, and appends it to results.jsonl, from which the README's table and pictures are made. */
import { appendFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { type Figure, isMet, median } from './figures.js';

export type Result = {
  readonly row: string;
  readonly date: string;
  readonly machine: string;
  readonly database: string;
  readonly size: number;
  readonly workers: number;
  readonly figures: readonly Figure[];
};

export const resultsFile = new URL('../results.jsonl', import.meta.url);

export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

export function keep(result: Result): void {
  appendFileSync(resultsFile, `${JSON.stringify(result)}\n`);
}

export function table({ figures }: Result): string {
  const rows = figures.map((figure) => {
    const { what, unit, samples } = figure;
    const spread = `${shown(Math.min(...samples))}–${shown(Math.max(...samples))}`;
    return [what, `${shown(median(samples))} ${unit}`, spread, verdict(figure)];
  });
  const head = ['What', 'Median', 'Spread', 'Goal'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function verdict(figure: Figure): string {
  const { goal } = figure;
  if (!goal) return '';
  const text = 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
  return `${text} ${isMet(figure) ? 'met' : '**missed**'}`;
}

/** Three digits that count. */
export function shown(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}
