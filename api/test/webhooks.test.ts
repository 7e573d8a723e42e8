/** Programs are told what was committed, signed, by ids alone, and again where they did not take it. */
import { createServer, type Server } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { Webhook as Verifier } from 'standardwebhooks';
import { eventually } from './support/eventually.js';
import { ask, joinTeam, makeToken } from './support/team.js';
import { hookStage } from './support/webhooks.js';

/** Tried again at once, three times in all. */
const at = hookStage({ webhookPause: (tries) => (tries < 3 ? 0 : null), webhookTimeoutMs: 1_000 });

describe('a delivery', () => {
  test('is signed so that a library of somebody else verifies it, and as it is kept', async () => {
    const { id, secret } = await at.hooks.make(at.receiver.url);
    await at.hooks.createTicket();
    const delivery = await at.becomes(id, 'DELIVERED');
    const [heard] = at.receiver.heard;
    expect(heard?.body).toBe(delivery.body);
    const headers = heard?.headers as Record<string, string>;
    expect(new Verifier(secret).verify(heard?.body ?? '', headers)).toEqual(JSON.parse(delivery.body));
    expect(() => new Verifier(secret).verify(`${heard?.body} `, headers)).toThrow();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });

  test('is signed by the new and the old secret for a day after a replacement', async () => {
    const { id, secret: old } = await at.hooks.make(at.receiver.url);
    const { secret } = await at.hooks.save({
      id,
      url: at.receiver.url,
      events: ['TICKET_CREATED'],
      rotateSecret: true,
    });
    await at.hooks.createTicket();
    await at.receiver.hears(1);
    const { body, headers } = at.receiver.heard[0] as (typeof at.receiver.heard)[number];
    expect(secret).not.toBe(old);
    for (const each of [old, secret ?? '']) new Verifier(each).verify(body, headers as Record<string, string>);
    expect((await at.hooks.save({ id, url: at.receiver.url, events: ['TICKET_CREATED'] })).secret).toBeNull();
  });

  test('that is refused is sent again with the same id and body, until it is taken', async () => {
    at.receiver.answerBy((response) => response.writeHead(at.receiver.heard.length < 3 ? 500 : 200).end('as you like'));
    const { id } = await at.hooks.make(at.receiver.url);
    await at.hooks.createTicket();
    const { attempts } = await at.becomes(id, 'DELIVERED');
    expect(attempts.map(({ statusCode, answer }) => [statusCode, answer])).toEqual(
      [500, 500, 200].map((status) => [status, 'as you like']),
    );
    expect(new Set(at.receiver.heard.map(({ body, headers }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
  });

  test.each([
    [
      'a redirect, which is not followed',
      () => at.receiver.answerBy((response) => response.writeHead(302, { location: '/inside' }).end()),
      302,
      null,
    ],
    ['an answer that never comes', () => at.receiver.answerBy(() => undefined), null, 'No complete answer within 1 s.'],
    ['a connection that is cut', () => at.receiver.answerBy((response) => response.destroy()), null, 'socket hang up'],
    [
      'an answer that never ends',
      () => at.receiver.answerBy((response) => void response.writeHead(200).write('a')),
      null,
      'No complete answer within 1 s, after the status 200.',
    ],
  ])('fails by %s', async (_, arrange, statusCode, answer) => {
    arrange();
    const { id } = await at.hooks.make(at.receiver.url);
    await at.hooks.createTicket();
    const { attempts, nextAttemptAt } = await at.becomes(id, 'FAILED');
    expect(nextAttemptAt).toBeNull();
    expect(attempts).toHaveLength(3);
    expect(attempts[0]).toMatchObject({ statusCode, answer });
    expect(at.receiver.heard.map(({ path }) => path)).not.toContain('/inside');
  });

  test('reads 64 kB of a huge answer and keeps 1,000 characters', async () => {
    let sent = 0;
    at.receiver.answerBy((response) => {
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
    const { id } = await at.hooks.make(at.receiver.url);
    await at.hooks.createTicket();
    const { attempts } = await at.becomes(id, 'DELIVERED');
    expect(attempts[0]?.answer).toBe('é'.repeat(1_000));
    expect(sent).toBeLessThan(20_000_000);
  });

  test('to a port where nobody listens says so', async () => {
    const server: Server = createServer().listen(0, '127.0.0.1');
    await eventually(() => server.listening);
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    const { id } = await at.hooks.make(`http://127.0.0.1:${port}/`);
    await at.hooks.createTicket();
    expect((await at.becomes(id, 'FAILED')).attempts[0]?.answer).toContain('ECONNREFUSED');
  });

  test('is sent again when a person wants it, with the same id, and not while the webhook is off', async () => {
    const { id } = await at.hooks.make(at.receiver.url);
    await at.hooks.createTicket();
    const { id: delivery } = await at.becomes(id, 'DELIVERED');
    expect((await at.hooks.redeliver(delivery)).delivery?.state).toBe('WAITING');
    await at.receiver.hears(2);
    expect(new Set(at.receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    await eventually(async () => (await at.hooks.deliveries(id))[0]?.attempts.length === 2);
    await at.hooks.save({ id, url: at.receiver.url, events: ['TICKET_CREATED'], enabled: false });
    expect((await at.hooks.redeliver(delivery)).userErrors).toEqual([{ code: 'NOT_ALLOWED', path: ['deliveryId'] }]);
  });
});

describe('a webhook', () => {
  test('is switched off after a delivery failed for good, says why, and is told from then on when switched on', async () => {
    at.receiver.answerBy((response) => response.writeHead(503).end('restarting'));
    const { id } = await at.hooks.make(at.receiver.url);
    await at.hooks.createTicket('lost');
    await eventually(async () => (await at.hooks.hook(id))?.enabled === false);
    expect((await at.hooks.hook(id))?.disabledReason).toContain('503');
    type Audit = { auditEvents: { edges: { node: { actorName: string; target: string; detail: string } }[] } };
    const { auditEvents } = await at.hooks.asAdmin<Audit>(
      '{ auditEvents(first: 1, type: [WEBHOOK_CHANGED]) { edges { node { actorName target detail } } } }',
    );
    expect(auditEvents.edges[0]?.node).toMatchObject({
      actorName: 'Relaydesk',
      target: `127.0.0.1:${at.receiver.port}`,
      detail: expect.stringContaining('Switched off'),
    });
    at.receiver.answerBy();
    await at.hooks.createTicket('meanwhile');
    at.receiver.heard.length = 0;
    const { webhook } = await at.hooks.save({ id, url: at.receiver.url, events: ['TICKET_CREATED'], enabled: true });
    expect(webhook).toMatchObject({ enabled: true, disabledReason: null });
    const { number } = await at.hooks.createTicket('after');
    await at.receiver.hears(1);
    expect(at.told()[0]?.data).toMatchObject({ ticket: { number } });
  });

  test('is switched off at once by 410', async () => {
    at.receiver.answerBy((response) => response.writeHead(410).end());
    const { id } = await at.hooks.make(at.receiver.url);
    await at.hooks.createTicket();
    await eventually(async () => (await at.hooks.hook(id))?.disabledReason?.includes('410') === true);
    expect(at.receiver.heard).toHaveLength(1);
  });

  test('that is slow holds up no other', async () => {
    at.receiver.answerBy((response, { path }) => (path === '/slow' ? undefined : response.writeHead(200).end()));
    const slow = await at.hooks.make(at.receiver.url.replace('/hook', '/slow'));
    const { id } = await at.hooks.make(at.receiver.url);
    for (let index = 0; index < 5; index++) await at.hooks.createTicket();
    await eventually(
      async () => (await at.hooks.deliveries(id)).filter(({ state }) => state === 'DELIVERED').length === 5,
    );
    expect((await at.hooks.deliveries(slow.id)).filter(({ state }) => state === 'DELIVERED')).toEqual([]);
  });

  test('that is deleted while something is on its way takes it along', async () => {
    const answers: (() => void)[] = [];
    at.receiver.answerBy((response) => answers.push(() => response.writeHead(200).end()));
    const { id } = await at.hooks.make(at.receiver.url);
    await at.hooks.createTicket();
    await at.receiver.hears(1);
    await at.hooks.asAdmin('mutation ($id: ID!) { deleteWebhook(input: { id: $id }) { deletedWebhookId } }', { id });
    for (const answer of answers) answer();
    const next = await at.hooks.make(at.receiver.url);
    await at.hooks.createTicket();
    await at.receiver.hears(2);
    for (const answer of answers.slice(1)) answer();
    await at.becomes(next.id, 'DELIVERED');
    expect(await at.hooks.hook(id)).toBeNull();
  });

  test.each([
    ['ftp://example.org/', 'url'],
    ['nonsense', 'url'],
    ['https://user:word@example.org/', 'url'],
    [`https://example.org/${'x'.repeat(2_000)}`, 'url'],
  ])('cannot go to %.40s', async (url, path) => {
    const { userErrors, webhook } = await at.hooks.save({ url, events: ['TICKET_CREATED'] });
    expect([webhook, userErrors.map((error) => error.path)]).toEqual([null, [[path]]]);
  });

  test('needs an event, and there are at most 20', async () => {
    expect((await at.hooks.save({ url: at.receiver.url, events: [] })).userErrors[0]?.path).toEqual(['events']);
    for (let index = 0; index < 20; index++) await at.hooks.make(at.receiver.url, ['TICKET_DELETED']);
    const { userErrors } = await at.hooks.save({ url: at.receiver.url, events: ['TICKET_DELETED'] });
    expect(userErrors[0]?.code).toBe('NOT_ALLOWED');
  });

  test('is for administrators alone', async () => {
    const { id } = await at.hooks.make(at.receiver.url);
    const agent = await joinTeam(at.hooks.desk, 'bob@example.org');
    const reader = await makeToken(at.hooks.desk, at.hooks.admin, ['TICKETS_READ']);
    const asked = [
      '{ webhooks { edges { node { url } } } }',
      `mutation { saveWebhook(input: { url: "https://example.org", events: [TICKET_CREATED] }) { secret } }`,
      `mutation { deleteWebhook(input: { id: "${id}" }) { deletedWebhookId } }`,
      `mutation { redeliverWebhook(input: { deliveryId: "x" }) { delivery { body } } }`,
    ];
    for (const query of asked) {
      for (const by of [agent, reader]) {
        const { body } = await ask(at.hooks.desk, by, query);
        expect([body.data, body.errors?.[0]?.extensions.code]).toEqual([undefined, 'FORBIDDEN']);
      }
    }
    const { body } = await ask(at.hooks.desk, agent, `{ node(id: "${id}") { id } }`);
    expect(body.data).toEqual({ node: null });
  });
});
