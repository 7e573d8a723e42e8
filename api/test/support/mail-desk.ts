/** A desk that sends and takes mail, and what became of the mail there. */
import { expect } from '@jest/globals';
import { startConversation } from './conversation.js';
import type { TestDatabase } from './database.js';
import { startDesk, type TestDesk } from './desk.js';
import { eventually } from './eventually.js';
import { deliver, mail, mailToken } from './mail.js';
import { startMailServer } from './mail-server.js';

type Message = { body: string; quotedBody: string | null; channel: string; by: { displayName: string } };
export type MailedTicket = {
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

export const saidOn = ({ timeline }: MailedTicket) =>
  timeline.edges.flatMap(({ node }) => (node.body === undefined ? [] : [node]));

/** The newest. */
export async function mailedTickets(desk: TestDesk): Promise<MailedTicket[]> {
  const { data } = await desk.graphql<{ tickets: { edges: { node: MailedTicket }[] } }>(
    `{ tickets(first: 50) { edges { node { ${fields} } } } }`,
  );
  return data.tickets.edges.map(({ node }) => node);
}

export async function startMailDesk(given?: TestDatabase) {
  const server = await startMailServer();
  const settings = {
    SMTP_URL: server.url,
    MAIL_FROM: 'Support <desk@example.org>',
    MAIL_REPLY_DOMAIN: 'reply.example.org',
    MAIL_IN_TOKEN: mailToken,
  };
  const desk = await startDesk(settings, given);

  const tickets = () => mailedTickets(desk);

  async function ticketTitled(title: string): Promise<MailedTicket> {
    const found = (await tickets()).filter((ticket) => ticket.title === title);
    expect(found).toHaveLength(1);
    return found[0] as MailedTicket;
  }

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

  return {
    server,
    desk,
    tickets,
    ticketTitled,
    answered,
    async stop(): Promise<void> {
      await desk.close();
      await server.close();
    },
  };
}

export type MailDesk = Awaited<ReturnType<typeof startMailDesk>>;
