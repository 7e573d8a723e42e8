/**
 * What watching and limiting cost: the desk as it is shipped, with its log, its limits per client and its figures for
 * Prometheus, against the same without them. What cannot be switched off (limits of documents, headers, host names) is in both.
 */
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, interleave, pick, ratio } from '../support/figures.js';
import { type Load, load, type Request } from '../support/load.js';
import { startServer } from '../support/servers.js';

const generous = '1000000';

/** The desk as it is shipped, for clients that ask as often as they can. */
export const shipped = {
  LOG_LEVEL: 'info',
  RATE_LIMIT: 'on',
  RATE_LIMIT_GENERAL: generous,
  RATE_LIMIT_CREATE: generous,
  RATE_LIMIT_TRIAGE: generous,
  METRICS_PORT: '0',
};

const requests: Readonly<Record<string, Request>> = {
  'list of 20': {
    path: '/graphql',
    body: {
      query: '{ tickets(first: 20) { edges { cursor node { id title status createdAt } } pageInfo { hasNextPage } } }',
    },
  },
  statistics: { path: '/api/tickets/stats/' },
};

export async function measureProtections({ databases, size, rounds, seconds }: Bench): Promise<Figure[]> {
  const databaseUrl = await databases.of(size);
  const guarded = await startServer('Relaydesk', { databaseUrl, environment: shipped });
  const unguarded = await startServer('Relaydesk', { databaseUrl });
  const figures: Figure[] = [];
  for (const [what, request] of Object.entries(requests)) {
    const [withAll, without] = [`${what}, as shipped`, `${what}, without`];
    for (const server of [guarded, unguarded]) await load(server, request, seconds);
    const samples = await interleave<Load>(rounds, {
      [withAll]: () => load(guarded, request, seconds),
      [without]: () => load(unguarded, request, seconds),
    });
    const rates = pick(samples, ({ perSecond }) => perSecond);
    figures.push(ratio(rates, withAll, without, { atLeast: 0.9 }), ...figuresOf(rates, 'requests/s'));
  }
  await guarded.stop();
  await unguarded.stop();
  return figures;
}
