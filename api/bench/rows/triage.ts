/**
 * What a suggestion of the local classifier costs over HTTP, and a ticket that is submitted with or without one. The texts
 * are tickets that the classifier never learned from.
 */
import { readCorpus } from '../../src/triage/engines/local/corpus.js';
import { ask, timed } from '../support/ask.js';
import type { Bench } from '../support/bench.js';
import { type Figure, figuresOf, interleave, percentile, pick, ratio } from '../support/figures.js';
import { type Server, startServer } from '../support/servers.js';

const hands = 4;

const suggest =
  'mutation ($input: SuggestTriageInput!) { suggestTriage(input: $input) { suggestion { source } userErrors { message } } }';
const create =
  'mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { number } userErrors { message } } }';

type Effort = { readonly perSecond: number; readonly processorMs: number; readonly p95: number };

export async function measureTriage({ databases, size, rounds, seconds }: Bench): Promise<Figure[]> {
  const copy = await databases.copyOf(size, 'triage');
  const server = await startServer('Relaydesk', { databaseUrl: copy.url });
  const texts = [...readCorpus('dev'), ...readCorpus('holdout')].map(({ text }) => text);
  const title = (text: string) => text.slice(0, 80);
  const measure = (query: string, inputOf: (text: string) => object) => () =>
    during(server, seconds, query, (turn) => inputOf(texts[turn % texts.length] ?? ''));
  const samples = await interleave<Effort>(rounds, {
    'a suggestion': measure(suggest, (description) => ({ description })),
    'a ticket that triage decides': measure(create, (text) => ({ title: title(text), description: text })),
    'a ticket with category and priority': measure(create, (text) => ({
      title: title(text),
      description: text,
      category: 'GENERAL',
      priority: 'LOW',
    })),
  });
  await server.stop();
  await copy.drop();
  const processor = pick(samples, ({ processorMs }) => processorMs);
  return [
    ...figuresOf(
      pick(samples, ({ perSecond }) => perSecond),
      '/s',
    ),
    ...figuresOf(
      pick(samples, ({ p95 }) => p95),
      'ms',
      (name) => `${name}, 95th percentile`,
    ),
    ...figuresOf(processor, 'ms', (name) => `${name}, processor time`),
    ratio(processor, 'a ticket that triage decides', 'a ticket with category and priority'),
  ];
}

async function during(
  server: Server,
  seconds: number,
  query: string,
  inputOf: (turn: number) => object,
): Promise<Effort> {
  const before = server.processorSeconds();
  const begun = performance.now();
  const times: number[] = [];
  let turn = 0;
  const hand = async () => {
    while (performance.now() - begun < seconds * 1_000) {
      times.push(await timed(() => ask(server, query, { input: inputOf(turn++) })));
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return {
    perSecond: (times.length * 1_000) / (performance.now() - begun),
    processorMs: ((server.processorSeconds() - before) * 1_000) / times.length,
    p95: percentile(times, 0.95),
  };
}
