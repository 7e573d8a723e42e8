/**
 * Answers that are written from the bytes of rows, against the same desk without, and against the limit: in processor time
 * per request, with log, limits and figures on, and several processes of each, for two of one build differ by up to a fifth.
 */
import pg from 'pg';
import { inboxQuery } from '../../test/support/two-ways.js';
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, type Goal, interleave, median, ratio, type Samples } from '../support/figures.js';
import { load, type Request } from '../support/load.js';
import { type Program, type Server, startServer } from '../support/servers.js';
import { signSession } from '../support/signature.js';
import { shipped } from './protections.js';

const processes = 3;
/** Nobody waits for a connection, so that no request is answered by another's read. */
const alone = 8;

const list = `query ($first: Int!) { tickets(first: $first) { edges { cursor node {
  id number title description category priority status createdAt } } pageInfo { hasNextPage endCursor } } }`;

type Asked = {
  readonly request: Request;
  readonly limit: boolean;
  readonly goals: Partial<Record<string, Goal>>;
  readonly connections?: number;
};

const ordinary = 'Relaydesk, FAST_READS=off';
const ours = 'Relaydesk';
const bare = 'bare limit';

const inbox = {
  filter: { status: ['OPEN', 'IN_PROGRESS'] },
  orderBy: { field: 'CREATED_AT', direction: 'DESC' },
  first: 50,
  number: 0,
  byNumber: false,
};

const asked = (size: number): Readonly<Record<string, Asked>> => ({
  'list of 50': {
    request: { path: '/graphql', body: { query: list, variables: { first: 50 } } },
    limit: true,
    goals: { [bare]: { atLeast: 0.85 } },
  },
  inbox: {
    request: { path: '/graphql', body: { query: inboxQuery(), variables: inbox } },
    limit: false,
    goals: { [ordinary]: { atLeast: 1.6 } },
  },
  'REST list of 20': { request: { path: '/api/tickets/?limit=20' }, limit: true, goals: { [bare]: { atLeast: 0.72 } } },
  'REST, one ticket': {
    request: { path: `/api/tickets/${Math.ceil(size / 2)}/` },
    limit: true,
    goals: { [bare]: { atLeast: 0.7 } },
  },
  'stream of all': {
    request: { path: '/api/tickets/' },
    limit: false,
    goals: { [ordinary]: { atLeast: 1.7 } },
    connections: 1,
  },
});

export const measureDirectList = (bench: Bench) => measure(bench, ['list of 50']);
export const measureDirectInbox = (bench: Bench) => measure(bench, ['inbox']);
export const measureDirectStream = (bench: Bench) => measure(bench, ['stream of all']);
export const measureDirectRest = (bench: Bench) => measure(bench, ['REST list of 20', 'REST, one ticket']);

async function measure({ databases, size, rounds, seconds }: Bench, names: readonly string[]): Promise<Figure[]> {
  const { url, drop } = await databases.copyOf(size, 'direct');
  await addPeople(url);
  const start = async (name: string, program: Program, environment = {}) =>
    Array.from({ length: processes }, () =>
      startServer(program, { databaseUrl: url, environment: { ...shipped, ACCESS: 'open', ...environment } }),
    ).map(async (server) => ({ name, server: await server }));
  const servers = await Promise.all([
    ...(await start(ours, 'Relaydesk')),
    ...(await start(ordinary, 'Relaydesk', { FAST_READS: 'off' })),
    ...(await start(bare, 'bare limit')),
  ]);
  const figures: Figure[] = [];
  for (const what of names) {
    const { request, limit, goals, connections = alone } = asked(size)[what] as Asked;
    const measured = servers.filter(({ name }) => limit || name !== bare);
    for (const { server } of measured) await load(server, request, 2 * seconds, connections);
    const costs = await costsOf(measured, request, { rounds, seconds, connections });
    const labelled = new Map([...costs].map(([name, values]) => [`${what}, ${name}`, values]));
    // The other's time by ours: above one, ours is less.
    for (const other of costs.keys()) {
      if (other !== ours) figures.push(ratio(labelled, `${what}, ${other}`, `${what}, ${ours}`, goals[other]));
    }
    figures.push(...figuresOf(labelled, 'ms'));
  }
  for (const { server } of servers) await server.stop();
  await drop();
  return figures;
}

type Named = { readonly name: string; readonly server: Server };

/** By name, for each round the median of the processes. */
async function costsOf(
  servers: readonly Named[],
  request: Request,
  { rounds, seconds, connections }: { rounds: number; seconds: number; connections: number },
): Promise<Samples> {
  const measures = servers.map(({ name, server }, index) => [
    `${name} #${index}`,
    async () => (await load(server, request, seconds, connections)).processorMs,
  ]);
  const samples = await interleave<number>(rounds, Object.fromEntries(measures));
  const names = [...new Set(servers.map(({ name }) => name))];
  return new Map(
    names.map((name) => {
      const own = [...samples].filter(([key]) => key.startsWith(`${name} #`)).map(([, values]) => values);
      return [name, Array.from({ length: rounds }, (_, round) => median(own.map((values) => values[round] ?? 0)))];
    }),
  );
}

/** The newest tickets are somebody's and somebody asked them, as in a desk that is at work. */
async function addPeople(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(signSession);
  await client.query(`
    insert into account (email, display_name, handle, activated_at)
      select 'agent' || n || '@example.org', 'Agent ' || n, 'agent' || n, now() from generate_series(1, 12) as n;
    insert into requester (name) select 'Requester ' || n from generate_series(1, 400) as n;
    with newest as (select number, row_number() over () as n from (
      select number from ticket order by created_at desc, number desc limit 2000) as listed)
    update ticket set assignee_id = (select min(id) from account) + n % 12,
      requester_id = (select min(id) from requester) + n % 400
    from newest where newest.number = ticket.number;
    select fold_ticket_counts();`);
  await client.query('vacuum (analyze) ticket');
  await client.end();
}
