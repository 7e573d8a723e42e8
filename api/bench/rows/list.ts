/**
 * The 50 newest tickets with eight fields as a Relay connection: against what a user would pick instead, and against the
 * limit. With 32 connections for ten of the database most requests wait, and Relaydesk answers equal ones that wait by one
 * read; with eight nobody waits, and each request is a read of its own at every server.
 */
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, type Goal, interleave, pick, ratio, type Samples } from '../support/figures.js';
import { type Load, load, type Request, warmUp } from '../support/load.js';
import { type Program, programs, type Server, startServer } from '../support/servers.js';

const fields = 'id number title description category priority status createdAt';

const queryOf = (field: string) =>
  `query ($first: Int!) { ${field} { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;

const ours = queryOf('tickets(first: $first)');
/** PostGraphile makes its graph itself, and its ids: the same fields, under its names. */
const postgraphiles = queryOf('allTickets(first: $first, orderBy: [CREATED_AT_DESC, NUMBER_DESC])');

/** Connections per process. */
const waiting = 32;
const alone = 8;

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
  for (const server of servers) await warmUp(server, requestTo(server), seconds);
  const figures: Figure[] = [];
  for (const connections of [waiting, alone].map((each) => each * workers)) {
    const measures = servers.map((server) => [
      server.name,
      () => load(server, requestTo(server), seconds, connections),
    ]);
    const samples = await interleave<Load>(rounds, Object.fromEntries(measures));
    figures.push(...figuresFor(samples, `${connections} connections`, workers));
  }
  for (const server of servers) await server.stop();
  return figures;
}

function figuresFor(samples: Samples<Load>, effort: string, workers: number): Figure[] {
  const rates = pick(samples, ({ perSecond }) => perSecond);
  const costs = pick(samples, ({ processorMs }) => processorMs);
  const ratios = Object.entries(goals(workers)).map(([other, goal]) => ratio(rates, 'Relaydesk', other, goal));
  return [
    ...ratios.map((figure) => ({ ...figure, what: `${figure.what}, ${effort}` })),
    ...figuresOf(rates, 'requests/s', (name) => `${name}, ${effort}`),
    ...figuresOf(costs, 'ms', (name) => `${name}, processor time per request, ${effort}`),
  ];
}

function requestTo({ name }: Server): Request {
  const query = name === 'PostGraphile 5' ? postgraphiles : ours;
  return { path: '/graphql', body: { query, variables: { first: 50 } } };
}
