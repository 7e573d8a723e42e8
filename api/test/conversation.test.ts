import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Conversing, startConversation } from './support/conversation.js';
import { startDesk, type TestDesk } from './support/desk.js';

let desk: TestDesk;
let talk: Conversing;
beforeAll(async () => {
  desk = await startDesk();
  talk = startConversation(desk);
});
afterAll(() => desk.close());

const facts = 'waitingOn waitingSince firstResponseAt messageCount version updatedAt createdAt status';

describe('a conversation', () => {
  test('is the ticket’s timeline: what was said and what happened, oldest first', async () => {
    const ticket = await talk.submit();
    await talk.reply(ticket, 'Which browser?');
    await talk.note(ticket, 'Looks like the cache.');
    await talk.answer(ticket, 'Firefox.');
    await talk.change(ticket, { status: 'IN_PROGRESS' });
    expect(await talk.timeline(ticket)).toEqual([
      'CREATED',
      'FROM_TEAM Which browser?',
      'note Looks like the cache.',
      'FROM_REQUESTER Firefox.',
      'CHANGED status',
    ]);
    expect(await talk.timeline(ticket, 'kinds: [REPLY, NOTE]')).toHaveLength(3);
    expect(await talk.timeline(ticket, 'kinds: [EVENT]')).toEqual(['CREATED', 'CHANGED status']);
    expect(await talk.timeline(ticket, 'last: 2')).toEqual(['FROM_REQUESTER Firefox.', 'CHANGED status']);
  });

  test('tells whose turn it is, since when, and when somebody first answered', async () => {
    const ticket = await talk.submit();
    const fresh = await talk.facts(ticket, facts);
    expect(fresh).toMatchObject({ waitingOn: 'TEAM', firstResponseAt: null, messageCount: 1 });
    expect(fresh.waitingSince).toBe(fresh.createdAt);
    const { reply } = await talk.reply(ticket, 'We look into it.');
    const answered = await talk.facts(ticket, facts);
    expect(answered).toMatchObject({ waitingOn: 'REQUESTER', waitingSince: null, messageCount: 2 });
    expect(answered.firstResponseAt).toBe(reply?.createdAt);
    expect(answered.version).toBe(fresh.version);
    expect(String(answered.updatedAt) >= String(fresh.updatedAt)).toBe(true);
    await talk.answer(ticket, 'And?');
    const since = (await talk.facts(ticket, facts)).waitingSince;
    await talk.answer(ticket, 'Hello?');
    expect(await talk.facts(ticket, facts)).toMatchObject({ waitingOn: 'TEAM', waitingSince: since, messageCount: 4 });
    await talk.change(ticket, { status: 'RESOLVED' });
    expect(await talk.facts(ticket, facts)).toMatchObject({ waitingOn: 'NOBODY', waitingSince: null });
    await talk.change(ticket, { status: 'OPEN' });
    expect(await talk.facts(ticket, facts)).toMatchObject({ waitingOn: 'TEAM', waitingSince: since });
  });

  test('goes on where the requester answers what was resolved', async () => {
    const ticket = await talk.submit();
    await talk.reply(ticket, 'Done.', { thenStatus: 'RESOLVED' });
    expect(await talk.facts(ticket, facts)).toMatchObject({ status: 'RESOLVED', waitingOn: 'NOBODY', version: 2 });
    await talk.answer(ticket, 'It is not.');
    expect(await talk.facts(ticket, facts)).toMatchObject({ status: 'OPEN', waitingOn: 'TEAM', version: 3 });
    expect(await talk.timeline(ticket)).toEqual([
      'CREATED',
      'FROM_TEAM Done.',
      'CHANGED status',
      'FROM_REQUESTER It is not.',
      'CHANGED status',
    ]);
  });

  test('does not count a program that answers as a person’s first response', async () => {
    const ticket = await talk.submit();
    const program = { ...talk.team, kind: 'token' as const, id: '1', scopes: ['REPLIES_SEND' as const] };
    await desk.services.replies.add(program, ticket.number, { body: 'We got it.' });
    expect(await talk.facts(ticket, facts)).toMatchObject({ waitingOn: 'REQUESTER', firstResponseAt: null });
  });
});

describe('a reply', () => {
  test('is stopped where the requester wrote meanwhile, and its words are not lost', async () => {
    const ticket = await talk.submit();
    const { reply } = await talk.reply(ticket, 'Which browser?');
    await talk.note(ticket, 'Waiting.');
    await talk.answer(ticket, 'Firefox.');
    const stopped = await talk.reply(ticket, 'Still there?', { lastSeenItemId: reply?.id });
    expect(stopped).toMatchObject({
      reply: null,
      userErrors: [{ code: 'STALE_CONVERSATION', path: ['lastSeenItemId'] }],
      newItems: [{ body: 'Firefox.' }],
    });
    const seen = stopped.newItems[0]?.id;
    expect(await talk.reply(ticket, 'Thanks.', { lastSeenItemId: seen })).toMatchObject({ userErrors: [] });
    expect(await talk.reply(ticket, 'And one more thing.', { lastSeenItemId: seen })).toMatchObject({ userErrors: [] });
  });

  test.each(['x', 'VGlja2V0OjE', 'UHVibGljUmVwbHk6OTk5OTk5'])('compares with no entry that is none: %s', async (id) => {
    expect(await talk.reply(await talk.submit(), 'Hello.', { lastSeenItemId: id })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['lastSeenItemId'] }],
    });
  });

  test('can be taken back as long as it is held, with the status that came with it', async () => {
    const ticket = await talk.submit();
    const { reply } = await talk.reply(ticket, 'Oops.', { thenStatus: 'CLOSED' });
    expect(reply?.cancelableUntil).not.toBeNull();
    expect(await talk.takeBack(reply?.id)).toMatchObject({ canceledReplyId: reply?.id, userErrors: [] });
    expect(await talk.facts(ticket, facts)).toMatchObject({
      status: 'OPEN',
      waitingOn: 'TEAM',
      firstResponseAt: null,
      messageCount: 1,
    });
    expect(await talk.timeline(ticket, 'kinds: [REPLY]')).toEqual([]);
    expect(await talk.takeBack(reply?.id)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });

  test('has left where it is not held', async () => {
    const { reply } = await talk.reply(await talk.submit(), 'At once.', { holdSeconds: 0 });
    expect(reply?.cancelableUntil).toBeNull();
    expect(await talk.takeBack(reply?.id)).toMatchObject({ userErrors: [{ code: 'NOT_ALLOWED' }] });
  });

  test.each([
    [{ body: '  ' }, 'body'],
    [{ body: 'x'.repeat(100_001) }, 'body'],
    [{ body: 'Dear {{requester.name}}' }, 'body'],
    [{ holdSeconds: 61 }, 'holdSeconds'],
    [{ holdSeconds: -1 }, 'holdSeconds'],
  ])('is refused for %j', async (input, path) => {
    const { body = 'Hello.', ...rest } = input as { body?: string };
    expect(await talk.reply(await talk.submit(), body, rest)).toMatchObject({
      reply: null,
      userErrors: [{ code: 'INVALID_INPUT', path: [path] }],
    });
  });

  test('is sent once for one key', async () => {
    const ticket = await talk.submit();
    const first = await talk.reply(ticket, 'Once.', { idempotencyKey: 'r1' });
    expect((await talk.reply(ticket, 'Once.', { idempotencyKey: 'r1' })).reply?.id).toBe(first.reply?.id);
    expect(await talk.reply(ticket, 'Other.', { idempotencyKey: 'r1' })).toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', path: ['idempotencyKey'] }],
    });
    expect(await talk.timeline(ticket, 'kinds: [REPLY]')).toHaveLength(1);
  });

  test('by two at once is two replies, and each knows its place', async () => {
    const ticket = await talk.submit();
    const both = await Promise.all(['One.', 'Two.'].map((body) => talk.reply(ticket, body)));
    expect(both.map(({ userErrors }) => userErrors)).toEqual([[], []]);
    expect((await talk.timeline(ticket, 'kinds: [REPLY]')).toSorted()).toEqual(['FROM_TEAM One.', 'FROM_TEAM Two.']);
    expect(await talk.facts(ticket, facts)).toMatchObject({ messageCount: 3 });
  });

  test('and an answer at once: one of them is seen by the other’s writer', async () => {
    const ticket = await talk.submit();
    const { reply } = await talk.reply(ticket, 'Well?');
    const [sent] = await Promise.all([
      talk.reply(ticket, 'Still there?', { lastSeenItemId: reply?.id }),
      talk.answer(ticket, 'Yes.'),
    ]);
    const said = await talk.timeline(ticket, 'kinds: [REPLY]');
    const order = said.indexOf('FROM_TEAM Still there?') < said.indexOf('FROM_REQUESTER Yes.');
    expect(sent.userErrors.map(({ code }) => code)).toEqual(
      said.includes('FROM_TEAM Still there?') ? [] : ['STALE_CONVERSATION'],
    );
    expect(order || sent.userErrors.length > 0).toBe(true);
  });

  test('tells why mail does not carry it, and is kept all the same', async () => {
    const ticket = await talk.submit({ email: 'reasons@example.org' });
    expect(await talk.facts(ticket, 'viewerCanReply viewerCannotReplyReasons')).toEqual({
      viewerCanReply: true,
      viewerCannotReplyReasons: ['MAIL_NOT_SET_UP'],
    });
    const { reply } = await talk.reply(ticket, 'Hello.');
    expect(reply).toMatchObject({ to: ['reasons@example.org'], deliveries: [{ state: 'NOT_MAILED', attempts: 0 }] });
    const bare = await talk.submit({});
    expect((await talk.facts(bare, 'viewerCannotReplyReasons')).viewerCannotReplyReasons).toEqual([
      'NO_ADDRESS',
      'MAIL_NOT_SET_UP',
    ]);
  });
});

test('a deleted ticket takes its words along; its trail stays', async () => {
  const ticket = await talk.submit();
  const { reply } = await talk.reply(ticket, 'Gone soon.');
  const { note } = await talk.note(ticket, 'Gone too.');
  await desk.graphql('mutation ($id: ID!) { deleteTicket(input: { id: $id }) { userErrors { code } } }', {
    id: ticket.id,
  });
  const { data } = await desk.graphql('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: [reply?.id, note?.id],
  });
  expect(data).toEqual({ nodes: [null, null] });
  const trail = await desk.graphql<{ events: { totalCount: number } }>(
    `{ events(ticketNumber: ${ticket.number}) { totalCount } }`,
  );
  expect(trail.data.events.totalCount).toBe(2);
});

describe('a search', () => {
  const found = async (search: string) => {
    const { data } = await desk.graphql<{ tickets: { totalCount: number; edges: { node: { number: number } }[] } }>(
      'query ($search: String) { tickets(filter: { search: $search }) { totalCount edges { node { number } } } }',
      { search },
    );
    expect(data.tickets.totalCount).toBe(data.tickets.edges.length);
    return data.tickets.edges.map(({ node }) => node.number);
  };

  test('finds the words of replies and notes with their ticket, however they are spelt', async () => {
    const ticket = await talk.submit();
    await talk.reply(ticket, 'Please clear the Zwiebelcaché first.');
    const { note } = await talk.note(ticket, 'The quartzlamp team knows more.');
    await talk.answer(ticket, 'That helped: ocelotbrowser works.');
    for (const search of ['zwiebelcache', 'quartzlamp TEAM', 'ocelot', 'clear zwiebel', `#${ticket.number}`]) {
      expect([search, await found(search)]).toEqual([search, [ticket.number]]);
    }
    expect(await found('zwiebelcache quartzlamp')).toEqual([]);
    await desk.graphql('mutation ($i: UpdateNoteInput!) { updateNote(input: $i) { userErrors { code } } }', {
      i: { id: note?.id, body: 'Never mind.' },
    });
    expect(await found('quartzlamp')).toEqual([]);
  });
});
