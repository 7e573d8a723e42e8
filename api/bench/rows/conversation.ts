/**
 * What three messages on every ticket cost those who list and search tickets: the same desk over the same tickets, with two
 * replies and a note on each, and with none.
 */
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, interleave, percentile, pick, ratio, type Samples } from '../support/figures.js';
import { type Load, load, type Request, warmUp } from '../support/load.js';
import { addMessages } from '../support/messages.js';
import { type Server, startServer } from '../support/servers.js';
import { mix, timesOf } from './search.js';

/** Nobody waits for a connection, so that no request is answered by another's read. */
const connections = 8;

const list: Request = {
  path: '/graphql',
  body: {
    query: `query ($first: Int!) { tickets(first: $first) { edges { cursor node {
      id number title preview category priority status createdAt } } pageInfo { hasNextPage endCursor } } }`,
    variables: { first: 50 },
  },
};

export async function measureConversation({ databases, size, rounds, seconds }: Bench): Promise<Figure[]> {
  const silent = await databases.copyOf(size, 'silent');
  const answered = await databases.copyOf(size, 'answered');
  const servers = {
    'with messages': await startServer('Relaydesk', { databaseUrl: answered.url }),
    'without messages': await startServer('Relaydesk', { databaseUrl: silent.url }),
  };
  await addMessages(answered.url, size);
  for (const server of Object.values(servers)) await warmUp(server, list, seconds);
  const loads = await interleave<Load>(
    rounds,
    each(servers, (server) => load(server, list, seconds, connections)),
  );
  const searches = await interleave<readonly number[]>(rounds, each(servers, searchAll));
  for (const server of Object.values(servers)) await server.stop();
  for (const copy of [silent, answered]) await copy.drop();
  const costs = pick(loads, ({ processorMs }) => processorMs);
  return [
    called('list of 50', [
      ratio(costs, 'with messages', 'without messages', { atMost: 1.05 }),
      ...figuresOf(costs, 'ms'),
    ]),
    called(
      'search, 95th percentile',
      searchFigures(searches, (times) => percentile(times, 0.95), 80),
    ),
    called(
      'search, slowest',
      searchFigures(searches, (times) => Math.max(...times), 300),
    ),
  ].flat();
}

function searchFigures(
  samples: Samples<readonly number[]>,
  of: (times: readonly number[]) => number,
  most: number,
): Figure[] {
  return figuresOf(pick(samples, of), 'ms').map((figure) => ({ ...figure, goal: { atMost: most } }));
}

function called(what: string, figures: readonly Figure[]): Figure[] {
  return figures.map((figure) => ({ ...figure, what: `${what}, ${figure.what}` }));
}

function each<T>(servers: Readonly<Record<string, Server>>, measure: (server: Server) => Promise<T>) {
  return Object.fromEntries(Object.entries(servers).map(([name, server]) => [name, () => measure(server)]));
}

async function searchAll(server: Server): Promise<number[]> {
  const times: number[] = [];
  for (const search of Object.values(mix())) times.push(...(await timesOf(server, search)));
  return times;
}
