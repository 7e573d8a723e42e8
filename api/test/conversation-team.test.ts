import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { ask, type Credentials, joinTeam, makeToken } from './support/team.js';

let desk: TestDesk;
let ada: Credentials;
let bob: Credentials;
beforeAll(async () => {
  desk = await startDesk();
  ada = await joinTeam(desk, 'ada@example.org', '--admin');
  bob = await joinTeam(desk, 'bob@example.org');
  await ask(
    desk,
    ada,
    'mutation { saveTeam(input: { name: "Billing", handle: "billing", categories: [] }) { userErrors { code } } }',
  );
});
afterAll(() => desk.close());

type Any = Record<string, unknown>;

/** The only field of what is asked. */
async function field(by: Credentials, query: string, variables: object = {}): Promise<Any> {
  const { body } = await ask(desk, by, query, variables);
  if (body.errors) throw new Error(`${body.errors[0]?.extensions.code}: ${body.errors[0]?.message}`);
  return Object.values(body.data ?? {})[0] as Any;
}

async function submit(requester: object | null = { email: 'mia@example.org', name: 'Mia' }) {
  const query = `mutation ($requester: RequesterInput) { createTicket(input: { title: "Secretword", description: "Secretword again",
    category: BILLING, priority: LOW, requester: $requester }) { ticket { id number requester { id displayName } } } }`;
  const { ticket } = await field(ada, query, { requester });
  return ticket as { id: string; number: number; requester: { id: string; displayName: string } };
}

const note = (by: Credentials, ticketId: string, body: string) =>
  field(
    by,
    `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id body editedAt viewerCanEdit by { displayName }
      mentions { __typename ... on User { handle } ... on Team { handle } } } unknownMentions userErrors { code path } } }`,
    { input: { ticketId, body } },
  );

const reply = (by: Credentials, ticketId: string, body: string, more: object = {}) =>
  field(
    by,
    `mutation ($input: AddReplyInput!) { addReply(input: $input) { reply { id to viewerDidAuthor by { __typename displayName } }
      userErrors { code path message } } }`,
    { input: { ticketId, body, ...more } },
  );

describe('a note', () => {
  test('calls people and teams by handle, and tells which there are not', async () => {
    const { id } = await submit();
    const added = await note(ada, id, '@bob, ask @billing. @nobody and mail@bob.org know nothing; @Bob does.');
    expect(added).toMatchObject({
      note: {
        by: { displayName: 'ada' },
        mentions: [
          { __typename: 'User', handle: 'bob' },
          { __typename: 'Team', handle: 'billing' },
        ],
      },
      unknownMentions: ['nobody'],
    });
  });

  test('is worded anew by its author alone, and keeps how it was worded', async () => {
    const { id } = await submit();
    const { note: written } = (await note(bob, id, 'First.')) as { note: { id: string } };
    const update = (by: Credentials) =>
      field(
        by,
        `mutation ($input: UpdateNoteInput!) { updateNote(input: $input) { note { body editedAt earlierWordings { body } }
          userErrors { code } } }`,
        { input: { id: written.id, body: 'Second.' } },
      );
    expect(await update(ada)).toMatchObject({ note: null, userErrors: [{ code: 'FORBIDDEN' }] });
    expect(await update(bob)).toMatchObject({
      note: { body: 'Second.', editedAt: expect.any(String), earlierWordings: [{ body: 'First.' }] },
    });
  });
});

describe('a reply', () => {
  test('is taken back by its author alone', async () => {
    const { id } = await submit();
    const { reply: said } = (await reply(bob, id, 'Hello.')) as { reply: { id: string } };
    expect(said).toMatchObject({ viewerDidAuthor: true, by: { __typename: 'User', displayName: 'bob' } });
    const cancel = `mutation { cancelReply(input: { id: "${said.id}" }) { userErrors { code } } }`;
    expect(await field(ada, cancel)).toEqual({ userErrors: [{ code: 'FORBIDDEN' }] });
    expect(await field(bob, cancel)).toEqual({ userErrors: [] });
  });

  test('needs the scope REPLIES_SEND, and a ticket says so', async () => {
    const { id, number } = await submit();
    const token = await makeToken(desk, bob, ['TICKETS_READ', 'TICKETS_WRITE']);
    await expect(reply(token, id, 'Hello.')).rejects.toThrow('FORBIDDEN');
    expect(await field(token, `{ ticket(number: ${number}) { viewerCanReply viewerCannotReplyReasons } }`)).toEqual({
      viewerCanReply: false,
      viewerCannotReplyReasons: ['TOKEN_SCOPE', 'MAIL_NOT_SET_UP'],
    });
  });
});

describe('a requester', () => {
  const update = (input: object) =>
    field(
      ada,
      `mutation ($input: UpdateRequesterInput!) { updateRequester(input: $input) { requester { displayName note blocked
        emails { address verified bouncing } } userErrors { code path message } } }`,
      { input },
    );

  test('has several addresses, one of which answers go to', async () => {
    const { requester, id } = await submit({ email: 'Lea@Example.org', name: 'Lea' });
    expect(await update({ id: requester.id, addEmail: 'lea@work.example', primaryEmail: 'lea@work.example' })).toEqual({
      requester: {
        displayName: 'Lea',
        note: null,
        blocked: false,
        emails: [
          { address: 'lea@work.example', verified: false, bouncing: false },
          { address: 'lea@example.org', verified: false, bouncing: false },
        ],
      },
      userErrors: [],
    });
    expect(await reply(bob, id, 'Hello.')).toMatchObject({ reply: { to: ['lea@work.example'] } });
    expect((await submit({ email: 'lea@example.org', name: 'Somebody else' })).requester).toEqual(requester);
    expect(
      await update({ id: requester.id, removeEmail: 'lea@work.example', name: null, note: 'Likes tea.' }),
    ).toMatchObject({
      requester: { displayName: expect.stringMatching(/^Requester \d+$/), note: 'Likes tea.', emails: [{}] },
    });
    await submit({ email: 'other@example.org' });
    expect(await update({ id: requester.id, addEmail: 'other@example.org' })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['addEmail'] }],
    });
  });

  test('who is blocked is not answered', async () => {
    const { requester, id, number } = await submit({ email: 'spam@example.org' });
    await update({ id: requester.id, blocked: true });
    expect(await reply(bob, id, 'Hello.')).toMatchObject({ reply: null, userErrors: [{ code: 'NOT_ALLOWED' }] });
    expect(await field(bob, `{ ticket(number: ${number}) { viewerCanReply viewerCannotReplyReasons } }`)).toEqual({
      viewerCanReply: false,
      viewerCannotReplyReasons: ['REQUESTER_BLOCKED', 'MAIL_NOT_SET_UP'],
    });
    await update({ id: requester.id, blocked: false });
    expect(await reply(bob, id, 'Hello.')).toMatchObject({ userErrors: [] });
  });

  test('is found by a part of name or address, and lists their tickets', async () => {
    const { requester, number } = await submit({ email: 'findme@example.net', name: 'Zoe Findable' });
    for (const search of ['findABLE', 'ndme@exam']) {
      const list = await field(
        ada,
        `{ requesters(search: "${search}") { totalCount edges { node { id tickets(first: 5) { totalCount edges { node { number } } } } } } }`,
      );
      expect(list).toEqual({
        totalCount: 1,
        edges: [{ node: { id: requester.id, tickets: { totalCount: 1, edges: [{ node: { number } }] } } }],
      });
    }
  });

  test('who is erased leaves numbers and times, and neither address, name nor words', async () => {
    const { requester, id, number } = await submit({ email: 'gone@example.org', name: 'Gone Person' });
    await reply(bob, id, 'What is it?');
    const key = Number(Buffer.from(requester.id, 'base64url').toString().split(':')[1]);
    const outside = {
      kind: 'requester',
      id: String(key),
      name: null,
      access: 'REQUESTER',
      address: null,
      door: 'graphql',
    } as const;
    await desk.services.replies.receive(outside, number, {
      body: 'Secretword, says Gone Person.',
      requesterKey: key,
      channel: 'request_page' as never,
    });
    const erase = `mutation { eraseRequester(input: { id: "${requester.id}" }) { erasedRequesterId userErrors { code } } }`;
    await expect(field(bob, erase)).rejects.toThrow('FORBIDDEN');
    expect(await field(ada, erase)).toEqual({ erasedRequesterId: requester.id, userErrors: [] });
    expect(await field(ada, erase)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    const ticket = await field(
      ada,
      `{ ticket(number: ${number}) { title description preview messageCount requester { id } firstResponseAt
        timeline(kinds: [REPLY]) { edges { node { ... on PublicReply { body to by { id } direction } } } } } }`,
    );
    expect(ticket).toMatchObject({ title: 'Erased', description: 'Erased', messageCount: 3, requester: null });
    expect(ticket.firstResponseAt).not.toBeNull();
    expect(JSON.stringify(ticket)).not.toMatch(/Secretword|Gone Person|gone@/);
    expect(await field(ada, `{ node(id: "${requester.id}") { id } }`)).toBeNull();
    const audit = JSON.stringify(
      await field(ada, '{ auditEvents(type: [REQUESTER_ERASED]) { edges { node { actorName target } } } }'),
    );
    expect(audit).toContain('"actorName":"ada"');
    expect(audit).not.toMatch(/Gone|gone@/);
    const rows = await field(ada, '{ tickets(filter: { search: "says Gone" }) { totalCount } }');
    expect(rows).toEqual({ totalCount: 0 });
    expect((await submit({ email: 'gone@example.org' })).requester.id).not.toBe(requester.id);
  });

  test('is named by callers without a name by address and name alone', async () => {
    const { requester } = await submit();
    const create = (by: object) =>
      field(
        {},
        `mutation ($requester: RequesterInput) { createTicket(input: { title: "A", description: "B", category: BILLING,
          priority: LOW, requester: $requester }) { userErrors { code path } } }`,
        { requester: by },
      );
    expect(await create({ email: 'new@example.org', name: 'New' })).toEqual({ userErrors: [] });
    expect(await create({ id: requester.id })).toEqual({
      userErrors: [{ code: 'FORBIDDEN', path: ['requester', 'id'] }],
    });
    expect(await create({ email: 'nope' })).toEqual({
      userErrors: [{ code: 'INVALID_INPUT', path: ['requester', 'email'] }],
    });
  });

  test('is changed on a ticket, and the trail tells no name of theirs', async () => {
    const { id, number } = await submit();
    const other = await submit({ name: 'Trail Person' });
    const query =
      'mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { ticket { requester { displayName } } userErrors { code path } } }';
    expect(await field(bob, query, { input: { id, requesterId: other.requester.id } })).toMatchObject({
      ticket: { requester: { displayName: 'Trail Person' } },
    });
    const trail = await field(
      bob,
      `{ events(ticketNumber: ${number}, first: 1) { edges { node { field from to } } } }`,
    );
    expect(trail).toEqual({ edges: [{ node: { field: 'requester', from: null, to: null } }] });
    expect(await field(bob, query, { input: { id, requesterId: 'UmVxdWVzdGVyOjk5OTk' } })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['requesterId'] }],
    });
  });
});

describe('a ready-made answer', () => {
  const save = (by: Credentials, input: object) =>
    field(
      by,
      `mutation ($input: SaveCannedReplyInput!) { saveCannedReply(input: $input) { cannedReply { id name sharedWith useCount viewerCanEdit }
        userErrors { code path } } }`,
      { input },
    );
  const names = async (by: Credentials) =>
    (
      (await field(by, '{ cannedReplies { edges { node { name } } } }')) as { edges: { node: { name: string } }[] }
    ).edges.map(({ node }) => node.name);

  test('is one’s own, or shared by administrators', async () => {
    expect(await save(bob, { name: 'Mine', body: 'Hi' })).toMatchObject({ cannedReply: { sharedWith: 'ME' } });
    expect(await save(bob, { name: 'Ours', body: 'Hi', sharedWith: 'EVERYBODY' })).toMatchObject({
      cannedReply: null,
      userErrors: [{ code: 'FORBIDDEN', path: ['sharedWith'] }],
    });
    const { cannedReply: ours } = (await save(ada, { name: 'Ours', body: 'Hi', sharedWith: 'EVERYBODY' })) as {
      cannedReply: { id: string };
    };
    expect(await names(bob)).toEqual(['Mine', 'Ours']);
    expect(await names(ada)).toEqual(['Ours']);
    expect(await save(bob, { id: ours.id, name: 'Theirs', body: 'Hi' })).toMatchObject({
      userErrors: [{ code: 'FORBIDDEN' }],
    });
    const remove = `mutation { deleteCannedReply(input: { id: "${ours.id}" }) { deletedCannedReplyId userErrors { code } } }`;
    expect(await field(bob, remove)).toMatchObject({ userErrors: [{ code: 'FORBIDDEN' }] });
    expect(await field(ada, remove)).toEqual({ deletedCannedReplyId: ours.id, userErrors: [] });
  });

  test('is filled in for a ticket, tells what is missing, and counts its use', async () => {
    const body = 'Dear {{requester.name}}, T-{{ ticket.number }}. {{viewer.name}}';
    const { cannedReply: made } = (await save(bob, { name: 'Greeting', body })) as { cannedReply: { id: string } };
    const render = (id: string) =>
      field(
        bob,
        `{ node(id: "${made.id}") { ... on CannedReply { useCount render(ticketId: "${id}") { body missing } } } }`,
      );
    const named = await submit({ name: 'Mia' });
    expect(await render(named.id)).toEqual({
      useCount: 0,
      render: { body: `Dear Mia, T-${named.number}. bob`, missing: [] },
    });
    const bare = await submit(null);
    const unfilled = (await render(bare.id)) as { render: { body: string; missing: string[] } };
    expect(unfilled.render.missing).toEqual(['requester.name']);
    expect(await reply(bob, bare.id, unfilled.render.body)).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['body'] }],
    });
    await reply(bob, named.id, 'Dear Mia', { cannedReplyId: made.id });
    expect(await render(named.id)).toMatchObject({ useCount: 1 });
  });
});
