/** The round trip through Postfix and Dovecot, where they are installed. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startConversation } from './support/conversation.js';
import { type DebianMail, startDebianMail, whyNoDebianMail } from './support/debian-mail.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { mail } from './support/mail.js';
import { type MailedTicket, mailedTickets, saidOn } from './support/mail-desk.js';

const grace = 'grace@example.org';
const missing = whyNoDebianMail();

(missing === null ? describe : describe.skip)(`through Postfix and Dovecot${missing ? ` (${missing})` : ''}`, () => {
  let servers: DebianMail;
  let desk: TestDesk;
  beforeAll(async () => {
    servers = await startDebianMail();
    desk = await startDesk({
      SMTP_URL: servers.smtpUrl,
      MAIL_IMAP_URL: servers.imapUrl,
      MAIL_FROM: 'Support <desk@example.org>',
      MAIL_REPLY_DOMAIN: 'reply.example.org',
    });
    // What is in a mailbox before its first look is left alone.
    await eventually(async () => {
      const { data } = await desk.graphql<{ mailHealth: { incoming: { lastSuccessAt: string | null }[] } }>(
        '{ mailHealth { incoming { lastSuccessAt } } }',
      );
      return data.mailHealth.incoming[0]?.lastSuccessAt != null;
    });
  });
  afterAll(async () => {
    await desk?.close();
    await servers?.stop();
  });

  async function ticketTitled(title: string): Promise<MailedTicket> {
    const find = async () => (await mailedTickets(desk)).find((ticket) => ticket.title === title);
    await eventually(async () => (await find()) !== undefined);
    return (await find()) as MailedTicket;
  }

  async function answer(ticket: MailedTicket, words: string) {
    await startConversation(desk).reply(ticket, words, { holdSeconds: 0 });
  }

  async function letterWith(words: string) {
    const find = async () => (await servers.read('grace')).find(({ text }) => text?.includes(words));
    await eventually(async () => (await find()) !== undefined);
    return (await find()) as NonNullable<Awaited<ReturnType<typeof find>>>;
  }

  test('a question becomes a ticket, and what either side answers arrives at the other', async () => {
    await servers.send(
      grace,
      'desk@example.org',
      mail({ From: `Grace <${grace}>`, To: 'desk@example.org', Subject: 'By post', 'Message-ID': '<one@example.org>' }),
    );
    const ticket = await ticketTitled('By post');
    await answer(ticket, 'Have you tried the other socket?');
    const letter = await letterWith('other socket');
    const [replyTo] = letter.replyTo ?? [];
    expect(replyTo?.address).toMatch(/@reply\.example\.org$/);
    const headers = {
      From: `Grace <${grace}>`,
      To: `${replyTo?.address}`,
      Subject: `Re: ${letter.subject}`,
      'In-Reply-To': `${letter.messageId}`,
      'Message-ID': '<two@example.org>',
    };
    await servers.send(grace, `${replyTo?.address}`, mail(headers, 'The other socket works.'));
    await eventually(async () => saidOn(await ticketTitled('By post')).length === 2);
    const after = await ticketTitled('By post');
    expect(saidOn(after).map(({ body }) => body)).toEqual([
      'Have you tried the other socket?',
      'The other socket works.',
    ]);
    expect(after.requester?.emails).toEqual([{ address: grace, verified: true, bouncing: false }]);
    expect(await mailedTickets(desk)).toHaveLength(1);
  });

  test('what comes while the mailbox cannot be read is read after, once', async () => {
    await servers.withoutReader(() =>
      servers.send(
        grace,
        'desk@example.org',
        mail({ From: grace, Subject: 'While away', 'Message-ID': '<away@example.org>' }),
      ),
    );
    await ticketTitled('While away');
    await servers.send(
      grace,
      'desk@example.org',
      mail({ From: grace, Subject: 'Back', 'Message-ID': '<back@example.org>' }),
    );
    await ticketTitled('Back');
    expect((await mailedTickets(desk)).filter(({ title }) => title === 'While away')).toHaveLength(1);
  });

  test('an answer to an address that is none comes back, and marks the address', async () => {
    await servers.send(
      'gone@example.org',
      'desk@example.org',
      mail({ From: 'gone@example.org', Subject: 'From nowhere', 'Message-ID': '<gone@example.org>' }),
    );
    await answer(await ticketTitled('From nowhere'), 'Are you there?');
    await eventually(async () => (await ticketTitled('From nowhere')).requester?.emails[0]?.bouncing === true);
  });
});
