import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { startIncidents, submitMany } from './support/incidents.js';
import { ticketId } from './support/merging.js';

let desk: TestDesk;
let talk: Conversing;
let incidents: ReturnType<typeof startIncidents>;
beforeAll(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
  talk = startConversation(desk);
  incidents = startIncidents(desk);
});
afterAll(() => desk.close());

const named = (number: number): Talked => ({ id: ticketId(number), number });
const submitted = (count: number) => submitMany(talk, count);

describe('a reply to an incident', () => {
  const query = `mutation ($input: AddReplyInput!) { addReply(input: $input) {
    reply { id } ticket { number status } incidentReplies { id ticketNumber body }
    warnings { ticket { number } code message } newItems { id } userErrors { code path } } }`;
  type Told = { ticket: { number: number }; code: string; message: string };
  type Answer = {
    reply: { id: string } | null;
    ticket: { number: number; status: string } | null;
    incidentReplies: { id: string; ticketNumber: number; body: string }[];
    warnings: Told[];
    newItems: object[];
    userErrors: { code: string; path: string[] }[];
  };
  const send = async (number: number, body: string, more: object = {}) => {
    const input = { ticketId: ticketId(number), body, toIncident: true, holdSeconds: 0, ...more };
    return (await incidents.ask<{ addReply: Answer }>(query, { input })).addReply;
  };
  const said = async (number: number) =>
    (await talk.timeline(named(number))).filter((line) => line.startsWith('FROM_TEAM'));

  test('is written into each conversation, once, and resolves them where that is asked', async () => {
    const [outage, one, two, other] = (await submitted(4)) as [number, number, number, number];
    await incidents.set(outage, [two, one]);
    const again = { idempotencyKey: 'to all of them', thenStatus: 'RESOLVED' };
    const first = await send(outage, 'It is mended.', again);
    expect(first).toMatchObject({ ticket: { number: outage, status: 'RESOLVED' }, warnings: [], userErrors: [] });
    expect(first.incidentReplies.map(({ ticketNumber, body }) => [ticketNumber, body])).toEqual([
      [one, 'It is mended.'],
      [two, 'It is mended.'],
    ]);
    expect(await send(outage, 'It is mended.', again)).toEqual(first);
    for (const number of [outage, one, two]) {
      expect(await said(number)).toEqual(['FROM_TEAM It is mended.']);
      expect(await talk.facts(named(number), 'status')).toEqual({ status: 'RESOLVED' });
    }
    expect(await said(other)).toEqual([]);
  });

  test('tells of each that cannot be answered, and sends the others', async () => {
    const [outage, one] = (await submitted(2)) as [number, number];
    const wrote = await talk.submit();
    const blocked = await talk.submit();
    await incidents.set(outage, [one, wrote.number, blocked.number]);
    const { requester } = (await talk.facts(blocked, 'requester { id }')) as { requester: { id: string } };
    await incidents.ask(
      'mutation ($id: ID!) { updateRequester(input: { id: $id, blocked: true }) { userErrors { code } } }',
      {
        id: requester.id,
      },
    );
    const { timeline } = (await talk.facts(named(outage), 'timeline(last: 1) { edges { node { id } } }')) as {
      timeline: { edges: { node: { id: string } }[] };
    };
    const lastSeenItemId = timeline.edges[0]?.node.id;
    await talk.answer(wrote, 'Still down here.');
    const answer = await send(outage, 'We are on it.', { lastSeenItemId, idempotencyKey: 'with warnings' });
    expect(answer).toMatchObject({ userErrors: [], incidentReplies: [{ ticketNumber: one }] });
    expect(answer.warnings).toEqual([
      {
        ticket: { number: wrote.number },
        code: 'STALE_CONVERSATION',
        message: 'The requester has written since. Read it, then reply on this ticket.',
      },
      {
        ticket: { number: blocked.number },
        code: 'NOT_ALLOWED',
        message: 'The requester is blocked, so nothing is sent to them.',
      },
    ]);
    expect(await send(outage, 'We are on it.', { lastSeenItemId, idempotencyKey: 'with warnings' })).toEqual(answer);
    expect(await said(wrote.number)).toEqual([]);
    expect(await said(one)).toEqual(['FROM_TEAM We are on it.']);
    // Where the incident itself has news, nothing is sent to anybody.
    await talk.answer(named(outage), 'And here.');
    const stale = await send(outage, 'Soon.', { lastSeenItemId });
    expect(stale).toMatchObject({ reply: null, userErrors: [{ code: 'STALE_CONVERSATION' }], incidentReplies: [] });
    expect(stale.newItems).not.toEqual([]);
    expect(await said(one)).toEqual(['FROM_TEAM We are on it.']);
  });

  test('is refused where nothing tells of the ticket, and with files', async () => {
    const [outage, one] = (await submitted(2)) as [number, number];
    const nothing = { reply: null, incidentReplies: [] };
    expect(await send(outage, 'Hello?')).toMatchObject({
      ...nothing,
      userErrors: [{ code: 'NOT_ALLOWED', path: ['toIncident'] }],
    });
    await incidents.set(outage, [one]);
    expect(await send(one, 'Hello?')).toMatchObject({ userErrors: [{ code: 'NOT_ALLOWED', path: ['toIncident'] }] });
    expect(await send(outage, 'See here.', { attachmentIds: ['x'] })).toMatchObject({
      ...nothing,
      userErrors: [{ code: 'INVALID_INPUT', path: ['attachmentIds'] }],
    });
  });
});
