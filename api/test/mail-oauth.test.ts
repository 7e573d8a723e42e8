/** Mailboxes that take access tokens and no passwords, at servers that compare them with what the provider gave. */

import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import hoodiecrow from 'hoodiecrow-imap';
import { runCommand } from './support/command.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { eventually } from './support/eventually.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { letLongTimersGo } from './support/mailbox-timers.js';
import { databaseVariables, killServers, type ServerProcess, startServer } from './support/server-process.js';
import { application, startTokenEndpoint, type TokenEndpoint } from './support/token-endpoint.js';
import { workDirectory } from './support/work-directory.js';

const user = 'desk@example.org';
letLongTimersGo();

let endpoint: TokenEndpoint;
let smtp: MailServer;
let mailbox: ReturnType<typeof hoodiecrow>;
const connections = new Set<Socket>();
let env: Record<string, string>;
let database: TestDatabase;
let desk: ServerProcess;

beforeAll(async () => {
  endpoint = await startTokenEndpoint();
  smtp = await startMailServer(0, (name, token) => name === user && token === endpoint.good);
  const xoauth2 = {
    get accessToken() {
      return endpoint.good;
    },
  };
  mailbox = hoodiecrow({ plugins: ['IDLE', 'SASL-IR', 'XOAUTH2', 'LOGINDISABLED'], users: { [user]: { xoauth2 } } });
  mailbox.server.on('connection', (socket) => connections.add(socket));
  await new Promise<void>((resolve) => mailbox.listen(0, '127.0.0.1', resolve));
  const name = encodeURIComponent(user);
  env = {
    SMTP_URL: `smtp://${name}@127.0.0.1:${smtp.port}`,
    MAIL_FROM: user,
    MAIL_IMAP_URL: `imap://${name}@127.0.0.1:${(mailbox.server.address() as AddressInfo).port}/INBOX`,
    MAIL_OAUTH_TOKEN_URL: endpoint.url,
    MAIL_OAUTH_CLIENT_ID: application.id,
    MAIL_OAUTH_CLIENT_SECRET: application.secret,
    MAIL_OAUTH_REFRESH_TOKEN: application.refresh,
  };
  database = await createTestDatabase();
  desk = await startServer({ ...env, ...databaseVariables(database.config), LOG_LEVEL: 'trace' });
});
afterAll(async () => {
  await killServers();
  cut();
  await new Promise<void>((resolve) => mailbox.close(resolve));
  await smtp.close();
  await endpoint.close();
  await database.close();
});

function cut(): void {
  for (const socket of connections) socket.destroy();
  connections.clear();
}

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const answer = await fetch(`${desk.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await answer.json()) as { data: Data }).data;
}

async function sendReply(body: string): Promise<void> {
  const created = await ask<{ createTicket: { ticket: { id: string } } }>(
    `mutation { createTicket(input: { title: "Cannot sign in", description: "The page stays white.",
      requester: { name: "Grace", email: "grace@example.org" } }) { ticket { id } } }`,
  );
  const input = { ticketId: created.createTicket.ticket.id, body, holdSeconds: 0 };
  await ask('mutation ($input: AddReplyInput!) { addReply(input: $input) { userErrors { message } } }', { input });
}

const isOut = (body: string) => eventually(() => smtp.taken.some(({ raw }) => raw.includes(body)));

function putIn(subject: string): void {
  const raw = `From: grace@example.org\r\nSubject: ${subject}\r\nMessage-ID: <${subject.length}@x>\r\n\r\nWords.\r\n`;
  mailbox.appendMessage('INBOX', [], false, raw);
}

const isIn = (title: string) =>
  eventually(async () => {
    const { tickets } = await ask<{ tickets: { edges: { node: { title: string } }[] } }>(
      '{ tickets(first: 50) { edges { node { title } } } }',
    );
    return tickets.edges.some(({ node }) => node.title === title);
  });

type Channel = { working: boolean; lastSuccessAt: string | null; message: string | null };
async function channels(): Promise<[Channel | undefined, Channel | undefined]> {
  const { mailHealth } = await ask<{ mailHealth: { outgoing: Channel; incoming: Channel[] } }>(
    '{ mailHealth { outgoing { working message } incoming { working lastSuccessAt message } } }',
  );
  return [mailHealth.outgoing, mailHealth.incoming[0]];
}

const doctor = () =>
  runCommand('mail:doctor', [], { folder: workDirectory(), env: { ...env, HOST: '127.0.0.1', PORT: '1' } });

test('one token lets mail out and in', async () => {
  await eventually(async () => (await channels())[1]?.lastSuccessAt != null);
  putIn('With a token');
  await isIn('With a token');
  await sendReply('Sent with a token.');
  await isOut('Sent with a token.');
  expect(endpoint.asked.map((form) => Object.fromEntries(form))).toEqual([
    {
      grant_type: 'refresh_token',
      refresh_token: application.refresh,
      client_id: application.id,
      client_secret: application.secret,
    },
  ]);
  expect(smtp.refusedNames).toBe(0);
});

test('a token that a server refuses is replaced at once', async () => {
  endpoint.takeBack();
  await sendReply('Sent with another token.');
  await isOut('Sent with another token.');
  expect([endpoint.given.length, smtp.refusedNames]).toEqual([2, 1]);
  endpoint.takeBack();
  cut();
  putIn('With yet another token');
  await isIn('With yet another token');
  expect(endpoint.given).toHaveLength(3);
});

test('the doctor tries the endpoint and both servers', async () => {
  const { code, output } = await doctor();
  expect(output).toContain('It gives access tokens.');
  expect(output).toContain('The server is there and lets the desk in.');
  expect(output).toContain('It can be read.');
  expect(code).toBe(0);
});

test('a consent that was taken back is told of, with what to do', async () => {
  endpoint.answerBy((form) => ({
    status: 400,
    body: JSON.stringify({ error: 'invalid_grant', error_description: `You sent ${form}` }),
  }));
  endpoint.takeBack();
  cut();
  await sendReply('Not sent.');
  await eventually(async () => (await channels()).every((channel) => channel?.working === false));
  for (const channel of await channels()) {
    expect(channel?.message).toContain('set the new MAIL_OAUTH_REFRESH_TOKEN');
    expect(channel?.message).not.toContain(application.refresh);
    expect(channel?.message).not.toContain(application.secret);
  }
  const { code, output } = await doctor();
  expect(code).toBe(1);
  expect(output).toContain('set the new MAIL_OAUTH_REFRESH_TOKEN');
  for (const secret of [application.secret, application.refresh]) expect(output).not.toContain(secret);
  expect(smtp.taken.some(({ raw }) => raw.includes('Not sent.'))).toBe(false);
});

test('no token and no secret is in the log', async () => {
  desk.child.kill('SIGTERM');
  await once(desk.child, 'exit');
  const { errors } = await desk.exited;
  const log = [...desk.output, errors].join('\n');
  expect(log).toContain('A mail was not sent.');
  expect(log).toContain('The task \\"mailbox\\" failed');
  const tokens = endpoint.given.flatMap((token) => [
    token,
    Buffer.from(`user=${user}\x01auth=Bearer ${token}\x01\x01`).toString('base64'),
  ]);
  expect(tokens.length).toBeGreaterThan(5);
  for (const secret of [application.secret, application.refresh, ...tokens]) expect(log).not.toContain(secret);
});
