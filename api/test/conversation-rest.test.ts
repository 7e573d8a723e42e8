import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { type Answer, startDesk, type TestDesk } from './support/desk.js';
import { type SentFile, sendFile } from './support/files.js';

let desk: TestDesk;
let talk: Conversing;
beforeAll(async () => {
  desk = await startDesk();
  talk = startConversation(desk);
});
afterAll(() => desk.close());

type Message = { id: string; direction: string; author_name: string | null; body: string };
type Filed = { files: (SentFile & { url: string })[] };
const messages = ({ number }: Talked, query = '') =>
  desk.rest<Message[]>('GET', `/api/tickets/${number}/messages/${query}`);

test('messages are what both sides said, whichever door they came through', async () => {
  const ticket = await talk.submit({ name: 'Mia Jansen', email: 'mia@example.org' });
  const sent = await desk.rest<Message>('POST', `/api/tickets/${ticket.number}/messages/`, {
    body: ' Which browser? ',
  });
  expect([sent.status, sent.body]).toEqual([
    201,
    {
      id: expect.any(String),
      direction: 'from_team',
      channel: 'api',
      author_name: null,
      body: 'Which browser?',
      created_at: expect.any(String),
      files: [],
    },
  ]);
  await talk.note(ticket, 'A secret of the team.');
  await talk.answer(ticket, 'Firefox.');
  await talk.reply(ticket, 'Thanks.');
  const { body } = await messages(ticket);
  expect(body.map(({ author_name, body: words }) => [author_name, words])).toEqual([
    [null, 'Which browser?'],
    ['Mia Jansen', 'Firefox.'],
    [null, 'Thanks.'],
  ]);
  expect(JSON.stringify(body)).not.toContain('secret');
  expect(await talk.timeline(ticket, 'kinds: [REPLY]')).toHaveLength(3);
});

test('messages come in pages that repeat and skip nothing', async () => {
  const ticket = await talk.submit();
  for (let index = 0; index < 5; index++) await talk.reply(ticket, `No. ${index}`);
  const seen: string[] = [];
  for (let query: string | null = '?limit=2'; query !== null; ) {
    const { body, headers } = await messages(ticket, query);
    expect(headers.get('x-total-count')).toBe('5');
    seen.push(...body.map(({ body: words }) => words));
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    query = next ? new URL(next).search : null;
  }
  expect(seen).toEqual(['No. 0', 'No. 1', 'No. 2', 'No. 3', 'No. 4']);
});

test('notes have an address of their own', async () => {
  const ticket = await talk.submit();
  const path = `/api/tickets/${ticket.number}/notes/`;
  const written = await desk.rest('POST', path, { body: 'For us.' });
  expect([written.status, written.body]).toMatchObject([201, { body: 'For us.', edited_at: null, author_name: null }]);
  expect((await desk.rest<Message[]>('GET', path)).body.map(({ body }) => body)).toEqual(['For us.']);
  expect((await messages(ticket)).body).toEqual([]);
});

test('a ticket says who asks, where it is asked', async () => {
  const asked = { title: 'Invoice', description: 'It is wrong.', category: 'billing', priority: 'low' };
  const by = { requester_email: 'Lea@Example.org', requester_name: 'Lea' };
  const { body: made } = await desk.rest<{ id: number }>('POST', '/api/tickets/', { ...asked, ...by });
  expect(Object.keys(made)).not.toContain('requester');
  const { body } = await desk.rest<{ requester: { id: string } }>('GET', `/api/tickets/${made.id}/?include=requester`);
  expect(body.requester).toEqual({ id: expect.any(String), name: 'Lea', email: 'lea@example.org' });
  await desk.rest('POST', '/api/tickets/', { ...asked, requester_email: 'lea@example.org', requester_name: 'Mallory' });
  const of = await desk.rest<{ requester: object }[]>(
    'GET',
    `/api/tickets/?requester=${body.requester.id}&include=requester`,
  );
  expect(of.body.map(({ requester }) => requester)).toEqual([body.requester, body.requester]);
  const { body: csv } = await desk.rest<string>(
    'GET',
    `/api/tickets/export.csv?requester=${body.requester.id}&include=requester`,
  );
  expect(csv.split('\r\n')[0] ?? csv).toContain('requester_email,requester_name');
  expect(csv).toContain('lea@example.org,Lea');
});

test.each([
  [{ requester_email: 'no address' }, { requester_email: ['This is not an e-mail address.'] }],
  [{ requester_email: 7 }, { requester_email: ['This is not an e-mail address.'] }],
  [{ requester_name: 'x'.repeat(101) }, { requester_name: ['Ensure this field has no more than 100 characters.'] }],
])('refuses %j under its own name', async (fields, told) => {
  const answer = await desk.rest('POST', '/api/tickets/', { title: 'A', description: 'B', ...fields });
  expect([answer.status, answer.body]).toEqual([400, told]);
});

test('finds the tickets that wait for the team, longest first', async () => {
  const waiting = await talk.submit();
  const answered = await talk.submit();
  await talk.reply(answered, 'Done?');
  const list = await desk.rest<{ id: number }[]>('GET', '/api/tickets/?waiting_on=team&order=waiting_since');
  const numbers = list.body.map(({ id }) => id);
  expect(numbers).toContain(waiting.number);
  expect(numbers).not.toContain(answered.number);
  const all: number[] = [];
  for (let query: string | null = '?order=waiting_since&limit=1'; query !== null; ) {
    const page: Answer<{ id: number }[]> = await desk.rest('GET', `/api/tickets/${query}`);
    all.push(...page.body.map(({ id }) => id));
    const next: string | undefined = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
    query = next ? new URL(next).search : null;
  }
  const whole = await desk.rest<{ id: number }[]>('GET', '/api/tickets/?order=waiting_since');
  expect(all).toEqual(whole.body.map(({ id }) => id));
  expect(all.slice(0, numbers.length)).toEqual(numbers);
  expect((await desk.rest('GET', '/api/tickets/?waiting_on=nobody-else')).status).toBe(400);
});

test('messages and notes take files and tell them, each with an address of its own', async () => {
  const ticket = await talk.submit();
  for (const kind of ['messages', 'notes']) {
    const path = `/api/tickets/${ticket.number}/${kind}/`;
    const { body: sent } = await sendFile(desk, 'plan.txt', `A plan for ${kind}.`);
    const { status, body } = await desk.rest<Filed>('POST', path, { body: 'See the plan.', files: [sent.id] });
    const file = { ...sent, url: expect.stringMatching(/^\/files\/.*signature=/) };
    expect([status, body.files]).toEqual([201, [file]]);
    const [listed] = (await desk.rest<Filed[]>('GET', path)).body;
    expect(listed?.files).toEqual([file]);
    expect(await (await fetch(desk.url + listed?.files[0]?.url)).text()).toBe(`A plan for ${kind}.`);
    const refusal = 'There is no unused file of yours with this id.';
    for (const id of [sent.id, 'nonsense', ticket.id]) {
      const refused = await desk.rest('POST', path, { body: 'Again.', files: [id] });
      expect([refused.status, refused.body]).toEqual([400, { files: [refusal] }]);
    }
    const many = await desk.rest('POST', path, { body: 'Many.', files: Array(11).fill('x') });
    expect([many.status, many.body]).toEqual([400, { files: ['A message has at most 10 files.'] }]);
    const wrong = await desk.rest('POST', path, { body: 'Wrong.', files: 'x' });
    expect([wrong.status, wrong.body]).toEqual([400, { files: ['Expected a list of ids of files.'] }]);
  }
});

test('the messages of all tickets are one file, without notes, and nothing in it runs as a formula', async () => {
  const ticket = await talk.submit({ name: 'Ada Quist', email: 'quist@example.org' });
  await talk.note(ticket, 'whisperbird');
  await talk.answer(ticket, '=1+1');
  const long = `Long ${'word '.repeat(10_000)}end.`;
  await talk.reply(ticket, long);
  const { status, headers, body } = await desk.rest<string>('GET', '/api/tickets/messages.csv');
  expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="messages.csv"']);
  expect(body).not.toContain('whisperbird');
  const records = body.split('\n').map((line) => line.split(','));
  const said = records.filter(([, number]) => number === String(ticket.number));
  expect(said.map(([, , direction, , author, words]) => [direction, author, words])).toEqual([
    ['from_requester', 'Ada Quist', "'=1+1"],
    ['from_team', '', long],
  ]);
});
