import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleTickets } from '../src/samples/sample-tickets.js';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

type Ticket = { id: number; title: string };
type Payload = {
  answer: { ticket: { id: string; title: string } | null; userErrors: { path: string[]; code: string }[] };
};

const answer = '{ ticket { id title } userErrors { path code } }';

async function createByGraphql(title: string, description = 'd') {
  const query = `mutation ($input: CreateTicketInput!) { answer: createTicket(input: $input) ${answer} }`;
  return (await desk.graphql<Payload>(query, { input: { title, description } })).data.answer;
}

async function titleOfImported(row: object): Promise<string | undefined> {
  await desk.rest('POST', '/api/tickets/import/', JSON.stringify(row), { 'content-type': 'application/x-ndjson' });
  return (await desk.rest<Ticket[]>('GET', '/api/tickets/?limit=1')).body[0]?.title;
}

/** Every way in, and the title that a ticket has after it. */
const doors: Record<string, (title: string) => Promise<string | undefined>> = {
  'REST create': async (title) =>
    (await desk.rest<Ticket>('POST', '/api/tickets/', { title, description: 'd' })).body.title,
  'REST change': async (title) => (await desk.rest<Ticket>('PATCH', '/api/tickets/1/', { title })).body.title,
  'REST replacement': async (title) =>
    (await desk.rest<Ticket>('PUT', '/api/tickets/1/', { title, description: 'd' })).body.title,
  'GraphQL create': async (title) => (await createByGraphql(title)).ticket?.title,
  'GraphQL change': async (title) => {
    const id = (await createByGraphql('before')).ticket?.id;
    const query = `mutation ($input: UpdateTicketInput!) { answer: updateTicket(input: $input) ${answer} }`;
    return (await desk.graphql<Payload>(query, { input: { id, title } })).data.answer.ticket?.title;
  },
  'import of JSON': (title) => titleOfImported({ title, description: 'd' }),
  'import of CSV': async (title) => {
    const file = `title,description\n"${title.replaceAll('"', '""')}",d\n`;
    await desk.rest('POST', '/api/tickets/import/', file, { 'content-type': 'text/csv' });
    return (await desk.rest<Ticket[]>('GET', '/api/tickets/?limit=1')).body[0]?.title;
  },
};

describe.each(Object.entries(doors))('a title that comes in by %s', (_door, send) => {
  beforeAll(() => desk.rest('POST', '/api/tickets/', { title: 'first', description: 'd' }));

  it.each([
    ['one\ntwo', 'one two'],
    ['one\r\ntwo', 'one two'],
    ['one \n\n two', 'one two'],
    ['one\u2028two\u2029three\u0085four', 'one two three four'],
    ['one\vtwo\fthree', 'one two three'],
    ['\n one\n', 'one'],
  ])('has spaces for the line ends of %j', async (sent, title) => {
    expect(await send(sent)).toBe(title);
  });

  it.each([...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'])('loses %j', async (character) => {
    expect(await send(`invoice${character}gpj.exe`)).toBe('invoicegpj.exe');
  });

  it('keeps what belongs to its words: joiners, marks of direction and variation selectors', async () => {
    const title = 'می\u200Cخواهم 👩\u200D💻 ❤\uFE0F \u200Fok';
    expect(await send(title)).toBe(title);
  });
});

describe('a text that shows nothing', () => {
  const nothing = [
    '\u200B',
    '\u2060\uFEFF',
    '\u00AD',
    '\u3164\uFFA0',
    '\u202E\u2066',
    '\u034F\u200D \n',
    '\u2800',
    '\uFE0F',
  ];

  it.each(nothing)('is blank to REST and GraphQL: %j', async (text) => {
    const blank = ['This field may not be blank.'];
    const { status, body } = await desk.rest('POST', '/api/tickets/', { title: text, description: text });
    expect({ status, body }).toEqual({ status: 400, body: { title: blank, description: blank } });
    expect((await createByGraphql(text, text)).userErrors.map(({ path }) => path.at(-1))).toEqual([
      'title',
      'description',
    ]);
  });

  it.each(nothing)('is not imported: %j', async (text) => {
    const file = JSON.stringify({ title: 'T', description: text });
    const { body } = await desk.rest<string>('POST', '/api/tickets/import/', file, {
      'content-type': 'application/x-ndjson',
    });
    expect(JSON.parse(body.trim().split('\n').at(-1) ?? '')).toMatchObject({ imported: 0, rejected: 1 });
  });
});

it('samples have titles of one line', () => {
  const titles = [...sampleTickets(2_000, { days: 60 })].map(({ title }) => title);
  expect(titles.filter((title) => /[\n\r\u2028\u2029\u202A-\u202E\u2066-\u2069]/.test(title))).toEqual([]);
});
