/**
 * What the client costs a person, in a real browser on the built desk: the median of five of each figure, as a table for
 * the README. Names of measures as arguments leave out the others. Nothing fails here; whoever runs it judges.
 */
import { rmSync } from 'node:fs';
import buildWhatIsStale from '../e2e/support/build.js';
import { startDesk } from '../e2e/support/desk.js';
import { measureInbox } from './inbox.js';
import { measurePages } from './pages.js';
import { measureTyping } from './typing.js';

export type Figure = {
  readonly what: string;
  readonly goal: string;
  readonly samples: readonly number[];
  readonly unit: string;
};

const rows = 10_000;

function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? Number.NaN;
}

async function fill(url: string): Promise<void> {
  const line = (index: number) => ({
    title: `Ticket ${index} about an invoice that nobody expected`,
    description: 'It came on Monday. We paid it on Tuesday. Since then the account has been closed.',
    category: ['billing', 'technical', 'account', 'general'][index % 4],
    priority: ['low', 'medium', 'high', 'critical'][(index * 7) % 4],
    created_at: new Date(Date.now() - index * 60_000).toISOString(),
  });
  const body = Array.from({ length: rows }, (_, index) => `${JSON.stringify(line(index))}\n`).join('');
  const headers = { 'content-type': 'application/x-ndjson' };
  await (await fetch(`${url}/api/tickets/import/`, { method: 'POST', headers, body })).text();
}

const measures = { pages: measurePages, inbox: measureInbox, typing: measureTyping };
const chosen = process.argv.slice(2);

process.env.NODE_ENV = 'production';
buildWhatIsStale();
const desk = await startDesk();
try {
  await fill(desk.url);
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(measures))
    if (chosen.length === 0 || chosen.includes(name)) figures.push(...(await measure(desk.url)));
  console.log('| What | Goal | Median of 5 | Samples |\n|---|---|---|---|');
  for (const { what, goal, samples, unit } of figures) {
    const shown = samples.map((sample) => sample.toFixed(sample % 1 ? 1 : 0));
    console.log(`| ${what} | ${goal} | ${median(samples).toFixed(0)}${unit} | ${shown.join(', ')} |`);
  }
} finally {
  await desk.stop();
  rmSync('.lighthouse', { recursive: true, force: true });
}
