import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { type MailServer, startMailServer } from './support/mail-server.js';

let server: MailServer;
let desk: TestDesk;
let transport: ReturnType<typeof createTransport>;
beforeAll(async () => {
  server = await startMailServer();
  desk = await startDesk({
    SMTP_URL: server.url,
    MAIL_FROM: 'desk@example.org',
    MAIL_REPLY_DOMAIN: 'reply.example.org',
    MAIL_LISTEN: '127.0.0.1:0',
  });
  transport = createTransport({ host: '127.0.0.1', port: desk.mailAddress?.port ?? 0, ignoreTLS: true });
});
afterAll(async () => {
  transport.close();
  await desk.close();
  await server.close();
});

const send = (to: string, subject: string, more: object = {}) =>
  transport.sendMail({ from: 'grace@example.net', to, subject, text: 'Words.', ...more });
const codeOf = (sent: Promise<unknown>): Promise<number> =>
  sent.then(
    () => 250,
    (error: { responseCode?: number }) => error.responseCode ?? 0,
  );

async function titles(): Promise<string[]> {
  const { data } = await desk.graphql<{ tickets: { edges: { node: { title: string } }[] } }>(
    '{ tickets(first: 50) { edges { node { title } } } }',
  );
  return data.tickets.edges.map(({ node }) => node.title);
}

test('mail for the desk becomes a ticket, whichever of its addresses it is for', async () => {
  await send('desk@example.org', 'To the desk');
  await send('Desk+anything@Example.org', 'To a plus address');
  await send('whatever@reply.example.org', 'To the domain of answers');
  await eventually(async () => (await titles()).length === 3);
});

test.each([
  'someone@elsewhere.example',
  'desk@elsewhere.example',
  'other@example.org',
  'desk@example.org.elsewhere.example',
])('nothing is relayed to %s', async (to) => {
  const envelope = { from: 'a@b.example', to: [to] };
  expect(await codeOf(send('desk@example.org', 'x', { envelope }))).toBe(550);
});

test('an empty sender on the envelope is a machine', async () => {
  await send('desk@example.org', 'From nobody', { envelope: { from: '', to: ['desk@example.org'] } });
  await send('desk@example.org', 'From somebody');
  await eventually(async () => (await titles()).includes('From somebody'));
  expect(await titles()).not.toContain('From nobody');
});

test('what is too large is refused, and the next mail is taken', async () => {
  const attachments = [{ filename: 'x', content: Buffer.alloc(20 * 2 ** 20) }];
  expect(await codeOf(send('desk@example.org', 'Too large', { attachments }))).toBe(552);
  expect(await codeOf(send('desk@example.org', 'Small again'))).toBe(250);
});

test('no password is asked for, nor taken', async () => {
  const socket = connect(desk.mailAddress?.port ?? 0, '127.0.0.1');
  socket.write('EHLO x\r\nQUIT\r\n');
  expect(await text(socket)).not.toMatch(/AUTH|STARTTLS/);
});

test('an answer goes round: out by SMTP, back by SMTP, to its ticket', async () => {
  const from = 'traveller@example.net';
  await send('desk@example.org', 'Round trip', { from, messageId: '<round@example.net>' });
  await eventually(() => server.taken.some(({ raw }) => raw.includes('In-Reply-To: <round@example.net>')));
  const acknowledgement = server.taken.find(({ raw }) => raw.includes('In-Reply-To: <round@example.net>'));
  const back = (await acknowledgement?.read())?.replyTo?.[0]?.address ?? '';
  await send(back, 'Whatever', { from, text: 'And one more thing.' });
  await eventually(async () => {
    type Told = {
      tickets: { edges: { node: { title: string; timeline: { edges: { node: { body?: string } }[] } } }[] };
    };
    const { data } = await desk.graphql<Told>(
      '{ tickets(first: 50) { edges { node { title timeline(last: 1) { edges { node { ... on PublicReply { body } } } } } } } }',
    );
    const found = data.tickets.edges.find(({ node }) => node.title === 'Round trip');
    return found?.node.timeline.edges[0]?.node.body === 'And one more thing.';
  });
});
