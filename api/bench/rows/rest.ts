/** REST against the limit: the twenty newest, and one ticket. */
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, interleave, pick, ratio } from '../support/figures.js';
import { type Load, load, warmUp } from '../support/load.js';
import { startServer } from '../support/servers.js';

export async function measureRest({ databases, size, rounds, seconds, workers }: Bench): Promise<Figure[]> {
  const databaseUrl = await databases.of(size);
  const desk = await startServer('Relaydesk', { databaseUrl, workers });
  const bare = await startServer('bare limit', { databaseUrl, workers });
  const paths = { 'list of 20': '/api/tickets/?limit=20', 'one ticket': `/api/tickets/${Math.ceil(size / 2)}/` };
  const figures: Figure[] = [];
  for (const [what, path] of Object.entries(paths)) {
    const [ours, limit] = [`${what}, ${desk.name}`, `${what}, ${bare.name}`];
    for (const server of [desk, bare]) await warmUp(server, { path }, seconds);
    const samples = await interleave<Load>(rounds, {
      [ours]: () => load(desk, { path }, seconds),
      [limit]: () => load(bare, { path }, seconds),
    });
    const rates = pick(samples, ({ perSecond }) => perSecond);
    figures.push(ratio(rates, ours, limit, { atLeast: 0.85 }), ...figuresOf(rates, 'requests/s'));
    const costs = pick(samples, ({ processorMs }) => processorMs);
    figures.push(...figuresOf(costs, 'ms', (name) => `${name}, processor time per request`));
  }
  await desk.stop();
  await bare.stop();
  return figures;
}
