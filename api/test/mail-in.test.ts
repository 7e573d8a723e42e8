import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { deliver, mail, raw, send } from './support/mail.js';
import { type MailDesk, startMailDesk } from './support/mail-desk.js';

let at: MailDesk;
let desk: MailDesk['desk'];
let server: MailDesk['server'];
beforeAll(async () => {
  at = await startMailDesk();
  ({ desk, server } = at);
});
afterAll(() => at.stop());

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
    await at.ticketTitled('At the door');
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
    const ticket = await at.ticketTitled('Störung');
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
    expect(await at.ticketTitled(expected.title)).toMatchObject(expected);
  });
});
