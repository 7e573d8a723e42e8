import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Conversing, startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';
import { connect } from './support/live.js';
import { startMerging } from './support/merging.js';
import { heldRequest, openRequest, readRequest, wordsOf, writeRequest } from './support/requester-page.js';

/** What requesters and subscribers see of a merge. */
let desk: TestDesk;
let talk: Conversing;
let merging: ReturnType<typeof startMerging>;
beforeEach(async () => {
  desk = await startDesk({ RATE_LIMIT: 'off' });
  talk = startConversation(desk);
  merging = startMerging(desk);
});
afterEach(() => desk.close());

const mia = { name: 'Mia', email: 'mia@example.org' };
const tuva = { name: 'Tuva', email: 'tuva@example.org' };
const apart = { allowDifferentRequesters: true };

describe('the requester’s page after a merge', () => {
  test('of the same requester is that of the one that goes on, and answers land there', async () => {
    const one = await heldRequest(desk, { requester: mia, description: 'The first words.' });
    const two = await heldRequest(desk, { requester: mia, description: 'The second words.' });
    await writeRequest(desk, two.by, 'Anybody there?');
    await merging.merge(one.number, [two.number]);
    const by = await openRequest(desk, two.link);
    const page = await readRequest(desk, by);
    expect(page.number).toBe(one.number);
    expect(wordsOf(page)).toEqual(['The first words.\n\n---\n\nThe second words.', 'Anybody there?']);
    expect(page.messages.totalCount).toBe(2);
    await talk.reply(one, 'Yes.', { holdSeconds: 0 });
    await writeRequest(desk, by, 'Thank you.');
    expect(wordsOf(await readRequest(desk, one.by)).slice(1)).toEqual(['Anybody there?', 'Yes.', 'Thank you.']);
    await merging.unmerge(two.number);
    expect(wordsOf(await readRequest(desk, await openRequest(desk, two.link)))).toEqual([
      'The second words.',
      'Anybody there?',
    ]);
    expect(wordsOf(await readRequest(desk, await openRequest(desk, one.link)))).toEqual([
      'The first words.',
      'Yes.',
      'Thank you.',
    ]);
  });

  test('shows requesters of different tickets nothing of each other, whoever writes when', async () => {
    const one = await heldRequest(desk, { requester: mia, description: 'The canary of Mia.' });
    const two = await heldRequest(desk, { requester: tuva, description: 'The canary of Tuva.' });
    const three = await heldRequest(desk, { description: 'The canary of nobody known.' });
    await writeRequest(desk, one.by, 'Mia before');
    await writeRequest(desk, two.by, 'Tuva before');
    await merging.merge(one.number, [two.number, three.number], apart);
    await talk.reply(one, 'Dear Mia', { holdSeconds: 0 });
    await writeRequest(desk, two.by, 'Tuva after');
    await writeRequest(desk, three.by, 'Nobody after');
    const seen = async (link: string) => JSON.stringify(await readRequest(desk, await openRequest(desk, link)));
    expect(await seen(one.link)).toContain('Dear Mia');
    expect(await seen(one.link)).not.toMatch(/Tuva|obody|"totalCount":[^3]/);
    expect(await seen(two.link)).toMatch(/The canary of Tuva.*Tuva before.*Tuva after/);
    expect(await seen(two.link)).not.toMatch(/Mia|obody|"totalCount":[^3]/);
    expect(await seen(three.link)).not.toMatch(/Mia|Tuva/);
    // The team reads all of it in one place, and the others wait for it there.
    expect(await talk.timeline(one)).toEqual(
      expect.arrayContaining(['FROM_REQUESTER Tuva after', 'FROM_REQUESTER Nobody after']),
    );
    expect(await talk.facts(one, 'waitingOn messageCount')).toEqual({ waitingOn: 'TEAM', messageCount: 6 });
  });

  test('opens again what goes on for it, and tells how far that is', async () => {
    const [one, two] = [await heldRequest(desk, { requester: mia }), await heldRequest(desk, { requester: tuva })];
    await merging.merge(one.number, [two.number], apart);
    await talk.change(one, { status: 'RESOLVED' });
    expect(await readRequest(desk, two.by)).toMatchObject({ status: 'RESOLVED', onReply: 'REOPENS' });
    await writeRequest(desk, two.by, 'Not for me.');
    expect(await talk.facts(one, 'status waitingOn')).toEqual({ status: 'OPEN', waitingOn: 'TEAM' });
    expect(await readRequest(desk, two.by)).toMatchObject({ number: two.number, status: 'OPEN' });
  });
});

describe('who follows', () => {
  test('a list sees a merged ticket leave and come back, and the timeline of the other begins anew', async () => {
    const [first, second] = [await talk.submit(mia), await talk.submit(tuva)];
    const connection = connect(desk);
    type Told = { ticketChanges: { kind: string; ticketId: string } };
    const list = await connection.follow<Told>(
      `subscription { ticketChanges(filter: { status: [OPEN] }) { kind ticketId } }`,
    );
    type Entry = { timelineChanges: { kind: string; timelineEdge: { node: { body?: string } } | null } };
    const timeline = await connection.follow<Entry>(
      `subscription ($id: ID!) { timelineChanges(ticketId: $id) { kind timelineEdge { node { ... on PublicReply { body } } } } }`,
      { id: first.id },
    );
    await merging.merge(first.number, [second.number], apart);
    await list.count(2);
    await timeline.count(1);
    await talk.answer(second, 'From Tuva');
    const entries = (await timeline.count(2)).map(({ timelineChanges }) => timelineChanges);
    expect(entries).toEqual([
      { kind: 'RESYNC', timelineEdge: null },
      { kind: 'ADDED', timelineEdge: { node: { body: 'From Tuva' } } },
    ]);
    await list.count(3);
    await merging.unmerge(second.number);
    await timeline.count(3);
    const changes = (await list.count(5)).map(({ ticketChanges: { kind, ticketId } }) => [kind, ticketId]);
    expect(changes).toEqual([
      ['CHANGED', first.id],
      ['REMOVED', second.id],
      ['CHANGED', first.id],
      ['CHANGED', first.id],
      ['ADDED', second.id],
    ]);
    await connection.close();
  });
});
