/** The 50 newest tickets with eight fields as a Relay connection: against what a user would pick instead, and against the limit. */
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, type Goal, interleave, pick, ratio } from '../support/figures.js';
import { type Load, load, type Request } from '../support/load.js';
import { type Program, programs, type Server, startServer } from '../support/servers.js';

const fields = 'id number title description category priority status createdAt';

const queryOf = (field: string) =>
  `query ($first: Int!) { ${field} { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;

const ours = queryOf('tickets(first: $first)');
/** PostGraphile makes its graph itself, and its ids: the same fields, under its names. */
const postgraphiles = queryOf('allTickets(first: $first, orderBy: [CREATED_AT_DESC, NUMBER_DESC])');

type Goals = Partial<Record<Program, Goal>>;

const goals = (workers: number): Goals => ({
  'PostGraphile 5': { atLeast: workers === 1 ? 1.9 : 1.6 },
  'Mercurius + jit': { atLeast: workers === 1 ? 1.1 : 1 },
  'GraphQL Yoga': { atLeast: 2 },
  'bare limit': { atLeast: workers === 1 ? 0.7 : 0.6 },
});

export async function measureList({ databases, size, rounds, seconds, workers }: Bench): Promise<Figure[]> {
  const databaseUrl = await databases.of(size);
  const names = Object.keys(programs) as Program[];
  const servers = await Promise.all(names.map((name) => startServer(name, { databaseUrl, workers })));
  for (const server of servers) await load(server, requestTo(server), seconds);
  const measures = servers.map((server) => [server.name, () => load(server, requestTo(server), seconds)]);
  const samples = await interleave<Load>(rounds, Object.fromEntries(measures));
  for (const server of servers) await server.stop();

  const rates = pick(samples, ({ perSecond }) => perSecond);
  const costs = pick(samples, ({ processorMs }) => processorMs);
  const ratios = Object.entries(goals(workers)).map(([other, goal]) => ratio(rates, 'Relaydesk', other, goal));
  return [
    ...ratios,
    ...figuresOf(rates, 'requests/s'),
    ...figuresOf(costs, 'ms', (name) => `${name}, processor time per request`),
  ];
}

function requestTo({ name }: Server): Request {
  const query = name === 'PostGraphile 5' ? postgraphiles : ours;
  return { path: '/graphql', body: { query, variables: { first: 50 } } };
}
