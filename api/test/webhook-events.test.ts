/** What programs are told of, and to which addresses nothing is sent. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemCaller } from '../src/caller.js';
import { eventually } from './support/eventually.js';
import { openRequest, writeRequest } from './support/requester-page.js';
import { everyEvent, type HookDesk, hookStage, startHookDesk } from './support/webhooks.js';

const at = hookStage();

describe('what is told', () => {
  test('what happens to a ticket, as ids and names of fields, once for each transaction', async () => {
    const { id: hook } = await at.hooks.make(at.receiver.url, everyEvent, { includeNotes: true });
    const { id, number } = await at.hooks.createTicket('canarysong', { requester: { email: 'mia@example.org' } });
    await at.receiver.hears(1);
    await at.hooks.update(id, { status: 'IN_PROGRESS', priority: 'HIGH' });
    await at.receiver.hears(2);
    const { note } = await at.hooks.desk.services.notes.add(systemCaller, number, {
      body: 'whisperbird',
      attachmentKeys: [],
    });
    await at.receiver.hears(3);
    await at.hooks.desk.services.replies.add(systemCaller, number, { body: 'magpietune', holdSeconds: 0 });
    await at.receiver.hears(4);
    await at.hooks.asAdmin('mutation ($id: ID!) { deleteTicket(input: { id: $id }) { userErrors { message } } }', {
      id,
    });
    await at.receiver.hears(5);
    const ticket = { id, number };
    expect(at.told().map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'ticket.created', data: { ticket } },
      { type: 'ticket.updated', data: { ticket, changed: expect.arrayContaining(['status', 'priority']) } },
      {
        type: 'note.added',
        data: { ticket, note: { id: Buffer.from(`InternalNote:${note.key}`).toString('base64url') } },
      },
      { type: 'reply.sent', data: { ticket, reply: { id: expect.any(String) } } },
      { type: 'ticket.deleted', data: { ticket } },
    ]);
    const all = JSON.stringify([at.receiver.heard, await at.hooks.deliveries(hook)]);
    for (const word of ['canarysong', 'whisperbird', 'magpietune', 'mia@example.org']) expect(all).not.toContain(word);
  });

  test('a merge, with the ticket that goes on', async () => {
    await at.hooks.make(at.receiver.url, ['TICKET_MERGED']);
    const [into, ticket] = [await at.hooks.createTicket(), await at.hooks.createTicket()];
    await at.hooks.asAdmin(
      'mutation ($input: MergeTicketsInput!) { mergeTickets(input: $input) { userErrors { message } } }',
      { input: { intoId: into.id, ids: [ticket.id] } },
    );
    await at.receiver.hears(1);
    expect(at.told()).toEqual([expect.objectContaining({ type: 'ticket.merged', data: { ticket, into } })]);
  });

  test('words from outside are received, those of the team are sent', async () => {
    await at.hooks.make(at.receiver.url, ['REPLY_RECEIVED', 'REPLY_SENT']);
    const { number } = await at.hooks.createTicket('x', { requester: { email: 'eve@example.org' } });
    const { replies, requestLinks } = at.hooks.desk.services;
    await replies.add(systemCaller, number, { body: 'An answer.', holdSeconds: 0 });
    await at.receiver.hears(1);
    const eve = await openRequest(at.hooks.desk, (await requestLinks.rotate(systemCaller, number)).url ?? '');
    await writeRequest(at.hooks.desk, eve, 'magpietune');
    await at.receiver.hears(2);
    expect(at.told().map(({ type }) => type)).toEqual(['reply.sent', 'reply.received']);
  });

  test('a note only where notes are included', async () => {
    expect((await at.hooks.save({ url: at.receiver.url, events: ['NOTE_ADDED'] })).userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['includeNotes'], message: expect.any(String) },
    ]);
    await at.hooks.make(at.receiver.url, ['TICKET_CREATED', 'TICKET_UPDATED']);
    const { id, number } = await at.hooks.createTicket();
    await at.hooks.desk.services.notes.add(systemCaller, number, { body: 'whisperbird', attachmentKeys: [] });
    await at.hooks.update(id, { status: 'IN_PROGRESS' });
    await at.receiver.hears(2);
    expect(at.told().map(({ type }) => type)).toEqual(['ticket.created', 'ticket.updated']);
  });

  test('a reply that is taken back is told to nobody', async () => {
    const { id } = await at.hooks.make(at.receiver.url, ['REPLY_SENT', 'TICKET_UPDATED']);
    const ticket = await at.hooks.createTicket('x', { requester: { email: 'mia@example.org' } });
    type Said = { addReply: { reply: { id: string } } };
    const { addReply } = await at.hooks.asAdmin<Said>(
      `mutation ($input: AddReplyInput!) { addReply(input: $input) { reply { id } userErrors { message } } }`,
      { input: { ticketId: ticket.id, body: 'Wrong.', holdSeconds: 30 } },
    );
    await eventually(async () => (await at.hooks.deliveries(id)).some(({ event }) => event === 'REPLY_SENT'));
    await at.hooks.asAdmin(
      'mutation ($id: ID!) { cancelReply(input: { id: $id }) { userErrors { message } } }',
      addReply.reply,
    );
    await at.hooks.update(ticket.id, { priority: 'CRITICAL' });
    await at.becomes(id, 'DELIVERED');
    expect(at.told().map(({ type }) => type)).toEqual(['ticket.updated']);
  });

  test('nothing of what was rolled back, nor of what was before', async () => {
    await at.hooks.createTicket('before');
    const { id } = await at.hooks.make(at.receiver.url);
    const { number } = await at.hooks.createTicket('after');
    await at.becomes(id, 'DELIVERED');
    expect(at.told().map(({ data }) => data)).toEqual([{ ticket: expect.objectContaining({ number }) }]);
  });
});

describe('without WEBHOOK_ALLOW_PRIVATE', () => {
  let strict: HookDesk;
  beforeAll(async () => {
    strict = await startHookDesk({ webhookPause: () => null }, {});
  });
  afterAll(() => strict.close());

  test.each([
    ...['http://example.org', 'https://127.0.0.1', 'https://[::1]', 'https://0', 'https://127.1', 'https://2130706433'],
    ...['https://0x7f.1', 'https://0177.0.0.1', 'https://10.1.2.3', 'https://172.16.0.1', 'https://192.168.1.1'],
    ...['https://169.254.169.254', 'https://100.64.0.1', 'https://[::ffff:127.0.0.1]', 'https://[::ffff:7f00:1]'],
    ...[
      'https://[64:ff9b::7f00:1]',
      'https://[2002:7f00:1::]',
      'https://[fe80::1]',
      'https://[fd00::1]',
      'https://①②⑦.0.0.1',
    ],
  ])('%s is refused', async (url) => {
    const { webhook, userErrors } = await strict.save({ url, events: ['TICKET_CREATED'] });
    expect([webhook, userErrors[0]?.path]).toEqual([null, ['url']]);
  });

  test('a name of an inside address is refused when it is connected to', async () => {
    const { id } = await strict.make(`https://localhost:${at.receiver.port}/hook`);
    await strict.createTicket();
    await eventually(async () => (await strict.deliveries(id))[0]?.state === 'FAILED');
    const [delivery] = await strict.deliveries(id);
    expect(delivery?.attempts[0]?.answer).toBe('localhost is not an address of the public internet.');
    expect(at.receiver.heard).toEqual([]);
  });
});
