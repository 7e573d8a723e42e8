import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { deliver, mail, mailToken, raw, send } from './support/mail.js';
import { type MailServer, startMailServer } from './support/mail-server.js';

let server: MailServer;
let desk: TestDesk;
beforeAll(async () => {
  server = await startMailServer();
  desk = await startDesk({
    SMTP_URL: server.url,
    MAIL_FROM: 'Support <desk@example.org>',
    MAIL_REPLY_DOMAIN: 'reply.example.org',
    MAIL_IN_TOKEN: mailToken,
  });
});
afterAll(async () => {
  await desk.close();
  await server.close();
});

type Message = { body: string; quotedBody: string | null; channel: string; by: { displayName: string } };
type Ticket = {
  number: number;
  id: string;
  title: string;
  description: string;
  status: string;
  requester: { displayName: string; emails: { address: string; verified: boolean; bouncing: boolean }[] } | null;
  requesterProven: boolean;
  attachments: { edges: { node: { fileName: string; size: number } }[] };
  timeline: { edges: { node: Partial<Message> }[] };
};

const fields = `number id title description status requesterProven
  requester { displayName emails { address verified bouncing } }
  attachments(first: 50) { edges { node { fileName size } } }
  timeline(first: 50) { edges { node { ... on PublicReply { body quotedBody channel direction by { displayName } } } } }`;

async function tickets(): Promise<Ticket[]> {
  const { data } = await desk.graphql<{ tickets: { edges: { node: Ticket }[] } }>(
    `{ tickets(first: 50) { edges { node { ${fields} } } } }`,
  );
  return data.tickets.edges.map(({ node }) => node);
}

async function ticketTitled(title: string): Promise<Ticket> {
  const found = (await tickets()).filter((ticket) => ticket.title === title);
  expect(found).toHaveLength(1);
  return found[0] as Ticket;
}

const saidOn = ({ timeline }: Ticket) => timeline.edges.flatMap(({ node }) => (node.body === undefined ? [] : [node]));

/** A ticket by mail that was answered; what the answer was, as it went out. */
async function answered(name: string) {
  const title = `Question of ${name}`;
  await deliver(
    desk,
    mail({ From: `${name} <${name}@example.org>`, Subject: title, 'Message-ID': `<first-${name}@example.org>` }),
  );
  const ticket = await ticketTitled(title);
  const before = server.taken.length;
  await startConversation(desk).reply(ticket, `An answer to ${name}.`, { holdSeconds: 0 });
  await eventually(() => server.taken.slice(before).some(({ raw: text }) => text.includes(`An answer to ${name}`)));
  const out = server.taken.slice(before).find(({ raw: text }) => text.includes(`An answer to ${name}`));
  const read = await out?.read();
  return { title, ticket, out, messageId: read?.messageId ?? '', replyTo: read?.replyTo?.[0]?.address ?? '', read };
}

describe('the door', () => {
  test('opens for its own token alone, and says when a mail is kept', async () => {
    expect((await send(desk, mail({}), 'wrong')).status).toBe(401);
    const bytes = mail({ Subject: 'At the door', 'Message-ID': '<door@example.org>' });
    const first = await send(desk, bytes);
    expect(first.status).toBe(202);
    const { id, state } = (await first.json()) as { id: string; state: string };
    expect(state).toBe('RECEIVED');
    expect(await deliver(desk, bytes)).toEqual({ id, state: 'NEW_TICKET' });
    expect((await send(desk, Buffer.alloc(0))).status).toBe(400);
    await ticketTitled('At the door');
  });

  test('is none without the setting', async () => {
    const plain = await startDesk();
    expect((await send(plain, mail({}))).status).toBe(404);
    await plain.close();
  });
});

describe('a new mail', () => {
  test('becomes a ticket of its sender, with its files, and is acknowledged in fixed words', async () => {
    const before = server.taken.length;
    const bytes = raw(
      'From: =?utf-8?Q?Zo=C3=AB?= <Zoe@Example.org>',
      'To: desk@example.org',
      'Message-ID: <new@example.org>',
      'Subject: =?iso-8859-1?Q?St=F6rung?=',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Nothing prints – at all.',
      '--b',
      'Content-Type: application/pdf',
      "Content-Disposition: attachment; filename*=utf-8''Rechnung%20%E2%82%AC.pdf",
      '',
      '%PDF-1.4',
      '--b--',
    );
    expect(await deliver(desk, bytes)).toMatchObject({ state: 'NEW_TICKET' });
    const ticket = await ticketTitled('Störung');
    expect(ticket).toMatchObject({
      description: 'Nothing prints – at all.',
      status: 'OPEN',
      requesterProven: false,
      requester: { displayName: 'Zoë', emails: [{ address: 'zoe@example.org', verified: false }] },
      attachments: { edges: [{ node: { fileName: 'Rechnung €.pdf', size: 9 } }] },
    });
    const [note] = (await server.takes(before + 1)).slice(before);
    const read = await note?.read();
    expect(note?.to).toBe('zoe@example.org');
    expect(note?.raw).toMatch(/^auto-submitted: auto-replied/im);
    expect(read).toMatchObject({
      subject: `Your mail has arrived [T-${ticket.number}]`,
      inReplyTo: '<new@example.org>',
    });
    expect(note?.raw).not.toMatch(/prints|St=F6|Störung/);
  });

  test('is acknowledged three times a day and address', async () => {
    const before = server.taken.length;
    const last = mail({ From: 'last@example.org', Subject: 'last' });
    for (const n of [1, 2, 3, 4, 5]) {
      await deliver(
        desk,
        mail({ From: 'often@example.org', Subject: `often ${n}`, 'Message-ID': `<often-${n}@example.org>` }),
      );
    }
    await deliver(desk, last);
    await eventually(() => server.taken.some(({ to }) => to === 'last@example.org'));
    expect(server.taken.slice(before).filter(({ to }) => to === 'often@example.org')).toHaveLength(3);
  });

  test.each([
    [
      'without a sender',
      { From: '', Subject: 'From nobody' },
      { title: 'From nobody', requester: { displayName: 'Unknown sender' } },
    ],
    ['without a subject', { Subject: '' }, { title: 'No subject' }],
  ])('%s becomes a ticket all the same', async (_what, headers, expected) => {
    expect(await deliver(desk, mail(headers, `Words of ${JSON.stringify(headers)}`))).toMatchObject({
      state: 'NEW_TICKET',
    });
    expect(await ticketTitled(expected.title)).toMatchObject(expected);
  });
});

describe('an answer', () => {
  test('finds its ticket by the signed address, and proves who wrote', async () => {
    const { title, replyTo } = await answered('ada');
    const words =
      'It helped, thanks!\n\nOn Tue, Nov 24, 2026 at 10:00 AM Support <desk@example.org> wrote:\n> An answer to ada.';
    const filed = await deliver(
      desk,
      mail(
        {
          From: 'ada@example.org',
          To: replyTo.toUpperCase(),
          Subject: 'something else',
          'Message-ID': '<a2@example.org>',
        },
        words,
      ),
    );
    expect(filed.state).toBe('THREADED');
    const ticket = await ticketTitled(title);
    expect(saidOn(ticket).at(-1)).toMatchObject({
      body: 'It helped, thanks!',
      quotedBody: expect.stringContaining('An answer to ada.'),
      channel: 'EMAIL',
      by: { displayName: 'ada' },
    });
    expect(ticket).toMatchObject({ requesterProven: true, requester: { emails: [{ verified: true }] } });
  });

  test('finds it by what it answers, out or in, whatever its subject', async () => {
    const { title, messageId } = await answered('bob');
    const by = (headers: object, words: string) =>
      deliver(desk, mail({ From: 'bob@example.org', Subject: 'anything', ...headers }, words));
    expect(await by({ 'In-Reply-To': messageId, 'Message-ID': '<b2@x>' }, 'One.')).toMatchObject({ state: 'THREADED' });
    expect(await by({ References: `<unknown@x> ${messageId} <other@x>` }, 'Two.')).toMatchObject({ state: 'THREADED' });
    expect(await by({ 'In-Reply-To': '<first-bob@example.org>' }, 'Three.')).toMatchObject({ state: 'THREADED' });
    expect(saidOn(await ticketTitled(title)).map(({ body }) => body)).toEqual([
      'An answer to bob.',
      'One.',
      'Two.',
      'Three.',
    ]);
    // A From alone proves nothing.
    expect(await ticketTitled(title)).toMatchObject({ requesterProven: false });
  });

  test('finds it by its number only where its sender is on it', async () => {
    const { title, ticket } = await answered('cid');
    const subject = `Re: whatever [T-${ticket.number}]`;
    expect(await deliver(desk, mail({ From: 'cid@example.org', Subject: subject }, 'Mine.'))).toMatchObject({
      state: 'THREADED',
    });
    expect(await deliver(desk, mail({ From: 'eve@example.org', Subject: subject }, 'Not mine.'))).toMatchObject({
      state: 'NEW_TICKET',
    });
    expect(saidOn(await ticketTitled(title)).map(({ body }) => body)).toEqual(['An answer to cid.', 'Mine.']);
  });

  test('of a forged address begins a ticket', async () => {
    const { replyTo } = await answered('dan');
    const forged = replyTo.replace(/\.[a-z2-7]{16}@/, '.aaaaaaaaaaaaaaaa@');
    const title = 'Forged address';
    expect(await deliver(desk, mail({ From: 'dan@example.org', To: forged, Subject: title }))).toMatchObject({
      state: 'NEW_TICKET',
    });
    await ticketTitled(title);
  });

  test('of somebody else is theirs, and whoever asked stays who they were', async () => {
    const { title, messageId } = await answered('fay');
    await deliver(desk, mail({ From: 'Colleague <col@example.org>', 'In-Reply-To': messageId }, 'Me too.'));
    const ticket = await ticketTitled(title);
    expect(saidOn(ticket).at(-1)).toMatchObject({ body: 'Me too.', by: { displayName: 'Colleague' } });
    expect(ticket.requester?.displayName).toBe('fay');
  });

  test('never makes anybody one of the team', async () => {
    const { title, messageId } = await answered('gil');
    await deliver(desk, mail({ From: 'Support <desk2@example.org>', 'In-Reply-To': messageId }, 'As if.'));
    expect(saidOn(await ticketTitled(title)).at(-1)).toMatchObject({ direction: 'FROM_REQUESTER' });
  });

  test('comes twice, out of order and from two people, and is one ticket in which nothing is doubled', async () => {
    const first = mail(
      { From: 'hal@example.org', Subject: 'Scenario five', 'Message-ID': '<h1@example.org>' },
      'First.',
    );
    const toAll = mail(
      {
        From: 'colleague@example.org',
        Subject: 'Re: Scenario five',
        'Message-ID': '<h2@example.org>',
        'In-Reply-To': '<h1@example.org>',
      },
      'To all.',
    );
    await Promise.all([deliver(desk, toAll), deliver(desk, first), deliver(desk, toAll), deliver(desk, first)]);
    const again = mail(
      { From: 'hal@example.org', Subject: 'Scenario five', 'Message-ID': '<h1@example.org>', 'X-Hop': '2' },
      'First.',
    );
    expect(await deliver(desk, again)).toMatchObject({ state: 'IGNORED' });
    const found = (await tickets()).filter(({ title }) => /Scenario five/.test(title));
    expect(found).toHaveLength(1);
    const [ticket] = found as [Ticket];
    const words = [ticket.description, ...saidOn(ticket).map(({ body }) => body)];
    expect(words.toSorted()).toEqual(['First.', 'To all.']);
  });

  test('reopens what was finished lately', async () => {
    const { title, ticket, replyTo } = await answered('ida');
    await startConversation(desk).change(ticket, { status: 'RESOLVED' });
    await deliver(desk, mail({ From: 'ida@example.org', To: replyTo }, 'Not yet.'));
    expect(await ticketTitled(title)).toMatchObject({ status: 'OPEN' });
  });
});

describe('what a machine wrote', () => {
  const marks: Record<string, Record<string, string>> = {
    'an out-of-office answer': { 'Auto-Submitted': 'auto-replied' },
    'a bulk mail': { Precedence: 'bulk' },
    'a mailing list': { 'List-Id': '<list.example.org>' },
    'an answer of an old program': { 'X-Autoreply': 'yes' },
    'what has no sender to come back to': { 'Return-Path': '<>' },
    'a mail system': { From: 'MAILER-DAEMON@mx.example.org' },
  };
  test.each(Object.entries(marks))(
    '%s says nothing on its ticket, reopens nothing and is not answered',
    async (what, headers) => {
      const { title, ticket, replyTo } = await answered(`m${Object.keys(marks).indexOf(what)}`);
      await startConversation(desk).change(ticket, { status: 'RESOLVED' });
      const before = server.taken.length;
      expect(await deliver(desk, mail({ To: replyTo, Subject: what, ...headers }))).toMatchObject({
        state: 'AUTOMATIC',
      });
      const after = await ticketTitled(title);
      expect(after.status).toBe('RESOLVED');
      expect(saidOn(after)).toHaveLength(1);
      expect(server.taken).toHaveLength(before);
    },
  );

  test('X-Auto-Response-Suppress alone does not make one', async () => {
    expect(await deliver(desk, mail({ Subject: 'From Outlook', 'X-Auto-Response-Suppress': 'All' }))).toMatchObject({
      state: 'NEW_TICKET',
    });
  });

  test('a mail of the desk’s own address is filed, and not answered', async () => {
    expect(await deliver(desk, mail({ From: 'desk@example.org', Subject: 'A loop' }))).toMatchObject({
      state: 'IGNORED',
    });
  });

  const bounced = (to: string, action: string, status: string) =>
    raw(
      'Return-Path: <>',
      'From: Mail Delivery System <mailer-daemon@mx.example>',
      `To: ${to}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
      '',
      '--r',
      'Content-Type: text/plain',
      '',
      'Sorry.',
      '--r',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; nobody@example.net',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 no such user here',
      '',
      '--r--',
    );
  const deliveriesOf = async (ticket: Ticket) => {
    type Told = { ticket: { timeline: { edges: { node: { deliveries?: { state: string; reason: string }[] } }[] } } };
    const { data } = await desk.graphql<Told>(
      `{ ticket(number: ${ticket.number}) { timeline(first: 50) { edges { node { ... on PublicReply { deliveries { state reason } } } } } } }`,
    );
    return data.ticket.timeline.edges.flatMap(({ node }) => node.deliveries ?? []);
  };

  test('a bounce marks its reply and the address; a delay marks nothing', async () => {
    const { title, ticket, out } = await answered('jon');
    expect(await deliver(desk, bounced(out?.from ?? '', 'delayed', '4.4.1'))).toMatchObject({ state: 'AUTOMATIC' });
    expect(await deliveriesOf(ticket)).toMatchObject([{ state: 'SENT' }]);
    expect(await deliver(desk, bounced(out?.from ?? '', 'failed', '5.1.1'))).toMatchObject({ state: 'BOUNCE' });
    expect(await deliveriesOf(ticket)).toMatchObject([
      { state: 'BOUNCED', reason: 'The other side said: 550 5.1.1 no such user here' },
    ]);
    expect((await ticketTitled(title)).requester?.emails).toMatchObject([{ bouncing: true }]);
    const next = await startConversation(desk).reply(ticket, 'Once more.', { holdSeconds: 0 });
    expect(next.reply).not.toBeNull();
    expect((await deliveriesOf(ticket)).at(-1)).toMatchObject({
      state: 'NOT_MAILED',
      reason: expect.stringContaining('came back'),
    });
  });

  test('a sender of many mails waits for a person', async () => {
    const states: string[] = [];
    for (let n = 0; n < 32; n++) {
      states.push((await deliver(desk, mail({ From: 'flood@example.org', Subject: `flood ${n}` }, `${n}`))).state);
    }
    expect(states.slice(0, 30)).toEqual(Array(30).fill('NEW_TICKET'));
    expect(states.slice(30)).toEqual(['QUARANTINED', 'QUARANTINED']);
  });
});
