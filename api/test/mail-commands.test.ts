import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCommand } from './support/command.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { mail, mailToken } from './support/mail.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { workDirectory } from './support/work-directory.js';

let server: MailServer;
let desk: TestDesk;
let env: Record<string, string>;
beforeAll(async () => {
  server = await startMailServer();
  const settings = { SMTP_URL: server.url, MAIL_FROM: 'desk@example.org', MAIL_IN_TOKEN: mailToken };
  desk = await startDesk(settings);
  env = { ...settings, HOST: '127.0.0.1', PORT: new URL(desk.url).port };
});
afterAll(async () => {
  await desk.close();
  await server.close();
});

/** As a mail server's pipe calls it. */
async function pipe(bytes: Buffer, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['api/scripts/run.mjs', 'mail:in'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, ...env, ...more },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  child.stdin.end(bytes);
  const [code] = await once(child, 'close');
  return { code, said: await said };
}

test('a mail on standard input becomes a ticket', async () => {
  expect(await pipe(mail({ Subject: 'Through the pipe' }))).toEqual({ code: 0, said: '' });
  await eventually(async () => {
    const { data } = await desk.graphql<{ tickets: { edges: { node: { title: string } }[] } }>(
      '{ tickets(first: 5) { edges { node { title } } } }',
    );
    return data.tickets.edges.some(({ node }) => node.title === 'Through the pipe');
  });
});

test.each([
  ['is kept by its server where no desk answers', mail({}), { PORT: '1' }, 75],
  ['is kept by its server where the token is wrong', mail({}), { MAIL_IN_TOKEN: 'x'.repeat(30) }, 75],
  ['goes back where there is nothing of it', Buffer.alloc(0), {}, 69],
])('a mail %s', async (_what, bytes, more, code) => {
  expect(await pipe(bytes, more)).toEqual({ code, said: expect.stringMatching(/\S/) });
});

test('the doctor tries both directions, and sends where it is told to', async () => {
  const { code, output } = await runCommand('mail:doctor', ['ada@example.org'], { folder: workDirectory(), env });
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('The desk takes mail there.') });
  expect((await server.takes(1)).at(-1)).toMatchObject({ to: 'ada@example.org' });
});

test('the doctor says what is wrong', async () => {
  const wrong = { ...env, SMTP_URL: 'smtp://127.0.0.1:1', MAIL_IN_TOKEN: 'x'.repeat(30) };
  const { code, output } = await runCommand('mail:doctor', [], { folder: workDirectory(), env: wrong });
  expect(code).toBe(1);
  expect(output).toContain('The mail server cannot be reached');
  expect(output).toContain('another MAIL_IN_TOKEN');
});
