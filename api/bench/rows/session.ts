/** What it costs to know who asks: the same list of one desk, signed in and without a name, in processor time per request. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, interleave, pick, ratio } from '../support/figures.js';
import { type Load, load, type Request, warmUp } from '../support/load.js';
import { type Server, startServer } from '../support/servers.js';
import { shipped } from './protections.js';

/** Nobody waits for a connection, so that no request is answered by another's read. */
const connections = 8;

const users = fileURLToPath(new URL('../../dist/scripts/users.js', import.meta.url));

const query = `query ($first: Int!) { tickets(first: $first) { edges { cursor node {
  id number title description category priority status createdAt } } pageInfo { hasNextPage endCursor } } }`;

export async function measureSession({ databases, size, rounds, seconds }: Bench): Promise<Figure[]> {
  const { url, drop } = await databases.copyOf(size, 'session');
  const environment = { ...shipped, ACCESS: 'open', SECRET_KEY: randomBytes(32).toString('hex') };
  const server = await startServer('Relaydesk', { databaseUrl: url, environment });
  const nameless: Request = { path: '/graphql', body: { query, variables: { first: 50 } } };
  const signedIn = { ...nameless, headers: await signIn(server, { ...environment, DATABASE_URL: url }) };
  for (const request of [nameless, signedIn]) await warmUp(server, request, seconds);
  const samples = await interleave<Load>(rounds, {
    'signed in': () => load(server, signedIn, seconds, connections),
    'without a name': () => load(server, nameless, seconds, connections),
  });
  await server.stop();
  await drop();
  const costs = pick(samples, ({ processorMs }) => processorMs);
  return [ratio(costs, 'signed in', 'without a name', { atMost: 1.05 }), ...figuresOf(costs, 'ms')];
}

/** Somebody who used an invitation of the operator's. */
async function signIn({ url }: Server, environment: Record<string, string>): Promise<Record<string, string>> {
  const invited = execFileSync(process.execPath, [users, 'add', 'ada@example.org'], {
    env: { PATH: process.env.PATH, ...environment },
    encoding: 'utf8',
  });
  const token = /#(\S+)/.exec(invited)?.[1];
  const response = await fetch(`${url}/auth/invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token, password: 'a long and quiet evening', displayName: 'Ada' }),
  });
  if (!response.ok) throw new Error(await response.text());
  return { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin: url };
}
