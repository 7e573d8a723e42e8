/**
 * What stands beside a ticket: those that tell of the same, and whether they look like one incident. Asked one after another
 * of tickets from all of the desk, other ones in each round, once their terms are noted.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ask, timed } from '../support/ask.js';
import type { Bench } from '../support/bench.js';
import { type Figure, percentile } from '../support/figures.js';
import { startServer } from '../support/servers.js';

const askedPerRound = 200;
const lookEveryMs = 250;
const patienceMs = 3_600_000;

const similarTickets = 'similarTickets(first: 5) { score commonWords ticket { id title } }';
const queries = {
  'similar tickets': `query ($number: Int!) { ticket(number: $number) { ${similarTickets} } }`,
  'the same, and a proposal of an incident': `query ($number: Int!) { ticket(number: $number) {
    ${similarTickets} incidentProposal { minutes tickets { id } } } }`,
};

export async function measureSimilar({ databases, size, rounds }: Bench): Promise<Figure[]> {
  const copy = await databases.copyOf(size, 'similar');
  const client = new pg.Client({ connectionString: copy.url });
  await client.connect();
  const server = await startServer('Relaydesk', { databaseUrl: copy.url });
  const noting = await timed(() => allNoted(client));

  const names = Object.keys(queries);
  const times = new Map<string, number[][]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`Round ${round + 1} of ${rounds}\n`);
    // Nobody asks of a ticket twice: what it reads would be at hand.
    const numbers = await someOf(client, round, askedPerRound * names.length);
    for (const [place, [name, query]] of Object.entries(queries).entries()) {
      const own: number[] = [];
      for (const number of numbers.slice(place * askedPerRound, (place + 1) * askedPerRound)) {
        own.push(await timed(() => ask(server, query, { number })));
      }
      times.get(name)?.push(own);
    }
  }
  await server.stop();
  await client.end();
  await copy.drop();
  return [
    { what: 'terms noted after the start', unit: 'tickets/s', samples: [(size * 1_000) / noting] },
    ...[...times].flatMap(([name, all]): Figure[] => {
      const of = (share: number) => all.map((own) => percentile(own, share));
      return [
        { what: `${name}, median`, unit: 'ms', samples: of(0.5) },
        { what: `${name}, 95th percentile`, unit: 'ms', samples: of(0.95), goal: { atMost: 50 } },
        { what: `${name}, slowest`, unit: 'ms', samples: of(1) },
      ];
    }),
  ];
}

/** @throws where it never comes to be so */
async function allNoted(client: pg.Client): Promise<void> {
  const deadline = performance.now() + patienceMs;
  const waiting = `select exists (select from ticket where number > (select up_to from term_progress))
    or exists (select from unnoted_terms) as "isWaiting"`;
  while ((await client.query<{ isWaiting: boolean }>(waiting)).rows[0]?.isWaiting) {
    if (performance.now() > deadline) throw new Error('The terms of all tickets were never noted.');
    await pause(lookEveryMs);
  }
}

async function someOf(client: pg.Client, round: number, count: number): Promise<number[]> {
  const { rows } = await client.query<{ number: number }>(
    `select number from ticket order by md5(number || ' ' || $1) limit $2`,
    [round, count],
  );
  return rows.map(({ number }) => number);
}
