/**
 * What mail costs: a burst of it into a desk that has as many tickets, kept first and read after; mails one by one through the
 * pipe; and answers out of the outbox to a server on loopback.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { startMailServer } from '../../test/support/mail-server.js';
import { ask, timed } from '../support/ask.js';
import type { Bench } from '../support/bench.js';
import { type Figure, percentile } from '../support/figures.js';
import { mailOf, mailToken, pipe, send, words } from '../support/mails.js';
import { memoryMb } from '../support/memory.js';
import { type Server, startServer } from '../support/servers.js';

/** Of a burst, whatever the size. */
const mostMails = 10_000;
const mostAnswers = 1_000;
const senders = 16;
const piped = 20;
const pipes = 4;
const lookEveryMs = 100;
const pageSize = 100;
const patienceMs = 1_800_000;

export async function measureMail({ databases, size, workers }: Bench): Promise<Figure[]> {
  const copy = await databases.copyOf(size, 'mail');
  const start = { databaseUrl: copy.url, workers };
  const taking = await startServer('Relaydesk', { ...start, environment: { MAIL_IN_TOKEN: mailToken } });
  const incoming = await measureIn(taking, Math.min(size, mostMails));
  await taking.stop();

  const sink = await startMailServer();
  const sending = await startServer('Relaydesk', {
    ...start,
    environment: { SMTP_URL: sink.url, MAIL_FROM: 'desk@example.org', MAIL_REPLY_DOMAIN: 'reply.example.org' },
  });
  const outgoing = await measureOut(sending, sink, Math.min(size, mostAnswers));
  await sending.stop();
  await sink.close();
  await copy.drop();
  return [...incoming, ...outgoing];
}

async function measureIn(server: Server, count: number): Promise<Figure[]> {
  const before = await ticketsOf(server);
  await send(server, mailOf('warm-up'));
  await until(async () => (await ticketsOf(server)) > before);
  const watch = watchOf(server);
  const begun = performance.now();
  await inParallel(count, senders, (number) => send(server, mailOf(`${number}`)));
  const accepted = (performance.now() - begun) / 1_000;
  await until(async () => (await ticketsOf(server)) >= before + 1 + count);
  const read = (performance.now() - begun) / 1_000;
  const { memory, processorSeconds, waits } = await watch.end();
  const piping = await timed(() => inParallel(piped, pipes, (number) => pipe(server, mailOf(`pipe-${number}`))));
  await until(async () => (await ticketsOf(server)) >= before + 1 + count + piped);
  const wrong = (await ticketsOf(server)) - before - 1 - count - piped;
  return [
    { what: `in, a burst of ${count}, accepted`, unit: 'mails/s', samples: [count / accepted] },
    { what: `in, a burst of ${count}, until all are tickets`, unit: 'mails/s', samples: [count / read] },
    { what: 'in, time to accept', unit: 's', samples: [accepted] },
    { what: 'in, time until all are tickets', unit: 's', samples: [read] },
    { what: 'in, processor time per mail', unit: 'ms', samples: [(processorSeconds * 1_000) / count] },
    ...memoryFigures('in', memory),
    { what: 'in, others wait at the 95th percentile', unit: 'ms', samples: [percentile(waits, 0.95)] },
    { what: `in, npm run mail:in, ${pipes} at once`, unit: 'mails/s', samples: [(piped * 1_000) / piping] },
    { what: 'in, lost or doubled', unit: '', samples: [Math.abs(wrong)], goal: { atMost: 0 } },
  ];
}

async function measureOut(
  server: Server,
  sink: Awaited<ReturnType<typeof startMailServer>>,
  count: number,
): Promise<Figure[]> {
  const ids = await newestTickets(server, count);
  const watch = watchOf(server);
  const begun = performance.now();
  await inParallel(ids.length, senders, async (number) => {
    const input = { ticketId: ids[number], body: words, holdSeconds: 0 };
    await ask(server, 'mutation ($input: AddReplyInput!) { addReply(input: $input) { userErrors { message } } }', {
      input,
    });
  });
  const written = (performance.now() - begun) / 1_000;
  await until(async () => sink.taken.length >= ids.length);
  const sent = (performance.now() - begun) / 1_000;
  const { memory, processorSeconds } = await watch.end();
  const recipients = new Set(sink.taken.map(({ to }) => to));
  return [
    { what: `out, ${ids.length} replies, written`, unit: 'replies/s', samples: [ids.length / written] },
    { what: `out, ${ids.length} replies, until all are sent`, unit: 'mails/s', samples: [ids.length / sent] },
    { what: 'out, processor time per reply', unit: 'ms', samples: [(processorSeconds * 1_000) / ids.length] },
    ...memoryFigures('out', memory),
    {
      what: 'out, lost or doubled',
      unit: '',
      samples: [ids.length - recipients.size + Math.abs(sink.taken.length - ids.length)],
      goal: { atMost: 0 },
    },
  ];
}

async function ticketsOf(server: Server): Promise<number> {
  const { tickets } = await ask<{ tickets: { totalCount: number } }>(server, '{ tickets(first: 1) { totalCount } }');
  return tickets.totalCount;
}

async function newestTickets(server: Server, count: number): Promise<string[]> {
  type Page = { tickets: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string | null } } };
  const query = `query ($first: Int!, $after: String) { tickets(first: $first, after: $after) {
    edges { node { id } } pageInfo { endCursor } } }`;
  const ids: string[] = [];
  let after: string | null = null;
  while (ids.length < count) {
    const { tickets }: Page = await ask<Page>(server, query, { first: Math.min(pageSize, count - ids.length), after });
    if (tickets.edges.length === 0) break;
    ids.push(...tickets.edges.map(({ node }) => node.id));
    after = tickets.pageInfo.endCursor;
  }
  return ids;
}

/** What it holds at most in either half of the time: flat is where the second asks for no more than the first. */
function memoryFigures(way: string, memory: readonly number[]): Figure[] {
  const half = Math.ceil(memory.length / 2);
  return [
    { what: `${way}, memory at most, first half`, unit: 'MB', samples: [Math.max(...memory.slice(0, half))] },
    { what: `${way}, memory at most, second half`, unit: 'MB', samples: [Math.max(...memory.slice(half))] },
  ];
}

/** What memory and processor time it takes from now on, and what an agent who looks meanwhile waits. */
function watchOf(server: Server) {
  const before = server.processorSeconds();
  const memory = [memoryMb(server)];
  let isOver = false;
  const waits: number[] = [];
  const looking = (async () => {
    while (!isOver) {
      waits.push(await timed(() => ask(server, '{ tickets(first: 50) { edges { node { id title status } } } }')));
      memory.push(memoryMb(server));
      await pause(lookEveryMs);
    }
  })();
  return {
    async end() {
      isOver = true;
      await looking;
      return { memory, processorSeconds: server.processorSeconds() - before, waits };
    },
  };
}

async function inParallel(count: number, hands: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0;
  const hand = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: hands }, hand));
}

/** Where it never comes to be so, the figures of what was lost tell. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await isSo()) && performance.now() < deadline) await pause(lookEveryMs);
}
