/** How soon subscribers hear of a change, from when it is sent: the write itself, its commit and the way to another process included. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Bench } from '../support/bench.js';
import { type Figure, percentile } from '../support/figures.js';
import { memoryMb } from '../support/memory.js';
import { type Server, startServer } from '../support/servers.js';
import { subscribe } from '../support/subscribers.js';

const people = 200;
const lists = 20;
const idle = 2_000;
/** Until every process has compiled what it runs often: what is told meanwhile must come, but its delay is not counted. */
const warmUpSeconds = 2;

type Ticket = { readonly number: number; readonly createdAt: string };
type Heard = { readonly delays: number[]; readonly missed: number };

export async function measureLive({ databases, size, workers, seconds }: Bench): Promise<Figure[]> {
  const copy = await databases.copyOf(size, 'live');
  const start = { databaseUrl: copy.url };
  const several = await startServer('Relaydesk', { ...start, workers });
  const tickets = await newest(copy.url, 5 * (seconds * 10 + warmUpSeconds) + 100 * (seconds * 3 + warmUpSeconds));
  const all = await hear(
    several,
    Array.from({ length: people }, () => ({})),
    tickets,
    { perSecond: 5, seconds: seconds * 10, each: people },
  );
  const parts = await hear(several, filtersOf(tickets), tickets, {
    perSecond: 100,
    seconds: seconds * 3,
    each: people / lists,
  });
  await several.stop();

  const one = await startServer('Relaydesk', start);
  const before = memoryMb(one);
  const waiting = await subscribe(
    one.url,
    Array.from({ length: idle }, () => ({ status: ['OPEN'] })),
  );
  await pause(5_000);
  const memory = memoryMb(one) - before;
  waiting.close();
  await one.stop();
  await copy.drop();
  return [
    ...figures(`5 changes a second to all ${people}`, all),
    ...figures(`100 a second, each to ${people / lists}`, parts),
    { what: `${idle} idle subscribers`, unit: 'MB', samples: [memory], goal: { atMost: 100 } },
  ];
}

function figures(what: string, { delays, missed }: Heard): Figure[] {
  return [
    { what: `${what}, median`, unit: 'ms', samples: [percentile(delays, 0.5)], goal: { atMost: 50 } },
    { what: `${what}, p99`, unit: 'ms', samples: [percentile(delays, 0.99)], goal: { atMost: 250 } },
    { what: `${what}, missed or doubled`, unit: '', samples: [missed], goal: { atMost: 0 } },
  ];
}

type Effort = { readonly perSecond: number; readonly seconds: number; readonly each: number };

/** Each change is of another ticket, which tells the messages apart. */
async function hear(
  server: Server,
  filters: readonly object[],
  tickets: Ticket[],
  { perSecond, seconds, each }: Effort,
): Promise<Heard> {
  const subscribers = await subscribe(server.url, filters);
  const sent = new Map<string, number>();
  const begun = performance.now();
  const changes: Promise<unknown>[] = [];
  for (let count = 0; count < perSecond * (seconds + warmUpSeconds); count++) {
    await pause(Math.max(0, begun + (count * 1_000) / perSecond - performance.now()));
    const { number } = tickets.pop() ?? { number: 0 };
    sent.set(Buffer.from(`Ticket:${number}`).toString('base64url'), performance.now());
    const body = JSON.stringify({ title: `Changed ${count}` });
    const headers = { 'content-type': 'application/json' };
    changes.push(
      fetch(`${server.url}/api/tickets/${number}/`, { method: 'PATCH', body, headers }).then((answer) => answer.text()),
    );
  }
  await Promise.all(changes);
  await pause(3_000);
  subscribers.close();
  const delays: number[] = [];
  let missed = 0;
  for (const [id, at] of sent) {
    const times = subscribers.heard.get(id) ?? [];
    missed += Math.abs(each - times.length);
    if (at - begun > warmUpSeconds * 1_000) delays.push(...times.map((time) => time - at));
  }
  return { delays, missed };
}

async function newest(url: string, count: number): Promise<Ticket[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Ticket>(
    `select number, to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
     from ticket order by created_at desc, number desc limit $1`,
    [count],
  );
  await client.end();
  return rows;
}

/** As many lists as there are, each of a span of time and with as many subscribers; together they hold all of the tickets. */
function filtersOf(tickets: readonly Ticket[]): object[] {
  const times = tickets.map(({ createdAt }) => createdAt).toSorted();
  const bounds = Array.from(
    { length: lists - 1 },
    (_, index) => times[Math.floor(((index + 1) * times.length) / lists)],
  );
  return Array.from({ length: people }, (_, index) => {
    const list = index % lists;
    return { createdAt: { from: bounds[list - 1] ?? null, to: bounds[list] ?? null } };
  });
}
