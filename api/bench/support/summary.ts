/** Makes the README's tables and the pictures from the newest result of each row, size, number of processes and database. */
import { readFileSync, writeFileSync } from 'node:fs';
import { median } from './figures.js';
import { type Bar, barPicture, type Curve, curvePicture } from './pictures.js';
import { type Result, resultsFile, shown, table, verdict } from './report.js';

const readme = new URL('../README.md', import.meta.url);
const rows = ['list', 'rest', 'stats', 'writes', 'paging', 'search', 'stream', 'start', 'protections', 'mail', 'soak'];

export function writeSummary(): void {
  const results = newest();
  const [start, end] = ['<!-- results -->', '<!-- end of results -->'];
  const [before = '', rest = ''] = readFileSync(readme, 'utf8').split(start);
  const after = rest.split(end)[1] ?? '';
  writeFileSync(readme, `${before}${start}\n\n${goals(results)}\n\n${details(results)}\n\n${end}${after}`);
  writeFileSync(new URL('../limit.svg', import.meta.url), limitPicture(results));
  writeFileSync(new URL('../size.svg', import.meta.url), sizePicture(results));
}

const kindOf = ({ database }: Result) => database.replace(/ .*/, '');

function newest(): Result[] {
  const lines = readFileSync(resultsFile, 'utf8').trim().split('\n');
  const results = lines.map((line): Result => JSON.parse(line));
  const byKey = new Map(
    results.map((result) => [`${result.row} ${result.size} ${result.workers} ${kindOf(result)}`, result]),
  );
  const place = ({ row, size, workers }: Result) => rows.indexOf(row) * 1e12 - size * 1e3 + workers;
  return [...byKey.values()].sort((one, other) => place(one) - place(other));
}

/** Every figure that has a goal, at the largest size that was measured. */
function goals(results: readonly Result[]): string {
  const largest = results.filter((result) =>
    results.every(
      (other) =>
        other.row !== result.row ||
        other.workers !== result.workers ||
        kindOf(other) !== kindOf(result) ||
        other.size <= result.size,
    ),
  );
  const lines = largest.flatMap((result) =>
    result.figures
      .filter(({ goal }) => goal)
      .map((figure) => {
        const { what, unit, samples } = figure;
        const spread = `${shown(Math.min(...samples))}–${shown(Math.max(...samples))}`;
        return `| ${place(result)} | ${what} | ${verdict(figure)} | ${shown(median(samples))} ${unit} | ${spread} |`;
      }),
  );
  return ['| Row | What | Goal | Median | Spread |', '|---|---|---|---|---|', ...lines].join('\n');
}

function place({ row, size, workers, database }: Result): string {
  const kind = database === 'embedded' ? ', embedded' : '';
  return `\`${row}\` ${size.toLocaleString('en')}${kind}${workers > 1 ? `, ${workers} processes` : ''}`;
}

function details(results: readonly Result[]): string {
  const parts = results.map(
    (result) =>
      `<details><summary>${place(result).replace(/`/g, '')} tickets, ${result.database}, ${result.date.slice(0, 10)}, ${result.machine}</summary>\n\n${table(result)}\n\n</details>`,
  );
  return parts.join('\n\n');
}

function medianOf({ figures }: Result, what: string): number {
  return median(figures.find((figure) => figure.what === what)?.samples ?? []);
}

function limitPicture(results: readonly Result[]): string {
  const lists = results.filter(({ row }) => row === 'list');
  const largest = Math.max(...lists.map(({ size }) => size));
  const groups = lists
    .filter(({ size }) => size === largest)
    .flatMap((result) =>
      [32, 8].map((each) => {
        const effort = `${each * result.workers} connections`;
        const names = result.figures.flatMap(({ what, unit }) =>
          unit === 'requests/s' && what.endsWith(`, ${effort}`) ? [what.replace(`, ${effort}`, '')] : [],
        );
        const limit = medianOf(result, `bare limit, ${effort}`);
        const bars = names.map(
          (name): Bar => ({
            label: name,
            value: medianOf(result, `${name}, ${effort}`) / limit,
            isOurs: name === 'Relaydesk',
          }),
        );
        const title = `${result.workers === 1 ? '1 process' : `${result.workers} processes`}, ${effort}`;
        return { title, bars, goal: result.workers === 1 ? 0.7 : 0.6 };
      }),
    );
  return barPicture('Requests a second for the list of 50, as a share of the bare limit', groups);
}

/** By row, the figures whose cost should not grow with the table. */
const curves: readonly [label: string, row: string, figure: RegExp][] = [
  ['first page', 'paging', /^page 1 of all tickets$/],
  ['the deepest page', 'paging', /^page \d+ of all tickets$/],
  ['total of a filter', 'paging', /^total of one category and status$/],
  ['statistics', 'stats', /^GraphQL, [\d,]+ tickets$/],
  ['search, common word', 'search', /^common$/],
  ['search, absent word', 'search', /^absent$/],
];

function sizePicture(results: readonly Result[]): string {
  const drawn = curves.map(([label, row, figure]): Curve => {
    const points = results
      .filter((result) => result.row === row && result.workers === 1 && kindOf(result) === 'PostgreSQL')
      .flatMap(({ size, figures }) => {
        const found = figures.find(({ what, unit }) => unit === 'ms' && figure.test(what));
        return found ? [{ x: size, y: median(found.samples) }] : [];
      });
    return { label, points: points.toSorted((one, other) => one.x - other.x) };
  });
  return curvePicture(
    'Milliseconds over HTTP against the number of tickets',
    'ms',
    drawn.filter(({ points }) => points.length > 0),
  );
}
