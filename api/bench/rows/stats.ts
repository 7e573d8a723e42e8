/** The headline statistics over HTTP, with writers running: on all tickets against ten. */
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, interleave, ratio } from '../support/figures.js';
import { load, type Request } from '../support/load.js';
import { type Server, startServer } from '../support/servers.js';
import { runWriters } from '../support/writers.js';

const few = 10;
const connections = 4;
const writing = { count: 4, rate: 100 };

const query = `{ ticketStats {
  totalCount openCount averagePerDay byCategory { category count } byPriority { priority count } byStatus { status count } } }`;

const requests: Record<string, Request> = {
  GraphQL: { path: '/graphql', body: { query } },
  REST: { path: '/api/tickets/stats/' },
};

type Desk = { readonly server: Server; readonly url: string; readonly size: number };

export async function measureStats({ databases, size, rounds, seconds, workers }: Bench): Promise<Figure[]> {
  const sizes = [size, few];
  const copies = await Promise.all(sizes.map((tickets) => databases.copyOf(tickets, `stats_${tickets}`)));
  const desks: Desk[] = [];
  for (const [index, { url }] of copies.entries()) {
    const server = await startServer('Relaydesk', { databaseUrl: url, workers });
    desks.push({ server, url, size: sizes[index] ?? few });
  }
  const figures: Figure[] = [];
  for (const [door, request] of Object.entries(requests)) {
    const name = ({ size: tickets }: Desk) => `${door}, ${tickets.toLocaleString('en')} tickets`;
    for (const desk of desks) await whileWritten(desk, request, seconds);
    const measures = desks.map((desk) => [name(desk), () => whileWritten(desk, request, seconds)]);
    const times = await interleave<number>(rounds, Object.fromEntries(measures));
    const [many = '', ten = ''] = desks.map(name);
    figures.push(ratio(times, many, ten, { atMost: 1.5 }), ...figuresOf(times, 'ms'));
  }
  for (const { server } of desks) await server.stop();
  for (const copy of copies) await copy.drop();
  return figures;
}

/** Milliseconds per request, while 100 transactions a second change the same tickets. */
async function whileWritten({ server, url, size }: Desk, request: Request, seconds: number): Promise<number> {
  const written = runWriters(url, { ...writing, seconds, size });
  const { perSecond } = await load(server, request, seconds, connections);
  await written;
  return (connections / perSecond) * 1_000;
}
