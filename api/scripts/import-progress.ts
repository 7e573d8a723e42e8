import { Presets, SingleBar } from 'cli-progress';
import type { ImportProgress } from '../src/imports/import.service.js';

/** Tells how far an import is: a bar where a person watches, else a plain line at every tenth of it. */
export type ImportProgressDisplay = { show(done: number, counts: ImportProgress): void; end(): void };

export function progressOn(stream: NodeJS.WriteStream, total: number): ImportProgressDisplay {
  return stream.isTTY ? bar(stream, total) : lines(stream, total);
}

function bar(stream: NodeJS.WriteStream, total: number): ImportProgressDisplay {
  const format = '{bar} {percentage} % · {counts} · {eta_formatted} left';
  const display = new SingleBar({ stream, format, hideCursor: true }, Presets.shades_classic);
  display.start(total, 0, { counts: 'reading' });
  return {
    show: (done, counts) => display.update(done, { counts: countsOf(counts) }),
    end: () => display.stop(),
  };
}

function lines(stream: NodeJS.WriteStream, total: number): ImportProgressDisplay {
  let told = 0;
  return {
    show(done, counts) {
      const tenth = Math.floor((10 * done) / total);
      if (tenth <= told) return;
      told = tenth;
      stream.write(`${tenth * 10} % · ${countsOf(counts)}\n`);
    },
    end: () => undefined,
  };
}

/** "1,200 imported, 3 rejected" */
export function countsOf({ imported, duplicates, rejected }: ImportProgress): string {
  const parts = [`${shown(imported)} imported`, `${shown(rejected)} rejected`];
  if (duplicates > 0) parts.splice(1, 0, `${shown(duplicates)} known already`);
  return parts.join(', ');
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
