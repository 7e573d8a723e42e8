import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { deliver, mail, mailToken } from './support/mail.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { ask, type Credentials, joinTeam } from './support/team.js';
import { composed } from './support/ugly-mail.js';

let server: MailServer;
let desk: TestDesk;
let admin: Credentials;
let agent: Credentials;
beforeAll(async () => {
  server = await startMailServer();
  const settings = { SMTP_URL: server.url, MAIL_FROM: 'desk@example.org', MAIL_IN_TOKEN: mailToken };
  desk = await startDesk(settings, undefined, { mailLookMs: 200 });
  admin = await joinTeam(desk, 'ada@example.org', '--admin');
  agent = await joinTeam(desk, 'bob@example.org');
});
afterAll(async () => {
  await desk.close();
  await server.close();
});

type Mail = {
  id: string;
  from: string | null;
  subject: string | null;
  state: string;
  verdict: string;
  ticket: { number: number; title: string; description: string } | null;
  size: number;
  sourceUrl: string | null;
};
const fields = 'id from subject state verdict ticket { number title description } size sourceUrl';

async function mails(state?: string): Promise<Mail[]> {
  const query = `{ inboundMails(first: 50${state ? `, state: [${state}]` : ''}) { totalCount edges { node { ${fields} } } } }`;
  const { body } = await ask(desk, admin, query);
  const page = body.data?.inboundMails as { totalCount: number; edges: { node: Mail }[] };
  expect(page.totalCount).toBe(page.edges.length);
  return page.edges.map(({ node }) => node);
}

async function one(subject: string): Promise<Mail> {
  const found = (await mails()).find((each) => each.subject === subject);
  if (!found) throw new Error(`There is no mail “${subject}”.`);
  return found;
}

async function readAgain(id: string, ticketId?: string): Promise<string> {
  const query = `mutation ($input: RetryInboundMailInput!) { retryInboundMail(input: $input) {
    inboundMail { state } userErrors { code } } }`;
  const { body } = await ask(desk, admin, query, { input: { id, ticketId } });
  const { userErrors } = (body.data?.retryInboundMail ?? { userErrors: [] }) as { userErrors: { code: string }[] };
  return userErrors[0]?.code ?? 'read';
}

test('administrators see what came in, why it went where it went, and as it came', async () => {
  const bytes = mail({ Subject: 'Seen', 'Message-ID': '<seen@example.org>' });
  await deliver(desk, bytes);
  await deliver(desk, mail({ Subject: 'Away', 'Auto-Submitted': 'auto-replied' }));
  const seen = await one('Seen');
  expect(seen).toMatchObject({
    from: 'grace@example.org',
    state: 'NEW_TICKET',
    verdict: 'It belongs to no ticket.',
    ticket: { title: 'Seen' },
    size: bytes.length,
  });
  expect((await mails('AUTOMATIC')).map(({ subject, verdict }) => [subject, verdict])).toEqual([
    ['Away', 'A machine wrote it: Auto-Submitted.'],
  ]);
  const source = (by: Credentials, path = seen.sourceUrl ?? '') => desk.rest('GET', path, undefined, by);
  const own = await source(admin);
  expect([own.status, own.body, own.headers.get('content-disposition')]).toEqual([
    200,
    bytes.toString(),
    expect.stringMatching(/^attachment/),
  ]);
  expect((await source(agent)).status).toBe(404);
  expect((await source({})).status).toBe(404);
  expect(
    (
      await source(
        admin,
        (seen.sourceUrl ?? '').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      )
    ).status,
  ).toBe(404);
});

test('agents see how mail fares, and not what came in', async () => {
  const health = '{ mailHealth { outgoing { name working } incoming { name working } stuckCount } }';
  expect((await ask(desk, agent, health)).body.data?.mailHealth).toMatchObject({
    incoming: [{ name: 'POST /mail/in', working: true }],
  });
  const refused = await ask(desk, agent, '{ inboundMails(first: 1) { edges { node { id } } } }');
  expect(refused.body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const { id } = await one('Seen');
  const { body } = await ask(desk, agent, 'query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(body.data?.node).toBeNull();
});

test('what a machine was taken for is read again as words, on a new ticket or on a given one', async () => {
  await deliver(desk, mail({ Subject: 'Alarm one', Precedence: 'bulk' }, 'The disk is full.'));
  await deliver(desk, mail({ Subject: 'Alarm two', Precedence: 'bulk' }, 'And the other.'));
  expect(await readAgain((await one('Alarm one')).id)).toBe('read');
  await eventually(async () => (await one('Alarm one')).state === 'NEW_TICKET');
  const first = await one('Alarm one');
  expect(first.ticket).toMatchObject({ title: 'Alarm one', description: 'The disk is full.' });
  const ticketId = Buffer.from(`Ticket:${first.ticket?.number}`).toString('base64url');
  expect(await readAgain((await one('Alarm two')).id, ticketId)).toBe('read');
  await eventually(async () => (await one('Alarm two')).state === 'THREADED');
  expect(await one('Alarm two')).toMatchObject({ ticket: { number: first.ticket?.number } });
  // Its words stand there already.
  expect(await readAgain(first.id)).toBe('NOT_FOUND');
  expect(await readAgain('nonsense')).toBe('NOT_FOUND');
});

test('what is in quarantine becomes a ticket when a person wants it', async () => {
  const parts = Array.from({ length: 250 }, (_, n) => ({ type: 'text/plain', body: `part ${n}` }));
  await deliver(desk, composed('mixed', parts, ['Subject: Too many', 'From: q@example.org']));
  const { id, ticket } = await one('Too many');
  expect(ticket).toBeNull();
  await readAgain(id);
  await eventually(async () => (await one('Too many')).ticket !== null);
  expect(await one('Too many')).toMatchObject({ state: 'FAILED', ticket: { title: 'Too many' } });
});

test('a server that is away is told of, until it is back', async () => {
  const query = '{ mailHealth { outgoing { working failingSince message lastSuccessAt } stuckCount needsAttention } }';
  type Health = {
    outgoing: { working: boolean; message: string | null; failingSince: string | null };
    stuckCount: number;
    needsAttention: boolean;
  };
  const health = async () => (await ask(desk, agent, query)).body.data?.mailHealth as Health;
  await eventually(async () => (await health()).outgoing.working);
  const { port } = server;
  await server.close();
  await deliver(desk, mail({ From: 'new@example.org', Subject: 'To acknowledge' }));
  await eventually(async () => !(await health()).outgoing.working);
  const failing = await health();
  expect(failing.outgoing).toMatchObject({
    message: expect.stringMatching(/^The mail server cannot be reached/),
    failingSince: expect.any(String),
  });
  expect(failing.stuckCount).toBeGreaterThan(0);
  expect(failing.needsAttention).toBe(true);
  server = await startMailServer(port);
  await deliver(desk, mail({ From: 'newer@example.org', Subject: 'To acknowledge too' }));
  await eventually(async () => (await health()).outgoing.working);
  expect((await health()).outgoing).toMatchObject({
    message: null,
    failingSince: null,
    lastSuccessAt: expect.any(String),
  });
  expect((await health()).needsAttention).toBe(false);
});

test('a reply that is refused for good is told of, until it is sent; an acknowledgement is not', async () => {
  type Health = { undeliveredCount: number; needsAttention: boolean };
  const query = '{ mailHealth { undeliveredCount needsAttention } }';
  const health = async () => (await ask(desk, agent, query)).body.data?.mailHealth as Health;
  const tries = server.tries;
  server.refuseBy((to) => (to === 'gone@example.org' ? { at: 'rcpt', code: 550, text: 'No such mailbox' } : null));
  await deliver(desk, mail({ From: 'gone@example.org', Subject: 'From nowhere' }));
  await eventually(() => server.tries > tries);
  expect(await health()).toEqual({ undeliveredCount: 0, needsAttention: false });
  const { ticket } = await one('From nowhere');
  const ticketId = Buffer.from(`Ticket:${ticket?.number}`).toString('base64url');
  const add = `mutation { addReply(input: { ticketId: "${ticketId}", body: "Hello?", holdSeconds: 0 }) { reply { id } } }`;
  const added = (await ask(desk, agent, add)).body.data?.addReply as { reply: { id: string } } | undefined;
  await eventually(async () => (await health()).undeliveredCount === 1);
  expect(await health()).toEqual({ undeliveredCount: 1, needsAttention: true });
  server.refuseBy(() => null);
  await ask(desk, agent, `mutation { retryReply(input: { id: "${added?.reply.id}" }) { userErrors { code } } }`);
  await eventually(async () => (await health()).undeliveredCount === 0);
  expect(await health()).toEqual({ undeliveredCount: 0, needsAttention: false });
});

test('a server that is back is noticed though no mail waits for it', async () => {
  const health = async () => (await ask(desk, agent, '{ mailHealth { needsAttention } }')).body.data?.mailHealth;
  const { port } = server;
  await server.close();
  await ask(
    desk,
    admin,
    `mutation { inviteUser(input: { displayName: "Lin", email: "lin@example.org", role: AGENT }) { userErrors { code } } }`,
  );
  await eventually(async () => JSON.stringify(await health()) === '{"needsAttention":true}');
  server = await startMailServer(port);
  await eventually(async () => JSON.stringify(await health()) === '{"needsAttention":false}');
  expect(server.taken).toEqual([]);
});
