/** A desk with an administrator who makes webhooks, and what became of what they tell. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Ports } from '../../src/ports.js';
import type { TestDatabase } from './database.js';
import { startDesk } from './desk.js';
import { eventually } from './eventually.js';
import { type Receiver, startReceiver } from './receiver.js';
import { ask, joinTeam } from './team.js';

export type Attempt = { statusCode: number | null; answer: string | null; milliseconds: number };
export type Delivery = {
  id: string;
  event: string;
  state: string;
  body: string;
  nextAttemptAt: string | null;
  attempts: Attempt[];
};
export type Hook = {
  id: string;
  url: string;
  events: string[];
  includeNotes: boolean;
  enabled: boolean;
  disabledReason: string | null;
  createdBy: { handle: string };
};
export type Saved = {
  webhook: Hook | null;
  secret: string | null;
  userErrors: { code: string; path: string[]; message: string }[];
};

const hookFields = 'id url events includeNotes enabled disabledReason createdBy { handle }';
const deliveryFields = 'id event state body nextAttemptAt attempts { statusCode answer milliseconds }';

export const everyEvent = [
  ...['TICKET_CREATED', 'TICKET_UPDATED', 'TICKET_DELETED', 'TICKET_MERGED'],
  ...['REPLY_RECEIVED', 'REPLY_SENT', 'NOTE_ADDED'],
];

export async function startHookDesk(
  ports: Ports = {},
  settings: Record<string, string> = { WEBHOOK_ALLOW_PRIVATE: 'on' },
  given?: TestDatabase,
) {
  const desk = await startDesk(settings, given, ports);
  const admin = await joinTeam(desk, 'ada@example.org', '--admin');

  async function asAdmin<Data>(query: string, variables: object = {}): Promise<Data> {
    const { body } = await ask(desk, admin, query, variables);
    if (body.errors) throw new Error(body.errors[0]?.message);
    return body.data as Data;
  }

  async function save(input: object): Promise<Saved> {
    const query = `mutation ($input: SaveWebhookInput!) { saveWebhook(input: $input) {
      webhook { ${hookFields} } secret userErrors { code path message } } }`;
    return (await asAdmin<{ saveWebhook: Saved }>(query, { input })).saveWebhook;
  }

  return {
    desk,
    admin,
    asAdmin,
    save,
    async make(url: string, events: readonly string[] = ['TICKET_CREATED'], more: object = {}) {
      const { webhook, secret, userErrors } = await save({ url, events, ...more });
      if (!webhook || !secret) throw new Error(userErrors[0]?.message);
      return { ...webhook, secret };
    },
    async hook(id: string): Promise<Hook | null> {
      return (
        await asAdmin<{ node: Hook | null }>(
          `query ($id: ID!) { node(id: $id) { ... on Webhook { ${hookFields} } } }`,
          { id },
        )
      ).node;
    },
    async deliveries(id: string): Promise<Delivery[]> {
      type Told = { node: { deliveries: { edges: { node: Delivery }[] } } };
      const query = `query ($id: ID!) { node(id: $id) { ... on Webhook {
        deliveries(first: 100) { edges { node { ${deliveryFields} } } } } } }`;
      return (await asAdmin<Told>(query, { id })).node.deliveries.edges.map(({ node }) => node);
    },
    async redeliver(deliveryId: string) {
      type Told = { redeliverWebhook: { delivery: Delivery | null; userErrors: { code: string; path: string[] }[] } };
      const query = `mutation ($deliveryId: ID!) { redeliverWebhook(input: { deliveryId: $deliveryId }) {
        delivery { ${deliveryFields} } userErrors { code path } } }`;
      return (await asAdmin<Told>(query, { deliveryId })).redeliverWebhook;
    },
    async createTicket(title = 'Cannot sign in', more: object = {}): Promise<{ id: string; number: number }> {
      type Made = { createTicket: { ticket: { id: string; number: number } } };
      const query = `mutation ($input: CreateTicketInput!) { createTicket(input: $input) { ticket { id number } } }`;
      const input = { title, description: 'The page stays white.', category: 'TECHNICAL', priority: 'LOW', ...more };
      return (await asAdmin<Made>(query, { input })).createTicket.ticket;
    },
    async update(id: string, change: object): Promise<void> {
      await asAdmin(
        `mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { userErrors { message } } }`,
        {
          input: { id, ...change },
        },
      );
    },
    close: () => desk.close(),
  };
}

export type HookDesk = Awaited<ReturnType<typeof startHookDesk>>;

/** For a file of tests: one desk and one receiver, and after each test no webhook and nothing heard. */
export function hookStage(ports: Ports = {}) {
  let hooks: HookDesk;
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await startReceiver();
    hooks = await startHookDesk(ports);
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
  return {
    get hooks() {
      return hooks;
    },
    get receiver() {
      return receiver;
    },
    told: () => receiver.heard.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> }),
    /** Waits for a delivery of a webhook in this state. */
    async becomes(id: string, state: string): Promise<Delivery> {
      let found: Delivery | undefined;
      await eventually(async () => {
        found = (await hooks.deliveries(id)).find((delivery) => delivery.state === state);
        return found !== undefined;
      });
      return found as Delivery;
    },
  };
}
