import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { type MailServer, startMailServer, startSilentServer } from './support/mail-server.js';

type Delivery = {
  address: string;
  state: string;
  reason: string | null;
  attempts: number;
  nextAttemptAt: string | null;
};

const settings = (url: string) => ({
  SMTP_URL: url,
  MAIL_FROM: 'Example Support <desk@example.org>',
  MAIL_REPLY_DOMAIN: 'reply.example.org',
  PUBLIC_URL: 'https://desk.example.org',
});

/** Tried again at once, three times in all. */
const mailPause = (attempt: number) => (attempt < 3 ? 0 : null);

async function deliveriesOf(desk: TestDesk, id: string | undefined): Promise<Delivery[]> {
  const query = `query ($id: ID!) { node(id: $id) { ... on PublicReply {
    deliveries { address state reason attempts nextAttemptAt } } } }`;
  const { data } = await desk.graphql<{ node: { deliveries: Delivery[] } }>(query, { id });
  return data.node.deliveries;
}

async function becomes(desk: TestDesk, id: string | undefined, state: string): Promise<Delivery | undefined> {
  await eventually(async () => (await deliveriesOf(desk, id))[0]?.state === state);
  return (await deliveriesOf(desk, id))[0];
}

describe('a reply by mail', () => {
  let server: MailServer;
  let desk: TestDesk;
  let talk: Conversing;
  beforeAll(async () => {
    server = await startMailServer();
    desk = await startDesk(settings(server.url), undefined, { mailPause });
    talk = startConversation(desk);
  });
  beforeEach(() => {
    server.taken.length = 0;
    server.refuseBy(() => null);
  });
  afterAll(async () => {
    await desk.close();
    await server.close();
  });
  const ask = (name: string): Promise<Talked> => talk.submit({ name, email: `${name}@example.org` });
  const at = { holdSeconds: 0 };

  test('arrives as text and HTML, and can be answered', async () => {
    const ticket = await ask('grace');
    const { reply } = await talk.reply(ticket, 'Press <F5> & wait.\n\nSee https://example.org/help?a=1&b=2', at);
    const [mail] = await server.takes(1);
    const read = await mail?.read();
    expect(mail?.to).toBe('grace@example.org');
    expect(mail?.from).toMatch(/^desk\+b\.\d+\.[a-z2-7]{16}@reply\.example\.org$/);
    expect(read).toMatchObject({
      subject: `Re: Cannot sign in [T-${ticket.number}]`,
      from: { name: 'Example Support', address: 'desk@example.org' },
      to: [{ address: 'grace@example.org' }],
      replyTo: [{ address: expect.stringMatching(/^desk\+r\.\d+\.[a-z2-7]{16}@reply\.example\.org$/) }],
      messageId: expect.stringMatching(/^<[0-9a-f]{36}@reply\.example\.org>$/),
    });
    expect(read?.text).toContain('Press <F5> & wait.');
    expect(read?.html).toContain('Press &lt;F5&gt; &amp; wait.');
    expect(read?.text).toMatch(/https:\/\/desk\.example\.org\/r#[\w-]{48}/);
    // A person wrote it.
    expect(mail?.raw).not.toMatch(/^auto-submitted/im);
    expect(await becomes(desk, reply?.id, 'SENT')).toMatchObject({ attempts: 1, reason: null, nextAttemptAt: null });
  });

  test('links to the page of the request', async () => {
    const ticket = await ask('link');
    await talk.reply(ticket, 'Look at your page.', at);
    const [mail] = await server.takes(1);
    const token = /\/r#([\w-]{48})/.exec((await mail?.read())?.text ?? '')?.[1];
    const entered = await desk.rest('POST', '/auth/request', { token }, { origin: 'https://desk.example.org' });
    expect(entered.status).toBe(204);
  });

  test('continues the thread of the replies before it', async () => {
    const ticket = await ask('thread');
    for (const words of ['One.', 'Two.', 'Three.']) {
      await talk.reply(ticket, words, at);
      await server.takes(['One.', 'Two.', 'Three.'].indexOf(words) + 1);
      await eventually(async () => {
        const { data } = await desk.graphql<{
          ticket: { timeline: { edges: { node: { deliveries: Delivery[] } }[] } };
        }>(
          `{ ticket(number: ${ticket.number}) { timeline(last: 1) { edges { node { ... on PublicReply { deliveries { state } } } } } } }`,
        );
        return data.ticket.timeline.edges[0]?.node.deliveries[0]?.state === 'SENT';
      });
    }
    const [first, second, third] = await Promise.all(server.taken.map((mail) => mail.read()));
    expect(first?.inReplyTo).toBeUndefined();
    expect(second?.inReplyTo).toBe(first?.messageId);
    expect(third?.inReplyTo).toBe(second?.messageId);
    expect(third?.references).toBe(`${first?.messageId} ${second?.messageId}`);
  });

  test('waits as long as it can be taken back, and never leaves where it was', async () => {
    const ticket = await ask('held');
    const back = await talk.reply(ticket, 'A slip.', { holdSeconds: 60 });
    const kept = await talk.reply(ticket, 'What I meant.', { holdSeconds: 1 });
    expect(await deliveriesOf(desk, back.reply?.id)).toMatchObject([{ state: 'HELD', attempts: 0 }]);
    expect(await talk.takeBack(back.reply?.id)).toMatchObject({ userErrors: [] });
    await becomes(desk, kept.reply?.id, 'SENT');
    expect(server.taken.map(({ raw }) => raw.includes('A slip'))).toEqual([false]);
    expect(await talk.takeBack(kept.reply?.id)).toMatchObject({ userErrors: [{ code: 'NOT_ALLOWED' }] });
  });

  test('lets no title or name become a header', async () => {
    const query = `mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id number } userErrors { message } } }`;
    const title = 'Printer\r\nBcc: victim@example.org\r\n\r\nbody';
    const requester = { name: 'Eve <x@y>, victim@example.org', email: 'eve@example.org' };
    const { data } = await desk.graphql<{ createTicket: { ticket: Talked } }>(query, {
      input: { title, description: 'x', category: 'TECHNICAL', priority: 'LOW', requester },
    });
    await talk.reply(data.createTicket.ticket, 'Words\r\n.\r\nMAIL FROM:<x@y>', at);
    const [mail] = await server.takes(1);
    const head = mail?.raw.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^bcc:/im);
    expect(server.taken.map(({ to }) => to)).toEqual(['eve@example.org']);
    expect((await mail?.read())?.text).toContain('MAIL FROM:<x@y>');
  });

  test('carries its files', async () => {
    const ticket = await ask('files');
    const sent = await desk.rest<{ id: string }>('POST', '/api/files/?name=Rechnung%20%E2%82%AC.txt', 'the bill', {
      'content-type': 'text/plain',
    });
    await talk.reply(ticket, 'Attached.', { ...at, attachmentIds: [sent.body.id] });
    const [mail] = await server.takes(1);
    const [file] = (await mail?.read())?.attachments ?? [];
    expect(file).toMatchObject({ filename: 'Rechnung €.txt', mimeType: 'text/plain', disposition: 'attachment' });
    expect(Buffer.from(file?.content as ArrayBuffer).toString()).toBe('the bill');
  });

  test('is tried again where the server says later, and arrives once', async () => {
    const ticket = await ask('greylisted');
    let answers = 0;
    server.refuseBy(() => (answers++ < 2 ? { at: 'rcpt', code: 451, text: 'Greylisted, come again' } : null));
    const { reply } = await talk.reply(ticket, 'Patience.', at);
    expect(await becomes(desk, reply?.id, 'SENT')).toMatchObject({ attempts: 3 });
    expect(server.taken).toHaveLength(1);
  });

  test.each(['rcpt', 'data'] as const)('fails at once where the server says never, at %s', async (when) => {
    const ticket = await ask(`never-${when}`);
    const before = server.tries;
    server.refuseBy(() => ({ at: when, code: 550, text: 'No such mailbox here' }));
    const { reply } = await talk.reply(ticket, 'Hello?', at);
    const failed = await becomes(desk, reply?.id, 'FAILED');
    expect(failed).toMatchObject({
      attempts: 1,
      reason: expect.stringContaining('No such mailbox here'),
      nextAttemptAt: null,
    });
    expect(server.tries).toBe(before + 1);
    server.refuseBy(() => null);
    const query = 'mutation ($id: ID!) { retryReply(input: { id: $id }) { reply { id } userErrors { code } } }';
    const again = () => desk.graphql<{ retryReply: object }>(query, { id: reply?.id });
    expect((await again()).data.retryReply).toEqual({ reply: { id: reply?.id }, userErrors: [] });
    await becomes(desk, reply?.id, 'SENT');
    expect((await again()).data.retryReply).toEqual({ reply: null, userErrors: [{ code: 'NOT_ALLOWED' }] });
    expect(server.taken).toHaveLength(1);
  });

  test('is given up after the last try', async () => {
    const ticket = await ask('never');
    server.refuseBy(() => ({ at: 'data', code: 452, text: 'Disk full' }));
    const { reply } = await talk.reply(ticket, 'Hello?', at);
    expect(await becomes(desk, reply?.id, 'FAILED')).toMatchObject({
      attempts: 3,
      reason: expect.stringContaining('Disk full'),
    });
  });

  test('is no reason to warn of mail that is not set up', async () => {
    const ticket = await ask('set-up');
    expect(await talk.facts(ticket, 'viewerCannotReplyReasons')).toEqual({ viewerCannotReplyReasons: [] });
  });

  test('brings a new link to the requester alone', async () => {
    const ticket = await ask('rotated');
    const { data } = await desk.graphql<{ rotateRequestLink: object }>(
      `mutation { rotateRequestLink(input: { ticketId: "${ticket.id}" }) { requestUrl sentTo userErrors { code } } }`,
    );
    expect(data.rotateRequestLink).toEqual({ requestUrl: null, sentTo: 'rotated@example.org', userErrors: [] });
    const [mail] = await server.takes(1);
    expect(mail?.raw).toMatch(/^auto-submitted: auto-generated/im);
    expect((await mail?.read())?.text).toMatch(/\/r#[\w-]{48}/);
  });
});

describe('submitting', () => {
  test('causes no mail to the address it names', async () => {
    const server = await startMailServer();
    const desk = await startDesk(settings(server.url));
    const talk = startConversation(desk);
    await talk.submit({ name: 'Victim', email: 'victim@example.org' });
    await desk.rest('POST', '/api/tickets/', { title: 'x', description: 'y', requester_email: 'victim2@example.org' });
    const ticket = await talk.submit({ name: 'Known', email: 'known@example.org' });
    await talk.reply(ticket, 'The only one.', { holdSeconds: 0 });
    expect((await server.takes(1)).map(({ to }) => to)).toEqual(['known@example.org']);
    await desk.close();
    await server.close();
  });
});

describe('without mail settings', () => {
  test('nothing is kept for later, and the composer says so', async () => {
    const desk = await startDesk();
    const talk = startConversation(desk);
    const ticket = await talk.submit();
    const { reply } = await talk.reply(ticket, 'On the page.', { holdSeconds: 0 });
    expect(await deliveriesOf(desk, reply?.id)).toMatchObject([{ state: 'NOT_MAILED', attempts: 0 }]);
    expect(await talk.facts(ticket, 'viewerCannotReplyReasons')).toEqual({
      viewerCannotReplyReasons: ['MAIL_NOT_SET_UP'],
    });
    await desk.close();
  });
});

describe('a server', () => {
  let closing: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const open of closing.reverse()) await open.close();
    closing = [];
  });
  const opened = <T extends { close(): Promise<void> }>(open: T): T => {
    closing.push(open);
    return open;
  };

  async function replyThrough(url: string) {
    const desk = opened(await startDesk(settings(url), undefined, { mailPause: () => 3_600_000 }));
    const talk = startConversation(desk);
    const { reply } = await talk.reply(await talk.submit(), 'Hello.', { holdSeconds: 0 });
    await eventually(async () => (await deliveriesOf(desk, reply?.id))[0]?.reason !== null);
    return (await deliveriesOf(desk, reply?.id))[0];
  }

  test('that is not there leaves the mail waiting', async () => {
    const gone = await startMailServer();
    await gone.close();
    expect(await replyThrough(gone.url)).toMatchObject({
      state: 'QUEUED',
      attempts: 1,
      reason: expect.stringMatching(/^The mail server cannot be reached/),
      nextAttemptAt: expect.any(String),
    });
  });

  test.each([
    ['turns everybody away', '554 Go away\r\n'],
    ['is busy', '421 Too many connections\r\n'],
    ['speaks something else', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ])('that %s leaves the mail waiting', async (_what, greeting) => {
    const server = opened(await startSilentServer(greeting));
    expect(await replyThrough(server.url)).toMatchObject({ state: 'QUEUED', attempts: 1 });
  });

  test('that speaks no TLS where a password is to be sent leaves the mail waiting', async () => {
    const server = opened(await startMailServer());
    expect(await replyThrough(server.url.replace('smtp://', 'smtps://user:secret@'))).toMatchObject({
      state: 'QUEUED',
    });
    expect(server.taken).toEqual([]);
  });
});
