import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { fewestStatements, type PlanNode, plansDuring } from './support/statements.js';

let desk: TestDesk;
let talk: Conversing;
let long: Talked;
let short: Talked;
beforeAll(async () => {
  desk = await startDesk({}, undefined, { doesJobs: false });
  talk = startConversation(desk);
  for (let index = 0; index < 50; index++) {
    const ticket = await talk.submit();
    await talk.reply(ticket, `Reply ${index}`);
    if (index % 2) await talk.note(ticket, `Note ${index}`);
  }
  short = await talk.submit();
  long = await talk.submit();
  for (let index = 0; index < 10; index++) await talk.reply(short, `Short ${index}`);
  for (let index = 0; index < 1_000; index++) {
    await desk.services.replies.add(talk.team, long.number, { body: `Long ${index}` });
  }
}, 120_000);
afterAll(() => desk.close());

test.each([
  [
    'requester, preview and whose turn it is',
    'requester { displayName emails { address } } preview waitingOn messageCount',
  ],
  ['the end of their timelines', 'timeline(last: 3) { totalCount edges { node { id by { displayName } } } }'],
  ['whether they can be answered', 'viewerCanReply viewerCannotReplyReasons'],
])('fifty tickets with %s cost as many statements as five, and few', async (_what, selection) => {
  const query = `query ($first: Int) { tickets(first: $first) { totalCount edges { node { number ${selection} } } } }`;
  const cost = (first: number) =>
    fewestStatements(async () => expect((await desk.graphql(query, { first })).errors).toBeUndefined());
  const few = await cost(5);
  expect(few).toBeLessThanOrEqual(8);
  expect(await cost(50)).toBe(few);
});

const rowsIn = (node: PlanNode): number =>
  node['Actual Rows'] * node['Actual Loops'] + (node.Plans ?? []).reduce((sum, plan) => sum + rowsIn(plan), 0);

test('a page of a ticket with 1,000 messages reads no more rows than one of a ticket with ten', async () => {
  const page = ({ number }: Talked) =>
    `{ ticket(number: ${number}) { timeline(last: 5) { edges { node { id ... on PublicReply { body } } } pageInfo { hasPreviousPage } } } }`;
  const rows = async (ticket: Talked) => {
    const { answer, plans } = await plansDuring(() => desk.graphql(page(ticket)));
    expect(answer.errors).toBeUndefined();
    return plans.reduce((sum, plan) => sum + rowsIn(plan), 0);
  };
  const few = await rows(short);
  expect(few).toBeGreaterThan(0);
  expect(await rows(long)).toBeLessThanOrEqual(few + 5);
});

test('saying something on it costs no more statements, and its facts stay right', async () => {
  const times = 5;
  const cost = (ticket: Talked) => fewestStatements(() => talk.reply(ticket, 'One more.'), times);
  expect(await cost(long)).toBeLessThanOrEqual((await cost(short)) + 2);
  expect(await talk.facts(long, 'messageCount waitingOn preview')).toEqual({
    messageCount: 1_001 + times,
    waitingOn: 'REQUESTER',
    preview: 'One more.',
  });
});
