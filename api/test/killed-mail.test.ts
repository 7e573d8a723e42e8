/** A desk that is killed at any moment loses no mail; it sends one twice at most where the server took it and nobody noted so. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase, withDataSource } from './support/database.js';
import { eventually } from './support/eventually.js';
import { mail as mailOf, mailToken } from './support/mail.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { databaseVariables, killServers, type ServerProcess, startServer } from './support/server-process.js';
import { workDirectory } from './support/work-directory.js';

let database: TestDatabase;
let server: MailServer;
let dataDirectory: string;
let env: Record<string, string>;
beforeEach(async () => {
  database = await createTestDatabase();
  server = await startMailServer();
  dataDirectory = mkdtempSync(join(workDirectory(), 'data-'));
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'desk@example.org', MAIL_IN_TOKEN: mailToken };
  env = { DATA_DIR: dataDirectory, ...databaseVariables(database.config), ...mail };
});
afterEach(async () => {
  await killServers();
  await server.close();
  await database.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

async function graphql<Data>({ url }: ServerProcess, query: string): Promise<Data> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: Data }).data;
}

/** The words of a new ticket’s answer, which names it. */
async function reply(desk: ServerProcess, words: string, holdSeconds: number): Promise<void> {
  const { createTicket } = await graphql<{ createTicket: { ticket: { id: string } } }>(
    desk,
    `mutation { createTicket(input: { title: "x", description: "y", category: TECHNICAL, priority: LOW,
      requester: { email: "grace@example.org" } }) { ticket { id } } }`,
  );
  await graphql(
    desk,
    `mutation { addReply(input: { ticketId: "${createTicket.ticket.id}", body: "${words}", holdSeconds: ${holdSeconds} }) { reply { id } } }`,
  );
}

/** Nobody waits a minute for the lease of a process that is dead. */
const endLeases = () =>
  withDataSource(database, (dataSource) => dataSource.query('update job set due_at = least(due_at, now())'));

async function killed(desk: ServerProcess): Promise<void> {
  desk.child.kill('SIGKILL');
  await desk.exited;
}

const timesSent = (words: string) => server.taken.filter(({ raw }) => raw.includes(words)).length;

test('what was said and not begun is sent by the next one, once', async () => {
  const desk = await startServer(env);
  await reply(desk, 'said-and-held', 2);
  await killed(desk);
  expect(timesSent('said-and-held')).toBe(0);
  await startServer(env);
  await eventually(() => timesSent('said-and-held') === 1);
});

test('what was begun and refused for now is sent by the next one, once', async () => {
  server.refuseBy(() => ({ at: 'data', code: 451, text: 'later' }));
  const desk = await startServer(env);
  await reply(desk, 'begun-and-refused', 0);
  await eventually(() => server.tries > 0);
  await killed(desk);
  server.refuseBy(() => null);
  await withDataSource(database, (dataSource) =>
    dataSource.query(`update outgoing_mail set next_attempt_at = now() where state = 'queued'`),
  );
  await endLeases();
  await startServer(env);
  await eventually(() => timesSent('begun-and-refused') === 1);
});

test('what the server took without saying so is sent again, with the same Message-ID: the one window', async () => {
  server.dieAfterWords(true);
  const desk = await startServer(env);
  await reply(desk, 'taken-and-not-noted', 0);
  await server.takes(1);
  await killed(desk);
  server.dieAfterWords(false);
  await endLeases();
  const next = await startServer(env);
  await server.takes(2);
  const ids = await Promise.all(server.taken.map(async (mail) => (await mail.read()).messageId));
  expect(new Set(ids).size).toBe(1);
  type Told = { ticket: { timeline: { edges: { node: { deliveries: { state: string }[] } }[] } } };
  const asked =
    '{ ticket(number: 1) { timeline(last: 1) { edges { node { ... on PublicReply { deliveries { state } } } } } } }';
  await eventually(async () => {
    const { ticket } = await graphql<Told>(next, asked);
    return ticket.timeline.edges[0]?.node.deliveries[0]?.state === 'SENT';
  });
  expect(timesSent('taken-and-not-noted')).toBe(2);
});

test('of ten replies during which the desk is killed again and again, each arrives, and none more than twice', async () => {
  const words = Array.from({ length: 10 }, (_, index) => `many-${index}-times`);
  let desk = await startServer(env);
  for (const [index, each] of words.entries()) {
    await reply(desk, each, 0);
    if (index % 3 !== 2) continue;
    await killed(desk);
    await endLeases();
    desk = await startServer(env);
  }
  await eventually(() => words.every((each) => timesSent(each) > 0));
  expect(words.map(timesSent).filter((count) => count > 2)).toEqual([]);
});

test('mail that the desk said it has is read once, though it is killed right after its word', async () => {
  const titles = Array.from({ length: 8 }, (_, index) => `Came in as ${index}`);
  let desk = await startServer(env);
  for (const [index, title] of titles.entries()) {
    const answer = await fetch(`${desk.url}/mail/in`, {
      method: 'POST',
      headers: { authorization: `Bearer ${mailToken}`, 'content-type': 'message/rfc822' },
      body: new Uint8Array(
        mailOf({ From: `p${index}@example.org`, Subject: title, 'Message-ID': `<k${index}@example.org>` }),
      ),
    });
    expect(answer.status).toBe(202);
    if (index % 3 !== 2) continue;
    await killed(desk);
    await endLeases();
    desk = await startServer(env);
  }
  type Told = { tickets: { edges: { node: { title: string } }[] } };
  const read = async () => {
    const { tickets } = await graphql<Told>(desk, '{ tickets(first: 50) { edges { node { title } } } }');
    return tickets.edges.map(({ node }) => node.title).sort();
  };
  await eventually(async () => (await read()).length >= titles.length);
  expect(await read()).toEqual(titles);
});
