import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { takeMailLocks } from '../src/database/locks.js';
import { inTransaction } from '../src/database/transaction.js';
import { startConversation } from './support/conversation.js';
import { createTestDatabase, withDataSource } from './support/database.js';
import { eventually } from './support/eventually.js';
import { deliver, mail, raw, send } from './support/mail.js';
import { type MailDesk, type MailedTicket, saidOn, startMailDesk } from './support/mail-desk.js';
import { startMerging } from './support/merging.js';

let at: MailDesk;
let desk: MailDesk['desk'];
let server: MailDesk['server'];
beforeAll(async () => {
  at = await startMailDesk();
  ({ desk, server } = at);
});
afterAll(() => at.stop());

describe('an answer', () => {
  test('finds its ticket by the signed address, and proves who wrote', async () => {
    const { title, replyTo } = await at.answered('ada');
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
    const ticket = await at.ticketTitled(title);
    expect(saidOn(ticket).at(-1)).toMatchObject({
      body: 'It helped, thanks!',
      quotedBody: expect.stringContaining('An answer to ada.'),
      channel: 'EMAIL',
      by: { displayName: 'ada' },
    });
    expect(ticket).toMatchObject({ requesterProven: true, requester: { emails: [{ verified: true }] } });
  });

  test('finds it by what it answers, out or in, whatever its subject', async () => {
    const { title, messageId } = await at.answered('bob');
    const by = (headers: object, words: string) =>
      deliver(desk, mail({ From: 'bob@example.org', Subject: 'anything', ...headers }, words));
    expect(await by({ 'In-Reply-To': messageId, 'Message-ID': '<b2@x>' }, 'One.')).toMatchObject({ state: 'THREADED' });
    expect(await by({ References: `<unknown@x> ${messageId} <other@x>` }, 'Two.')).toMatchObject({ state: 'THREADED' });
    expect(await by({ 'In-Reply-To': '<first-bob@example.org>' }, 'Three.')).toMatchObject({ state: 'THREADED' });
    expect(saidOn(await at.ticketTitled(title)).map(({ body }) => body)).toEqual([
      'An answer to bob.',
      'One.',
      'Two.',
      'Three.',
    ]);
    // A From alone proves nothing.
    expect(await at.ticketTitled(title)).toMatchObject({ requesterProven: false });
  });

  test('finds it by its number only where its sender is on it', async () => {
    const { title, ticket } = await at.answered('cid');
    const subject = `Re: whatever [T-${ticket.number}]`;
    expect(await deliver(desk, mail({ From: 'cid@example.org', Subject: subject }, 'Mine.'))).toMatchObject({
      state: 'THREADED',
    });
    expect(await deliver(desk, mail({ From: 'eve@example.org', Subject: subject }, 'Not mine.'))).toMatchObject({
      state: 'NEW_TICKET',
    });
    expect(saidOn(await at.ticketTitled(title)).map(({ body }) => body)).toEqual(['An answer to cid.', 'Mine.']);
  });

  test('of a forged address begins a ticket', async () => {
    const { replyTo } = await at.answered('dan');
    const forged = replyTo.replace(/\.[a-z2-7]{16}@/, '.aaaaaaaaaaaaaaaa@');
    const title = 'Forged address';
    expect(await deliver(desk, mail({ From: 'dan@example.org', To: forged, Subject: title }))).toMatchObject({
      state: 'NEW_TICKET',
    });
    await at.ticketTitled(title);
  });

  test('of somebody else is theirs, and whoever asked stays who they were', async () => {
    const { title, messageId } = await at.answered('fay');
    await deliver(desk, mail({ From: 'Colleague <col@example.org>', 'In-Reply-To': messageId }, 'Me too.'));
    const ticket = await at.ticketTitled(title);
    expect(saidOn(ticket).at(-1)).toMatchObject({ body: 'Me too.', by: { displayName: 'Colleague' } });
    expect(ticket.requester?.displayName).toBe('fay');
  });

  test('never makes anybody one of the team', async () => {
    const { title, messageId } = await at.answered('gil');
    await deliver(desk, mail({ From: 'Support <desk2@example.org>', 'In-Reply-To': messageId }, 'As if.'));
    expect(saidOn(await at.ticketTitled(title)).at(-1)).toMatchObject({ direction: 'FROM_REQUESTER' });
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
    const found = (await at.tickets()).filter(({ title }) => /Scenario five/.test(title));
    expect(found).toHaveLength(1);
    const [ticket] = found as [MailedTicket];
    const words = [ticket.description, ...saidOn(ticket).map(({ body }) => body)];
    expect(words.toSorted()).toEqual(['First.', 'To all.']);
  });

  test('reopens what was finished lately', async () => {
    const { title, ticket, replyTo } = await at.answered('ida');
    await startConversation(desk).change(ticket, { status: 'RESOLVED' });
    await deliver(desk, mail({ From: 'ida@example.org', To: replyTo }, 'Not yet.'));
    expect(await at.ticketTitled(title)).toMatchObject({ status: 'OPEN' });
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
      const { title, ticket, replyTo } = await at.answered(`m${Object.keys(marks).indexOf(what)}`);
      await startConversation(desk).change(ticket, { status: 'RESOLVED' });
      const before = server.taken.length;
      expect(await deliver(desk, mail({ To: replyTo, Subject: what, ...headers }))).toMatchObject({
        state: 'AUTOMATIC',
      });
      const after = await at.ticketTitled(title);
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
  const deliveriesOf = async (ticket: MailedTicket) => {
    type Told = { ticket: { timeline: { edges: { node: { deliveries?: { state: string; reason: string }[] } }[] } } };
    const { data } = await desk.graphql<Told>(
      `{ ticket(number: ${ticket.number}) { timeline(first: 50) { edges { node { ... on PublicReply { deliveries { state reason } } } } } } }`,
    );
    return data.ticket.timeline.edges.flatMap(({ node }) => node.deliveries ?? []);
  };

  test('a bounce marks its reply and the address; a delay marks nothing', async () => {
    const { title, ticket, out } = await at.answered('jon');
    expect(await deliver(desk, bounced(out?.from ?? '', 'delayed', '4.4.1'))).toMatchObject({ state: 'AUTOMATIC' });
    expect(await deliveriesOf(ticket)).toMatchObject([{ state: 'SENT' }]);
    expect(await deliver(desk, bounced(out?.from ?? '', 'failed', '5.1.1'))).toMatchObject({ state: 'BOUNCE' });
    expect(await deliveriesOf(ticket)).toMatchObject([
      { state: 'BOUNCED', reason: 'The other side said: 550 5.1.1 no such user here' },
    ]);
    expect((await at.ticketTitled(title)).requester?.emails).toMatchObject([{ bouncing: true }]);
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

describe('mail to a merged ticket', () => {
  test('of the same requester lands on the one that goes on; of another it stays their own, and is read there', async () => {
    const { merge, ask } = startMerging(desk);
    const [old, other] = [await at.answered('nora'), await at.answered('omar')];
    const talk = startConversation(desk);
    const main = await talk.submit({ email: 'nora@example.org' });
    await merge(main.number, [old.ticket.number, other.ticket.number], { allowDifferentRequesters: true });
    const write = (name: string, to: string) =>
      deliver(
        desk,
        mail(
          { From: `${name}@example.org`, To: to, 'Message-ID': `<merged-${name}@example.org>` },
          `Words of ${name}.`,
        ),
      );
    expect((await write('nora', old.replyTo)).state).toBe('THREADED');
    expect((await write('omar', other.replyTo)).state).toBe('THREADED');
    const { timeline } = (await talk.facts(
      main,
      'timeline(last: 5, kinds: [REPLY]) { edges { node { ticketNumber ... on PublicReply { body } } } }',
    )) as { timeline: { edges: { node: object }[] } };
    expect(timeline.edges.map(({ node }) => node)).toEqual([
      { ticketNumber: old.ticket.number, body: 'An answer to nora.' },
      { ticketNumber: other.ticket.number, body: 'An answer to omar.' },
      { ticketNumber: main.number, body: 'Words of nora.' },
      { ticketNumber: other.ticket.number, body: 'Words of omar.' },
    ]);
    const before = server.taken.length;
    await talk.reply(main, 'Dear Nora.', { holdSeconds: 0 });
    await eventually(() => server.taken.length > before);
    const sent = server.taken.slice(before);
    expect(sent.flatMap(({ to }) => to)).toEqual(['nora@example.org']);
    expect(sent.every(({ raw: text }) => !/omar/i.test(text))).toBe(true);
    expect(await ask('{ tickets(first: 5, filter: { search: "Question of omar" }) { totalCount } }', {})).toEqual({
      tickets: { totalCount: 0 },
    });
  });
});

(process.env.TEST_DATABASE_URL ? test : test.skip)('a mail waits for those of its own thread alone', async () => {
  const database = await createTestDatabase();
  const other = await startMailDesk(database);
  await withDataSource(database, (dataSource) =>
    inTransaction(dataSource, async (manager) => {
      await takeMailLocks(manager, ['<held@example.org>']);
      await send(other.desk, mail({ Subject: 'Held', 'Message-ID': '<held@example.org>' }));
      await send(other.desk, mail({ Subject: 'Its answer', 'In-Reply-To': '<held@example.org>' }));
      await deliver(other.desk, mail({ Subject: 'Free', 'Message-ID': '<free@example.org>' }));
      await eventually(async () => (await waiting(manager)) === 2);
      expect((await other.tickets()).map(({ title }) => title)).toEqual(['Free']);
    }),
  );
  await eventually(async () => (await other.tickets()).length === 2);
  await other.stop();
});

async function waiting(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `select count(*)::int as count from pg_locks
     where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
  );
  return row?.count ?? 0;
}
