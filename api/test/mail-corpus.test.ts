/** Mail as it arrives in the wild, of our own making: each becomes words that can be read, or is filed where a person finds it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startDesk, type TestDesk } from './support/desk.js';
import { deliver, mailToken } from './support/mail.js';
import { uglyAnswers } from './support/ugly-answers.js';
import { uglyFiles } from './support/ugly-files.js';
import { single, type Ugly } from './support/ugly-mail.js';
import { uglyParts } from './support/ugly-parts.js';
import { uglyWords } from './support/ugly-words.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ MAIL_IN_TOKEN: mailToken });
});
afterAll(() => desk.close());

type Ticket = { title: string; description: string; attachments: { edges: { node: { fileName: string } }[] } };

/** The newest ticket is the one that the mail has just become. */
async function newest(): Promise<Ticket> {
  const { data } = await desk.graphql<{ tickets: { edges: { node: Ticket }[] } }>(
    `{ tickets(first: 1) { edges { node { title description attachments(first: 50) { edges { node { fileName } } } } } } }`,
  );
  return data.tickets.edges[0]?.node as Ticket;
}

const plain = (text: string) => text.replace(/\s+/g, ' ');

async function becomesReadable({ bytes, words = [], files, state = 'NEW_TICKET' }: Ugly): Promise<void> {
  const filed = await deliver(desk, bytes);
  expect(filed.state).toBe(state);
  if (state !== 'NEW_TICKET') return;
  const { title, description, attachments } = await newest();
  const shown = plain(`${title}\n${description}`);
  for (const word of words) expect(shown).toContain(plain(word));
  if (files) expect(attachments.edges.map(({ node }) => node.fileName)).toEqual(files);
}

const corpus = { letters: uglyWords, parts: uglyParts, files: uglyFiles, answers: uglyAnswers };

describe.each(Object.entries(corpus))('mail with odd %s', (_kind, mails) => {
  test.each(mails.map((mail) => [mail.name, mail] as const))('%s', (_name, mail) => becomesReadable(mail));
});

test('whatever words a mail has, each can be read, in its ticket or in an answer and what it quotes', async () => {
  const word = fc.oneof(
    fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u),
    fc.constantFrom('>', 'On', 'wrote:', 'From:', '--', '>>', '<b>', '&amp;'),
  );
  const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  const { ticket } = await answeredTicket();
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), fc.boolean(), async (lines, isAnswer) => {
      const text = lines.join('\r\n');
      const thread = isAnswer ? ['In-Reply-To: <property@example.net>'] : [];
      const bytes = single([...thread, 'Content-Type: text/plain; charset=utf-8', `X-Text: ${Math.random()}`], text);
      const filed = await deliver(desk, bytes);
      expect(filed.state).toBe(isAnswer ? 'THREADED' : 'NEW_TICKET');
      const shown = isAnswer ? await latestAnswer(ticket) : (await newest()).description;
      const words = (all: string) => all.split(/\s+/).filter(Boolean);
      if (words(text).length > 0) expect(words(shown)).toEqual(words(text));
    }),
    { numRuns: 60 },
  );
});

async function answeredTicket(): Promise<{ ticket: number }> {
  await deliver(desk, single(['Message-ID: <property@example.net>', 'Subject: Property'], 'x'));
  const { data } = await desk.graphql<{ tickets: { edges: { node: { number: number } }[] } }>(
    '{ tickets(first: 1) { edges { node { number } } } }',
  );
  return { ticket: data.tickets.edges[0]?.node.number ?? 0 };
}

async function latestAnswer(number: number): Promise<string> {
  type Told = { ticket: { timeline: { edges: { node: { body?: string; quotedBody?: string | null } }[] } } };
  const { data } = await desk.graphql<Told>(
    `{ ticket(number: ${number}) { timeline(last: 1) { edges { node { ... on PublicReply { body quotedBody } } } } } }`,
  );
  const { body = '', quotedBody } = data.ticket.timeline.edges[0]?.node ?? {};
  return `${body}\n${quotedBody ?? ''}`;
}

test('the corpus is as large as it is said to be', () => {
  expect(Object.values(corpus).flat().length).toBeGreaterThanOrEqual(120);
});
