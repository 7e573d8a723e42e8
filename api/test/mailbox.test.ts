/** A mailbox on a server that nobody here wrote. */

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import hoodiecrow from 'hoodiecrow-imap';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { letLongTimersGo } from './support/mailbox-timers.js';

const settings = (port: number) => ({ MAIL_IMAP_URL: `imap://testuser:testpass@127.0.0.1:${port}/INBOX` });
const raw = (subject: string) =>
  `From: grace@example.org\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(' ', '-')}@x>\r\n\r\nWords of ${subject}.\r\n`;

let mailbox: ReturnType<typeof hoodiecrow>;
let port: number;
let proxy: Server;
let sockets: Set<Socket>;
let database: TestDatabase;

letLongTimersGo();

/** In between, so that a test can cut the cable. */
beforeEach(async () => {
  database = await createTestDatabase();
  mailbox = hoodiecrow({ plugins: ['IDLE'], storage: { INBOX: { messages: [{ raw: raw('Long here') }] } } });
  await new Promise<void>((resolve) => mailbox.listen(0, '127.0.0.1', resolve));
  const behind = (mailbox.server.address() as AddressInfo).port;
  sockets = new Set();
  proxy = createServer((socket) => {
    const other = connect(behind, '127.0.0.1');
    for (const end of [socket, other]) {
      sockets.add(end);
      end.on('error', () => undefined);
    }
    socket.pipe(other).pipe(socket);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  port = (proxy.address() as AddressInfo).port;
});
afterEach(async () => {
  cut();
  await new Promise((resolve) => proxy.close(resolve));
  await new Promise<void>((resolve) => mailbox.close(resolve));
  await database.close();
});

function cut(): void {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
}

async function titles(desk: TestDesk): Promise<string[]> {
  const { data } = await desk.graphql<{ tickets: { edges: { node: { title: string } }[] } }>(
    '{ tickets(first: 50) { edges { node { title } } } }',
  );
  return data.tickets.edges.map(({ node }) => node.title).sort();
}

const begun = (desk: TestDesk) =>
  eventually(async () => {
    const { data } = await desk.graphql<{ mailHealth: { incoming: { lastSuccessAt: string | null }[] } }>(
      '{ mailHealth { incoming { lastSuccessAt } } }',
    );
    return data.mailHealth.incoming[0]?.lastSuccessAt != null;
  });

/** The given database outlives the desk. */
const kept = () => ({ config: database.config, close: async () => undefined });

test('what comes is read as it comes, though somebody has seen it, and what was there is left alone', async () => {
  const desk = await startDesk(settings(port), kept());
  await begun(desk);
  for (const subject of ['First', 'Second', 'Third']) {
    const before = performance.now();
    mailbox.appendMessage('INBOX', ['\\Seen'], false, raw(subject));
    await eventually(async () => (await titles(desk)).includes(subject));
    // By the server's word, long before the next look.
    expect(performance.now() - before).toBeLessThan(10_000);
  }
  expect(await titles(desk)).toEqual(['First', 'Second', 'Third']);
  expect(mailbox.getMailbox('INBOX').messages.map(({ flags }) => flags)).toEqual([
    [],
    ['\\Seen'],
    ['\\Seen'],
    ['\\Seen'],
  ]);
  await desk.close();
});

test('what comes while the cable is cut, or the desk is stopped, is read after, once', async () => {
  let desk = await startDesk(settings(port), kept());
  await begun(desk);
  cut();
  mailbox.appendMessage('INBOX', [], false, raw('While cut'));
  await eventually(async () => (await titles(desk)).includes('While cut'));
  await desk.close();
  mailbox.appendMessage('INBOX', [], false, raw('While stopped'));
  desk = await startDesk(settings(port), kept());
  await eventually(async () => (await titles(desk)).includes('While stopped'));
  expect(await titles(desk)).toEqual(['While cut', 'While stopped']);
  await desk.close();
});

test('a mailbox that was numbered anew is read again, and nothing is doubled', async () => {
  let desk = await startDesk(settings(port), kept());
  await begun(desk);
  mailbox.appendMessage('INBOX', [], false, raw('Before'));
  await eventually(async () => (await titles(desk)).includes('Before'));
  await desk.close();
  const inbox = mailbox.getMailbox('INBOX');
  inbox.uidvalidity += 7;
  mailbox.appendMessage('INBOX', [], false, raw('After'));
  desk = await startDesk(settings(port), kept());
  await eventually(async () => (await titles(desk)).includes('After'));
  expect((await titles(desk)).filter((title) => title !== 'Long here')).toEqual(['After', 'Before']);
  await desk.close();
});

test('a mailbox that lets nobody in is told of', async () => {
  const desk = await startDesk({ MAIL_IMAP_URL: `imap://testuser:wrong@127.0.0.1:${port}/INBOX` }, kept());
  type Health = { mailHealth: { incoming: { working: boolean; message: string | null }[] } };
  const asked = '{ mailHealth { incoming { working message } } }';
  await eventually(async () => (await desk.graphql<Health>(asked)).data.mailHealth.incoming[0]?.working === false);
  expect((await desk.graphql<Health>(asked)).data.mailHealth.incoming).toMatchObject([
    { message: expect.stringMatching(/^The mailbox cannot be read/) },
  ]);
  await desk.close();
});
