/**
 * `npm run mail:demo [-- --port PORT --desk-port PORT]`: a desk of its own whose mail leaves for nowhere, and a page that lists what it would
 * have sent, with a conversation begun. Nothing is set from outside, so the real desk's data and mail are out of its reach.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { buildDesk } from '../src/app.js';
import { loadConfig } from '../src/config.js';
import { onStopSignal } from '../src/serve.js';
import { Customers } from './mail-demo/customer.js';
import { demoServer } from './mail-demo/demo-server.js';
import { MailSink } from './mail-demo/mail-sink.js';

const deskAddress = 'desk@example.org';
const patienceMs = 30_000;
const longestStopMs = 10_000;

type Release = () => Promise<unknown>;

/** @param releases What has been opened, to be closed from the last to the first. */
async function main(ports: { page: number; desk: number }, releases: Release[]): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'relaydesk-mail-demo-'));
  releases.push(() => rm(directory, { recursive: true, force: true }));
  const sink = new MailSink();
  const sinkPort = await sink.listen();
  releases.push(() => sink.close());
  const deskUrl = `http://localhost:${ports.desk}`;
  const config = loadConfig({
    HOST: '127.0.0.1',
    PORT: String(ports.desk),
    PUBLIC_URL: deskUrl,
    DATA_DIR: directory,
    LOG_LEVEL: 'warn',
    SMTP_URL: `smtp://127.0.0.1:${sinkPort}`,
    MAIL_FROM: `Example Support <${deskAddress}>`,
    MAIL_REPLY_DOMAIN: 'reply.example.org',
    MAIL_LISTEN: '127.0.0.1:0',
  });
  const desk = await buildDesk(config);
  releases.push(() => desk.close());
  await desk.app.listen(config.server);
  if (!desk.mailAddress) throw new Error('The desk takes no mail.');
  const customers = new Customers(desk.mailAddress, deskAddress);
  releases.push(async () => customers.close());
  const pages = demoServer({ sink, customers, deskUrl });
  await pages.listen({ host: '127.0.0.1', port: ports.page });
  releases.push(() => pages.close());
  await beginConversation(config.server.port, customers, sink);
  console.log(`Mail goes to a page on this machine, and nowhere else. Ctrl-C ends it and removes its data.
  Mail      http://localhost:${ports.page}
  Desk      ${deskUrl}`);
}

/** A customer writes, and the team answers. */
async function beginConversation(port: number, customers: Customers, sink: MailSink): Promise<void> {
  await customers.write({
    from: { name: 'Grace Hopper', address: 'grace@customer.example' },
    subject: 'The printer is silent',
    words: 'Hello,\n\nsince this morning our printer takes every job and prints none. What can we do?\n\nGrace',
  });
  const tickets = z.object({ tickets: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) }) });
  const ticketId = await until(async () => {
    const found = tickets.parse(await ask(port, '{ tickets(first: 1) { edges { node { id } } } }'));
    return found.tickets.edges[0]?.node.id;
  });
  const reply = 'mutation ($input: AddReplyInput!) { addReply(input: $input) { userErrors { message } } }';
  const body = 'Hello Grace,\n\nplease switch it off, wait for ten seconds, and switch it on again. Does it print now?';
  await ask(port, reply, { input: { ticketId, body, holdSeconds: 0 } });
  await until(async () => sink.mails.some(({ read }) => read.text?.includes('Does it print now?')) || undefined);
}

async function ask(port: number, query: string, variables: object = {}): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return z.object({ data: z.unknown() }).parse(await answer.json()).data;
}

/** @throws when it does not come about */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error('The conversation of the demonstration did not begin.');
    await delay(50);
  }
}

/** @throws for what is no port */
function portsOf(args: string[]): { page: number; desk: number } {
  const options = {
    port: { type: 'string', default: '8025' },
    'desk-port': { type: 'string', default: '8026' },
  } as const;
  const { values } = parseArgs({ args, options });
  const [page, desk] = [Number(values.port), Number(values['desk-port'])];
  const isPort = (port: number) => Number.isInteger(port) && port > 0 && port <= 65_535;
  if (!isPort(page) || !isPort(desk)) throw new Error('--port and --desk-port take ports from 1 to 65535.');
  return { page, desk };
}

const releases: Release[] = [];
const release = async () => {
  setTimeout(() => process.exit(1), longestStopMs).unref();
  for (const close of releases.reverse()) await close();
};
onStopSignal(async () => {
  await release();
  process.exit(0);
});
try {
  await main(portsOf(process.argv.slice(2)), releases);
} catch (error) {
  await release();
  const { code, port, message } = error as Error & { code?: string; port?: number };
  console.error(
    code === 'EADDRINUSE' ? `Port ${port} is taken. Name others with -- --port PORT --desk-port PORT.` : message,
  );
  process.exit(1);
}
