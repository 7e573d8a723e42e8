import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '../src/database/data-source.js';
import { silentLogger } from '../src/logger.js';
import { comparing, normOf } from '../src/triage/similar/score.js';
import { noteTerms } from '../src/triage/similar/term-index.js';
import { termsOf } from '../src/triage/similar/terms.js';
import { type Conversing, startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';

type Similar = { ticket: { number: number }; score: number; commonWords: string[]; sameRequester: boolean };

/** Tickets that tell of the same are found through the graph, and said not to be. */
describe('similar tickets', () => {
  let desk: TestDesk;
  let people: Conversing;
  const numbers = new Map<string, number>();
  beforeAll(async () => {
    desk = await startDesk();
    people = startConversation(desk);
    const texts: [string, string, string][] = [
      ['first', 'Exports fail since this morning', 'Every CSV export ends with "job expired" after a minute.'],
      ['again', 'Month-end export does not finish', 'I start the csv export and get job expired, tried three times.'],
      ['other', 'Printer label has no barcode', 'Shipping labels come out without the barcode since the update.'],
      ['own', 'Barcode still missing', 'The shipping label of my parcel has no barcode.'],
      ['wish', 'A darker theme', 'Could the interface be darker in the evening?'],
    ];
    for (const [key, title, description] of texts) {
      const requester =
        key === 'other' || key === 'own' ? { email: 'mia@example.org' } : { email: `${key}@example.org` };
      const query = `mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { number } } }`;
      const { data } = await desk.graphql<{ createTicket: { ticket: { number: number } } }>(query, {
        input: { title, description, requester },
      });
      numbers.set(key, data.createTicket.ticket.number);
    }
    await eventually(async () => (await similarTo('first')).length > 0 && (await similarTo('other')).length > 0);
  });
  afterAll(() => desk.close());

  const numberOf = (key: string) => numbers.get(key) ?? 0;
  const idOf = (key: string) => Buffer.from(`Ticket:${numberOf(key)}`).toString('base64url');
  async function similarTo(key: string, args = ''): Promise<Similar[]> {
    const query = `{ ticket(number: ${numberOf(key)}) { similarTickets${args} { ticket { number } score commonWords sameRequester } } }`;
    return (await desk.graphql<{ ticket: { similarTickets: Similar[] } }>(query)).data.ticket.similarTickets;
  }

  test('the one that tells of the same is first, with the words that both have', async () => {
    const [best] = await similarTo('again');
    expect(best).toMatchObject({ ticket: { number: numberOf('first') }, sameRequester: false });
    expect(best?.score).toBeGreaterThan(0.25);
    expect(best?.score).toBeLessThanOrEqual(1);
    expect(best?.commonWords).toEqual(expect.arrayContaining(['expired', 'csv']));
  });

  test('words that are no ticket yet have them too, for the team', async () => {
    const query = `mutation ($input: SuggestTriageInput!) { suggestTriage(input: $input) {
      similarTickets(first: 1) { ticket { number } commonWords sameRequester } userErrors { message } } }`;
    const ask = async (input: object) =>
      (await desk.graphql<{ suggestTriage: { similarTickets: Similar[] } }>(query, { input })).data.suggestTriage;
    const { similarTickets } = await ask({ description: 'The csv export says job expired again.' });
    expect(similarTickets).toEqual([
      {
        ticket: { number: expect.any(Number) },
        commonWords: expect.arrayContaining(['expired']),
        sameRequester: false,
      },
    ]);
    expect([numberOf('first'), numberOf('again')]).toContain(similarTickets[0]?.ticket.number);
    expect((await ask({ description: ' ' })).similarTickets).toEqual([]);
  });

  test('what the same requester wrote is told apart', async () => {
    expect((await similarTo('own'))[0]).toMatchObject({ ticket: { number: numberOf('other') }, sameRequester: true });
  });

  test('what has nothing in common is not proposed', async () => {
    expect(await similarTo('wish')).toEqual([]);
  });

  test('no more are told than were asked for', async () => {
    expect(await similarTo('again', '(first: 0)')).toEqual([]);
  });

  test('words that are changed count as they are now', async () => {
    const talked = { id: idOf('wish'), number: numberOf('wish') };
    await people.change(talked, { title: 'Export stops', description: 'The csv export says job expired.' });
    expect((await similarTo('wish')).map(({ ticket }) => ticket.number)).toContain(numberOf('first'));
    await eventually(async () => (await similarTo('first')).some(({ ticket }) => ticket.number === talked.number));
    await people.change(talked, { title: 'A darker theme', description: 'In the evening.' });
    await eventually(async () => (await similarTo('first')).every(({ ticket }) => ticket.number !== talked.number));
  });

  test('a pair that was dismissed is proposed to neither again', async () => {
    const dismiss = async (one: string, other: string) => {
      const query = `mutation ($input: DismissSimilarInput!) { dismissSimilar(input: $input) {
        ticket { similarTickets { ticket { number } } } userErrors { code path } } }`;
      return (await desk.graphql(query, { input: { ticketId: one, otherId: other } })).data.dismissSimilar;
    };
    expect(await dismiss(idOf('other'), idOf('own'))).toEqual({ ticket: { similarTickets: [] }, userErrors: [] });
    expect(await similarTo('own')).toEqual([]);
    expect(await dismiss(idOf('own'), idOf('own'))).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await dismiss('nonsense', idOf('own'))).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', path: ['ticketId'] }],
    });
  });

  test('one request asks about few tickets', async () => {
    const asked: string[] = [];
    while (asked.length < 11) {
      const { number } = await people.submit();
      asked.push(`t${number}: ticket(number: ${number}) { similarTickets { score } }`);
    }
    const { errors } = await desk.graphql(`{ ${asked.join(' ')} }`);
    expect(errors?.[0]?.message).toMatch(/at most 10 tickets/);
  });
});

describe('the measure', () => {
  const text = (line: string) => {
    const at = line.indexOf('. ');
    return at < 0 ? { title: line, description: line } : { title: line.slice(0, at), description: line.slice(at + 2) };
  };
  const lines = readFileSync(new URL('./similar-pairs/pairs.txt', import.meta.url), 'utf8').split('\n');
  const pairs = lines
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('|'))
    .map(([kind, one = '', other = '']) => ({ kind, one: text(one), other: text(other) }));
  const others = readFileSync(new URL('../src/triage/corpus/train.jsonl', import.meta.url), 'utf8')
    .split('\n', 3_000)
    .map((line) => ({ title: '', description: String((JSON.parse(line) as { text: string }).text) }));

  test('finds the ticket that tells of the same among 3,000 others, at least 4 times of 5', () => {
    const all = [...pairs.map(({ one }) => one), ...others].map(termsOf);
    const counts = new Map<number, number>();
    for (const terms of all) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    const rarity = { counts, tickets: all.length };
    const norms = all.map((terms) => normOf(terms, rarity));
    const best = pairs.map(({ other }) => {
      const compare = comparing(termsOf(other), rarity);
      const scores = all.map((terms, index) => compare(terms, norms[index] ?? 1));
      const score = Math.max(...scores);
      return { at: scores.indexOf(score), score };
    });
    const proposed = pairs.flatMap(({ kind }, index) =>
      kind === 'dup' && (best[index]?.score ?? 0) >= 0.25 ? [best[index]?.at === index] : [],
    );
    const right = proposed.filter((isRight) => isRight).length;
    expect({ proposed: proposed.length >= 55, precision: right / proposed.length >= 0.8 }).toEqual({
      proposed: true,
      precision: true,
    });
    expect(
      pairs.flatMap(({ kind }, index) => (kind === 'alike' && best[index]?.at === index ? [index] : [])),
    ).toHaveLength(0);
  });
});

test('tickets of an import are noted too, whatever their numbers', async () => {
  const { createTestDatabase } = await import('./support/database.js');
  const given = await createTestDatabase();
  const database: Database = await openDatabase(given.config, { logger: silentLogger, entities: [] });
  try {
    const insert = (title: string, source: string) =>
      `select set_config('relaydesk.source', '${source}', true), set_config('relaydesk.actor', '', true), set_config('relaydesk.actor_kind', 'team', true);
       insert into ticket (title, description, category, priority) select '${title} ' || n, 'words', 'general', 'low' from generate_series(1, 150) n`;
    await database.dataSource.query(insert('Late', 'import'));
    await database.dataSource.query('update term_progress set up_to = 100000');
    expect(await noteTerms(database.dataSource)).toBe(150);
    expect(await noteTerms(database.dataSource)).toBe(0);
  } finally {
    await database.close();
    await given.close();
  }
});
