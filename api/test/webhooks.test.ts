/** Programs are told what was committed, signed, by ids alone, and again where they did not take it. */
import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Webhook as Verifier } from 'standardwebhooks';
import { systemCaller } from '../src/caller.js';
import { eventually } from './support/eventually.js';
import { type Receiver, startReceiver } from './support/receiver.js';
import { openRequest, writeRequest } from './support/requester-page.js';
import { ask, joinTeam, makeToken } from './support/team.js';
import { type Delivery, everyEvent, type HookDesk, startHookDesk } from './support/webhooks.js';

let hooks: HookDesk;
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
  // Tried again at once, three times in all.
  hooks = await startHookDesk({ webhookPause: (tries) => (tries < 3 ? 0 : null), webhookTimeoutMs: 300 });
});
afterAll(async () => {
  await hooks.close();
  await receiver.close();
});
afterEach(async () => {
  const { webhooks } = await hooks.asAdmin<{ webhooks: { edges: { node: { id: string } }[] } }>(
    '{ webhooks(first: 50) { edges { node { id } } } }',
  );
  for (const { node } of webhooks.edges) {
    await hooks.asAdmin('mutation ($id: ID!) { deleteWebhook(input: { id: $id }) { userErrors { message } } }', node);
  }
  receiver.heard.length = 0;
  receiver.answerBy();
});

const told = () =>
  receiver.heard.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> });

async function becomes(id: string, state: string): Promise<Delivery> {
  let found: Delivery | undefined;
  await eventually(async () => {
    found = (await hooks.deliveries(id)).find((delivery) => delivery.state === state);
    return found !== undefined;
  });
  return found as Delivery;
}

describe('what is told', () => {
  test('what happens to a ticket, as ids and names of fields, once for each transaction', async () => {
    const { id: hook } = await hooks.make(receiver.url, everyEvent, { includeNotes: true });
    const { id, number } = await hooks.createTicket('canarysong', { requester: { email: 'mia@example.org' } });
    await receiver.hears(1);
    await hooks.update(id, { status: 'IN_PROGRESS', priority: 'HIGH' });
    await receiver.hears(2);
    const { note } = await hooks.desk.services.notes.add(systemCaller, number, {
      body: 'whisperbird',
      attachmentKeys: [],
    });
    await receiver.hears(3);
    await hooks.desk.services.replies.add(systemCaller, number, { body: 'magpietune', holdSeconds: 0 });
    await receiver.hears(4);
    await hooks.asAdmin('mutation ($id: ID!) { deleteTicket(input: { id: $id }) { userErrors { message } } }', { id });
    await receiver.hears(5);
    const ticket = { id, number };
    expect(told().map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'ticket.created', data: { ticket } },
      { type: 'ticket.updated', data: { ticket, changed: expect.arrayContaining(['status', 'priority']) } },
      {
        type: 'note.added',
        data: { ticket, note: { id: Buffer.from(`InternalNote:${note.key}`).toString('base64url') } },
      },
      { type: 'reply.sent', data: { ticket, reply: { id: expect.any(String) } } },
      { type: 'ticket.deleted', data: { ticket } },
    ]);
    const all = JSON.stringify([receiver.heard, await hooks.deliveries(hook)]);
    for (const word of ['canarysong', 'whisperbird', 'magpietune', 'mia@example.org']) expect(all).not.toContain(word);
  });

  test('words from outside are received, those of the team are sent', async () => {
    await hooks.make(receiver.url, ['REPLY_RECEIVED', 'REPLY_SENT']);
    const { number } = await hooks.createTicket('x', { requester: { email: 'eve@example.org' } });
    const { replies, requestLinks } = hooks.desk.services;
    await replies.add(systemCaller, number, { body: 'An answer.', holdSeconds: 0 });
    await receiver.hears(1);
    const eve = await openRequest(hooks.desk, (await requestLinks.rotate(systemCaller, number)).url ?? '');
    await writeRequest(hooks.desk, eve, 'magpietune');
    await receiver.hears(2);
    expect(told().map(({ type }) => type)).toEqual(['reply.sent', 'reply.received']);
  });

  test('a note only where notes are included', async () => {
    expect((await hooks.save({ url: receiver.url, events: ['NOTE_ADDED'] })).userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['includeNotes'], message: expect.any(String) },
    ]);
    await hooks.make(receiver.url, ['TICKET_CREATED', 'TICKET_UPDATED']);
    const { id, number } = await hooks.createTicket();
    await hooks.desk.services.notes.add(systemCaller, number, { body: 'whisperbird', attachmentKeys: [] });
    await hooks.update(id, { status: 'IN_PROGRESS' });
    await receiver.hears(2);
    expect(told().map(({ type }) => type)).toEqual(['ticket.created', 'ticket.updated']);
  });

  test('a reply that is taken back is told to nobody', async () => {
    const { id } = await hooks.make(receiver.url, ['REPLY_SENT', 'TICKET_UPDATED']);
    const ticket = await hooks.createTicket('x', { requester: { email: 'mia@example.org' } });
    type Said = { addReply: { reply: { id: string } } };
    const { addReply } = await hooks.asAdmin<Said>(
      `mutation ($input: AddReplyInput!) { addReply(input: $input) { reply { id } userErrors { message } } }`,
      { input: { ticketId: ticket.id, body: 'Wrong.', holdSeconds: 30 } },
    );
    await eventually(async () => (await hooks.deliveries(id)).some(({ event }) => event === 'REPLY_SENT'));
    await hooks.asAdmin(
      'mutation ($id: ID!) { cancelReply(input: { id: $id }) { userErrors { message } } }',
      addReply.reply,
    );
    await hooks.update(ticket.id, { priority: 'CRITICAL' });
    await becomes(id, 'DELIVERED');
    expect(told().map(({ type }) => type)).toEqual(['ticket.updated']);
  });

  test('nothing of what was rolled back, nor of what was before', async () => {
    await hooks.createTicket('before');
    const { id } = await hooks.make(receiver.url);
    const { number } = await hooks.createTicket('after');
    await becomes(id, 'DELIVERED');
    expect(told().map(({ data }) => data)).toEqual([{ ticket: expect.objectContaining({ number }) }]);
  });
});

describe('a delivery', () => {
  test('is signed so that a library of somebody else verifies it, and as it is kept', async () => {
    const { id, secret } = await hooks.make(receiver.url);
    await hooks.createTicket();
    const delivery = await becomes(id, 'DELIVERED');
    const [heard] = receiver.heard;
    expect(heard?.body).toBe(delivery.body);
    const headers = heard?.headers as Record<string, string>;
    expect(new Verifier(secret).verify(heard?.body ?? '', headers)).toEqual(JSON.parse(delivery.body));
    expect(() => new Verifier(secret).verify(`${heard?.body} `, headers)).toThrow();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });

  test('is signed by the new and the old secret for a day after a replacement', async () => {
    const { id, secret: old } = await hooks.make(receiver.url);
    const { secret } = await hooks.save({ id, url: receiver.url, events: ['TICKET_CREATED'], rotateSecret: true });
    await hooks.createTicket();
    await receiver.hears(1);
    const { body, headers } = receiver.heard[0] as (typeof receiver.heard)[number];
    expect(secret).not.toBe(old);
    for (const each of [old, secret ?? '']) new Verifier(each).verify(body, headers as Record<string, string>);
    expect((await hooks.save({ id, url: receiver.url, events: ['TICKET_CREATED'] })).secret).toBeNull();
  });

  test('that is refused is sent again with the same id and body, until it is taken', async () => {
    receiver.answerBy((response) => response.writeHead(receiver.heard.length < 3 ? 500 : 200).end('as you like'));
    const { id } = await hooks.make(receiver.url);
    await hooks.createTicket();
    const { attempts } = await becomes(id, 'DELIVERED');
    expect(attempts.map(({ statusCode, answer }) => [statusCode, answer])).toEqual(
      [500, 500, 200].map((status) => [status, 'as you like']),
    );
    expect(new Set(receiver.heard.map(({ body, headers }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
  });

  test.each([
    [
      'a redirect, which is not followed',
      () => receiver.answerBy((response) => response.writeHead(302, { location: '/inside' }).end()),
      302,
      null,
    ],
    ['an answer that never comes', () => receiver.answerBy(() => undefined), null, 'No complete answer within 0.3 s.'],
    ['a connection that is cut', () => receiver.answerBy((response) => response.destroy()), null, 'socket hang up'],
    [
      'an answer that never ends',
      () => receiver.answerBy((response) => void response.writeHead(200).write('a')),
      null,
      'No complete answer within 0.3 s, after the status 200.',
    ],
  ])('fails by %s', async (_, arrange, statusCode, answer) => {
    arrange();
    const { id } = await hooks.make(receiver.url);
    await hooks.createTicket();
    const { attempts, nextAttemptAt } = await becomes(id, 'FAILED');
    expect(nextAttemptAt).toBeNull();
    expect(attempts).toHaveLength(3);
    expect(attempts[0]).toMatchObject({ statusCode, answer });
    expect(receiver.heard.map(({ path }) => path)).not.toContain('/inside');
  });

  test('reads 64 kB of a huge answer and keeps 1,000 characters', async () => {
    let sent = 0;
    receiver.answerBy((response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += 65_536;
          if (!response.write('é'.repeat(32_768))) return response.once('drain', more);
        }
        return response.end();
      };
      more();
    });
    const { id } = await hooks.make(receiver.url);
    await hooks.createTicket();
    const { attempts } = await becomes(id, 'DELIVERED');
    expect(attempts[0]?.answer).toBe('é'.repeat(1_000));
    expect(sent).toBeLessThan(20_000_000);
  });

  test('to a port where nobody listens says so', async () => {
    const server: Server = createServer().listen(0, '127.0.0.1');
    await eventually(() => server.listening);
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    const { id } = await hooks.make(`http://127.0.0.1:${port}/`);
    await hooks.createTicket();
    expect((await becomes(id, 'FAILED')).attempts[0]?.answer).toContain('ECONNREFUSED');
  });

  test('is sent again when a person wants it, with the same id, and not while the webhook is off', async () => {
    const { id } = await hooks.make(receiver.url);
    await hooks.createTicket();
    const { id: delivery } = await becomes(id, 'DELIVERED');
    expect((await hooks.redeliver(delivery)).delivery?.state).toBe('WAITING');
    await receiver.hears(2);
    expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await eventually(async () => (await hooks.deliveries(id))[0]?.attempts.length === 2);
    await hooks.save({ id, url: receiver.url, events: ['TICKET_CREATED'], enabled: false });
    expect((await hooks.redeliver(delivery)).userErrors).toEqual([{ code: 'NOT_ALLOWED', path: ['deliveryId'] }]);
  });
});

describe('a webhook', () => {
  test('is switched off after a delivery failed for good, says why, and is told from then on when switched on', async () => {
    receiver.answerBy((response) => response.writeHead(503).end('restarting'));
    const { id } = await hooks.make(receiver.url);
    await hooks.createTicket('lost');
    await eventually(async () => (await hooks.hook(id))?.enabled === false);
    expect((await hooks.hook(id))?.disabledReason).toContain('503');
    type Audit = { auditEvents: { edges: { node: { actorName: string; target: string; detail: string } }[] } };
    const { auditEvents } = await hooks.asAdmin<Audit>(
      '{ auditEvents(first: 1, type: [WEBHOOK_CHANGED]) { edges { node { actorName target detail } } } }',
    );
    expect(auditEvents.edges[0]?.node).toMatchObject({
      actorName: 'Relaydesk',
      target: `127.0.0.1:${receiver.port}`,
      detail: expect.stringContaining('Switched off'),
    });
    receiver.answerBy();
    await hooks.createTicket('meanwhile');
    receiver.heard.length = 0;
    const { webhook } = await hooks.save({ id, url: receiver.url, events: ['TICKET_CREATED'], enabled: true });
    expect(webhook).toMatchObject({ enabled: true, disabledReason: null });
    const { number } = await hooks.createTicket('after');
    await receiver.hears(1);
    expect(told()[0]?.data).toMatchObject({ ticket: { number } });
  });

  test('is switched off at once by 410', async () => {
    receiver.answerBy((response) => response.writeHead(410).end());
    const { id } = await hooks.make(receiver.url);
    await hooks.createTicket();
    await eventually(async () => (await hooks.hook(id))?.disabledReason?.includes('410') === true);
    expect(receiver.heard).toHaveLength(1);
  });

  test('that is slow holds up no other', async () => {
    receiver.answerBy((response, { path }) => (path === '/slow' ? undefined : response.writeHead(200).end()));
    const slow = await hooks.make(receiver.url.replace('/hook', '/slow'));
    const { id } = await hooks.make(receiver.url);
    for (let index = 0; index < 5; index++) await hooks.createTicket();
    await eventually(
      async () => (await hooks.deliveries(id)).filter(({ state }) => state === 'DELIVERED').length === 5,
    );
    expect((await hooks.deliveries(slow.id)).filter(({ state }) => state === 'DELIVERED')).toEqual([]);
  });

  test('that is deleted while something is on its way takes it along', async () => {
    const answers: (() => void)[] = [];
    receiver.answerBy((response) => answers.push(() => response.writeHead(200).end()));
    const { id } = await hooks.make(receiver.url);
    await hooks.createTicket();
    await receiver.hears(1);
    await hooks.asAdmin('mutation ($id: ID!) { deleteWebhook(input: { id: $id }) { deletedWebhookId } }', { id });
    for (const answer of answers) answer();
    const next = await hooks.make(receiver.url);
    await hooks.createTicket();
    await receiver.hears(2);
    for (const answer of answers.slice(1)) answer();
    await becomes(next.id, 'DELIVERED');
    expect(await hooks.hook(id)).toBeNull();
  });

  test.each([
    ['ftp://example.org/', 'url'],
    ['nonsense', 'url'],
    ['https://user:word@example.org/', 'url'],
    [`https://example.org/${'x'.repeat(2_000)}`, 'url'],
  ])('cannot go to %.40s', async (url, path) => {
    const { userErrors, webhook } = await hooks.save({ url, events: ['TICKET_CREATED'] });
    expect([webhook, userErrors.map((error) => error.path)]).toEqual([null, [[path]]]);
  });

  test('needs an event, and there are at most 20', async () => {
    expect((await hooks.save({ url: receiver.url, events: [] })).userErrors[0]?.path).toEqual(['events']);
    for (let index = 0; index < 20; index++) await hooks.make(receiver.url, ['TICKET_DELETED']);
    const { userErrors } = await hooks.save({ url: receiver.url, events: ['TICKET_DELETED'] });
    expect(userErrors[0]?.code).toBe('NOT_ALLOWED');
  });

  test('is for administrators alone', async () => {
    const { id } = await hooks.make(receiver.url);
    const agent = await joinTeam(hooks.desk, 'bob@example.org');
    const reader = await makeToken(hooks.desk, hooks.admin, ['TICKETS_READ']);
    const asked = [
      '{ webhooks { edges { node { url } } } }',
      `mutation { saveWebhook(input: { url: "https://example.org", events: [TICKET_CREATED] }) { secret } }`,
      `mutation { deleteWebhook(input: { id: "${id}" }) { deletedWebhookId } }`,
      `mutation { redeliverWebhook(input: { deliveryId: "x" }) { delivery { body } } }`,
    ];
    for (const query of asked) {
      for (const by of [agent, reader]) {
        const { body } = await ask(hooks.desk, by, query);
        expect([body.data, body.errors?.[0]?.extensions.code]).toEqual([undefined, 'FORBIDDEN']);
      }
    }
    const { body } = await ask(hooks.desk, agent, `{ node(id: "${id}") { id } }`);
    expect(body.data).toEqual({ node: null });
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
    const { id } = await strict.make(`https://localhost:${receiver.port}/hook`);
    await strict.createTicket();
    await eventually(async () => (await strict.deliveries(id))[0]?.state === 'FAILED');
    const [delivery] = await strict.deliveries(id);
    expect(delivery?.attempts[0]?.answer).toBe('localhost is not an address of the public internet.');
    expect(receiver.heard).toEqual([]);
  });
});
