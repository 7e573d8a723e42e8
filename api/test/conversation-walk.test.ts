import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Conversing, startConversation, type Talked } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
let talk: Conversing;
beforeAll(async () => {
  desk = await startDesk();
  talk = startConversation(desk);
});
afterAll(() => desk.close());

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('reply'), rest: fc.boolean(), resolves: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answer') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('note'), rest: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reword'), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take back') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('status'),
      status: fc.constantFrom('OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED'),
    }),
  },
);
type Step = { kind: string; rest?: boolean; resolves?: boolean; which?: number; status?: string };

/** What was done, as a recount needs it. */
type Told = { words: string[]; notes: string[]; said: { from: string; at: string; id: string; held: boolean }[] };

async function run(ticket: Talked, steps: readonly Step[]): Promise<Told> {
  const told: Told = { words: [], notes: [], said: [] };
  for (const [index, { kind, rest, resolves, which = 0, status }] of steps.entries()) {
    const body = `${kind} ${index}`;
    if (kind === 'reply' && rest) {
      const { body: made } = await desk.rest<{ id: string; created_at: string }>(
        'POST',
        `/api/tickets/${ticket.number}/messages/`,
        { body },
      );
      told.said.push({ from: 'team', at: made.created_at, id: made.id, held: false });
    } else if (kind === 'reply') {
      const { reply } = await talk.reply(ticket, body, resolves ? { thenStatus: 'RESOLVED' } : {});
      told.said.push({ from: 'team', at: reply?.createdAt ?? '', id: reply?.id ?? '', held: true });
    } else if (kind === 'answer') {
      const { reply } = await talk.answer(ticket, body);
      told.said.push({ from: 'requester', at: reply.createdAt, id: reply.id, held: false });
    } else if (kind === 'note' && rest) {
      const path = `/api/tickets/${ticket.number}/notes/`;
      told.notes.push((await desk.rest<{ id: string }>('POST', path, { body })).body.id);
    } else if (kind === 'note') {
      told.notes.push((await talk.note(ticket, body)).note?.id ?? '');
    } else if (kind === 'reword' && told.notes.length > 0) {
      const id = told.notes[which % told.notes.length];
      await desk.graphql('mutation ($i: UpdateNoteInput!) { updateNote(input: $i) { userErrors { code } } }', {
        i: { id, body },
      });
    } else if (kind === 'take back') {
      const held = told.said.findLastIndex((one) => one.held);
      if (held < 0) continue;
      await talk.takeBack(told.said[held]?.id);
      told.said.splice(held, 1);
    } else if (kind === 'status') await talk.change(ticket, { status });
  }
  return told;
}

/** By the trail alone: what was said and not taken back, in order. */
async function expectRecount(ticket: Talked, { said }: Told): Promise<void> {
  const facts = await talk.facts(
    ticket,
    'status createdAt waitingOn waitingSince firstResponseAt messageCount preview',
  );
  const isFinished = facts.status === 'RESOLVED' || facts.status === 'CLOSED';
  const lastAnswer = said.findLastIndex(({ from }) => from === 'team');
  const unanswered = said.slice(lastAnswer + 1)[0]?.at ?? (lastAnswer < 0 ? facts.createdAt : null);
  expect(facts).toMatchObject({
    messageCount: said.length + 1,
    firstResponseAt: said.find(({ from }) => from === 'team')?.at ?? null,
    waitingOn: isFinished ? 'NOBODY' : unanswered ? 'TEAM' : 'REQUESTER',
    waitingSince: isFinished ? null : lastAnswer < 0 ? facts.createdAt : unanswered,
  });
}

type Edge = { cursor: string; node: { id: string } };
type Page = { edges: Edge[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean }; totalCount: number };

async function walk(ticket: Talked, size: number, forward: boolean, kinds: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const from = cursor === null ? '' : `, ${forward ? 'after' : 'before'}: "${cursor}"`;
    const args = `${forward ? 'first' : 'last'}: ${size}${from}${kinds}`;
    const selection = `timeline(${args}) { edges { cursor node { id } } totalCount pageInfo { hasNextPage hasPreviousPage } }`;
    const page = (await talk.facts(ticket, selection)).timeline as Page;
    const found = page.edges.map(({ node }) => node.id);
    ids.splice(forward ? ids.length : 0, 0, ...found);
    cursor = page.edges.at(forward ? -1 : 0)?.cursor ?? null;
    const isMore = forward ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage;
    if (!isMore) {
      expect(page.totalCount).toBe(ids.length);
      return ids;
    }
  }
}

test('whatever was said in whatever order: pages repeat and skip nothing, and the facts equal a recount', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.integer({ min: 1, max: 7 }), async (steps, size) => {
      const ticket = await talk.submit();
      const told = await run(ticket, steps);
      await expectRecount(ticket, told);
      const whole = await walk(ticket, 100, true, '');
      expect(await walk(ticket, size, true, '')).toEqual(whole);
      expect(await walk(ticket, size, false, '')).toEqual(whole);
      expect(new Set(whole).size).toBe(whole.length);
      const replies = await walk(ticket, size, false, ', kinds: [REPLY]');
      expect(replies).toEqual(told.said.map(({ id }) => id));
      const notes = await walk(ticket, size, true, ', kinds: [NOTE]');
      expect(notes).toEqual(told.notes);
      const events = await walk(ticket, size, true, ', kinds: [EVENT]');
      expect(whole.toSorted()).toEqual([...replies, ...notes, ...events].toSorted());
      const { body } = await desk.rest<{ id: string }[]>('GET', `/api/tickets/${ticket.number}/messages/`);
      expect(body.map(({ id }) => id)).toEqual(replies);
      const atRest = await desk.rest<{ id: string }[]>('GET', `/api/tickets/${ticket.number}/notes/`);
      expect(atRest.body.map(({ id }) => id)).toEqual(notes);
    }),
    { numRuns: 25 },
  );
}, 120_000);
