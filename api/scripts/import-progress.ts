import { Presets, SingleBar } from 'cli-progress';
import type { ImportTotals } from './import-run.js';

/** Tells how far an import is: a bar where a person watches, else a plain line at every tenth of the file. */
export type ImportProgressDisplay = { show(totals: ImportTotals): void; end(): void };

export function progressOn(stream: NodeJS.WriteStream, fileSize: number): ImportProgressDisplay {
  return stream.isTTY ? bar(stream, fileSize) : lines(stream, fileSize);
}

function bar(stream: NodeJS.WriteStream, fileSize: number): ImportProgressDisplay {
  const format = '{bar} {percentage} % · {counts} · {eta_formatted} left';
  const display = new SingleBar({ stream, format, hideCursor: true }, Presets.shades_classic);
  display.start(fileSize, 0, { counts: 'reading' });
  return {
    show: (totals) => display.update(Math.min(totals.bytesRead, fileSize), { counts: countsOf(totals) }),
    end: () => display.stop(),
  };
}

function lines(stream: NodeJS.WriteStream, fileSize: number): ImportProgressDisplay {
  let told = 0;
  return {
    show(totals) {
      const tenth = Math.floor((10 * totals.bytesRead) / fileSize);
      if (tenth <= told) return;
      told = tenth;
      stream.write(`${tenth * 10} % · ${countsOf(totals)}\n`);
    },
    end: () => undefined,
  };
}

/** "1,200 imported, 3 rejected" */
export function countsOf({ imported, duplicates, rejected }: ImportTotals): string {
  const parts = [`${shown(imported)} imported`, `${shown(rejected)} rejected`];
  if (duplicates > 0) parts.splice(1, 0, `${shown(duplicates)} known already`);
  return parts.join(', ');
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
