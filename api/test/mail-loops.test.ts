/** Machines that answer machines: whatever the other side is, the desk falls silent. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { deliver, mail, mailToken } from './support/mail.js';
import { type MailServer, startMailServer, type Taken } from './support/mail-server.js';

type Side = { readonly desk: TestDesk; readonly server: MailServer; readonly address: string; carried: number };

async function startSide(name: string): Promise<Side> {
  const server = await startMailServer();
  const address = `support@${name}.example`;
  const desk = await startDesk({
    SMTP_URL: server.url,
    MAIL_FROM: address,
    MAIL_REPLY_DOMAIN: `reply.${name}.example`,
    MAIL_IN_TOKEN: mailToken,
  });
  return { desk, server, address, carried: 0 };
}

let left: Side;
let right: Side;
beforeEach(async () => {
  [left, right] = await Promise.all([startSide('left'), startSide('right')]);
});
afterEach(async () => {
  for (const { desk, server } of [left, right]) {
    await desk.close();
    await server.close();
  }
});

const bytesOf = ({ raw, from }: Taken) => Buffer.from(`Return-Path: <${from}>\r\n${raw}`);

/** Hands over what one side sent since, as the mail servers between them would. Answers what the other made of each. */
async function carry(from: Side, to: Side): Promise<string[]> {
  const states: string[] = [];
  while (from.carried < from.server.taken.length) {
    const taken = from.server.taken[from.carried++] as Taken;
    states.push((await deliver(to.desk, bytesOf(taken))).state);
  }
  return states;
}

async function reply(side: Side, body: string): Promise<void> {
  const { desk } = side;
  const [ticket] = await ticketsOf(side);
  const query = 'mutation ($input: AddReplyInput!) { addReply(input: $input) { userErrors { message } } }';
  const input = { ticketId: ticket?.id, body, holdSeconds: 0 };
  expect((await desk.graphql<{ addReply: object }>(query, { input })).data.addReply).toEqual({ userErrors: [] });
}

type Ticket = { id: string; status: string; timeline: { edges: { node: { __typename: string } }[] } };

async function ticketsOf({ desk }: Side): Promise<Ticket[]> {
  const query =
    '{ tickets(first: 50) { edges { node { id status timeline(first: 100) { edges { node { __typename } } } } } } }';
  const { data } = await desk.graphql<{ tickets: { edges: { node: Ticket }[] } }>(query);
  return data.tickets.edges.map(({ node }) => node);
}

test('two desks acknowledge each other once, and are silent from then on', async () => {
  // The right desk's customer is the left desk.
  await deliver(right.desk, mail({ From: left.address, Subject: 'About our contract' }));
  await right.server.takes(1);
  for (let round = 0; round < 20; round++) {
    await carry(right, left);
    await carry(left, right);
  }
  // Whatever was to be sent before is out once this is.
  await reply(right, 'A person writes.');
  await eventually(() => right.server.taken.some(({ raw }) => raw.includes('A person writes.')));
  expect(await carry(right, left)).toEqual(['NEW_TICKET']);
  await left.server.takes(1);
  expect(await carry(left, right)).toEqual(['AUTOMATIC']);
  await reply(left, 'Another person answers.');
  await eventually(() => left.server.taken.some(({ raw }) => raw.includes('Another person answers.')));
  expect(await carry(left, right)).toEqual(['THREADED']);
  // One acknowledgement a side, and the two people's words.
  const automatic = ({ server }: Side) => server.taken.filter(({ raw }) => /^auto-submitted: auto-replied/im.test(raw));
  expect([automatic(left).length, left.server.taken.length]).toEqual([1, 2]);
  expect([automatic(right).length, right.server.taken.length]).toEqual([1, 2]);
  expect(await ticketsOf(left)).toHaveLength(1);
  expect(await ticketsOf(right)).toHaveLength(1);
});

test('a thousand automatic answers cause no mail, open nothing, and are one line', async () => {
  await deliver(left.desk, mail({ From: 'away@example.net', Subject: 'Holiday', 'Message-ID': '<first@example.net>' }));
  const [acknowledgement] = await left.server.takes(1);
  const { messageId = '' } = (await acknowledgement?.read()) ?? {};
  const [opened] = await ticketsOf(left);
  const close = 'mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { userErrors { message } } }';
  await left.desk.graphql(close, { input: { id: opened?.id, status: 'CLOSED' } });
  const answers = Array.from({ length: 1_000 }, (_, number) =>
    mail({
      From: 'away@example.net',
      Subject: 'Out of office',
      'Message-ID': `<away-${number}@example.net>`,
      'In-Reply-To': messageId,
      'Auto-Submitted': 'auto-replied',
    }),
  );
  for (let at = 0; at < answers.length; at += 20) {
    const filed = await Promise.all(answers.slice(at, at + 20).map((bytes) => deliver(left.desk, bytes)));
    expect(new Set(filed.map(({ state }) => state))).toEqual(new Set(['AUTOMATIC']));
  }
  await reply(left, 'Nice to have you back.');
  await eventually(() => left.server.taken.some(({ raw }) => raw.includes('Nice to have you back.')));
  expect(left.server.taken).toHaveLength(2);
  const tickets = await ticketsOf(left);
  expect(tickets.map(({ status }) => status)).toEqual(['CLOSED']);
  expect(tickets[0]?.timeline.edges.length).toBeLessThan(10);
});

test('a responder that says nothing of itself is answered once', async () => {
  await deliver(left.desk, mail({ From: 'robot@example.net', Subject: 'Hello', 'Message-ID': '<hello@example.net>' }));
  let answered = 0;
  // It answers everything that it gets, as a person would.
  for (let round = 0; round < 10; round++) {
    for (const taken of left.server.taken.slice(answered)) {
      const { messageId = '', replyTo } = await taken.read();
      const headers = { From: 'robot@example.net', To: replyTo?.[0]?.address ?? '', Subject: 'Re: Hello' };
      const answer = mail({ ...headers, 'Message-ID': `<robot-${answered++}@example.net>`, 'In-Reply-To': messageId });
      expect((await deliver(left.desk, answer)).state).toBe('THREADED');
    }
    if (round === 0) await left.server.takes(1);
  }
  await reply(left, 'A person writes.');
  await eventually(() => left.server.taken.some(({ raw }) => raw.includes('A person writes.')));
  expect(left.server.taken).toHaveLength(2);
});
