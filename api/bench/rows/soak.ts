/** Half of what the desk can do, of everything that it does, for --seconds (at least 600 for a verdict): errors, memory, open handles. */
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import type { Bench } from '../support/bench.js';
import type { Figure } from '../support/figures.js';
import { loadMix, type Request } from '../support/load.js';
import { memoryMb, openHandles } from '../support/memory.js';
import { startServer } from '../support/servers.js';

const capacitySeconds = 5;
const connections = 16;
const sampleMs = 5_000;

const graphql = (query: string, variables: object = {}): Request => ({ path: '/graphql', body: { query, variables } });

const list = `query ($search: String) { tickets(first: 20, filter: { search: $search }) {
  totalCount edges { node { id title status suggestion { engine } events(first: 3) { edges { node { type } } } } } } }`;

const mix: readonly Request[] = [
  graphql(list),
  graphql(list, { search: 'refund' }),
  graphql('{ ticketStats { totalCount openCount byCategory { category count } } }'),
  { path: '/api/tickets/?limit=20&status=open' },
  { path: '/api/tickets/stats/' },
  { path: '/api/tickets/1/' },
  { path: '/api/tickets/', body: { title: 'Soaked', description: 'The login page stays white.' } },
  { path: '/api/tickets/classify/', body: { description: 'I was charged twice for one order.' } },
];

export async function measureSoak({ databases, size, seconds, workers }: Bench): Promise<Figure[]> {
  const copy = await databases.copyOf(size, 'soak');
  const server = await startServer('Relaydesk', { databaseUrl: copy.url, workers });
  const capacity = await loadMix(server, mix, { seconds: capacitySeconds, connections });
  const rate = Math.floor(capacity.perSecond / 2);

  const memory: number[] = [];
  const handles: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      memory.push(memoryMb(server));
      handles.push(openHandles(server));
      await setTimeoutAsync(sampleMs);
    }
  })();
  const { succeeded, failed, latencyMs } = await loadMix(server, mix, { seconds, connections, rate });
  isOver = true;
  await watching;
  await server.stop();
  await copy.drop();

  const quarter = (samples: number[], which: number) =>
    samples.slice(Math.floor((samples.length * which) / 4), Math.ceil((samples.length * (which + 1)) / 4));
  return [
    { what: 'requests answered', unit: '', samples: [succeeded] },
    { what: 'requests a second, half of what it can do', unit: '', samples: [rate] },
    { what: 'errors', unit: '', samples: [failed], goal: { atMost: 0 } },
    { what: '99th percentile', unit: 'ms', samples: [latencyMs.p99] },
    { what: 'memory in the second quarter', unit: 'MB', samples: quarter(memory, 1) },
    { what: 'memory in the last quarter', unit: 'MB', samples: quarter(memory, 3) },
    { what: 'open handles in the second quarter', unit: '', samples: quarter(handles, 1) },
    { what: 'open handles in the last quarter', unit: '', samples: quarter(handles, 3) },
  ];
}
