import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { statementsDuring } from './support/statements.js';
import { ask, type Credentials, joinTeam, makeToken, usersCommand } from './support/team.js';

let desk: TestDesk;
let ada: Credentials;
let bob: Credentials;
beforeAll(async () => {
  desk = await startDesk();
  ada = await joinTeam(desk, 'ada@example.org', '--admin');
  bob = await joinTeam(desk, 'bob@example.org');
});
afterAll(() => desk.close());

async function submit(by: Credentials): Promise<string> {
  const input = 'title: "Printer", description: "It smokes.", category: TECHNICAL, priority: LOW';
  const { body } = await ask(desk, by, `mutation { createTicket(input: { ${input} }) { ticket { id } } }`);
  return (body.data as { createTicket: { ticket: { id: string } } }).createTicket.ticket.id;
}
async function isUnread(by: Credentials, id: string): Promise<boolean> {
  const { body } = await ask(desk, by, `{ node(id: "${id}") { ... on Ticket { viewerHasUnread } } }`);
  return (body.data as { node: { viewerHasUnread: boolean } }).node.viewerHasUnread;
}
function mark(by: Credentials, ids: readonly string[], read: boolean) {
  const input = `{ ids: ${JSON.stringify(ids)}, read: ${read} }`;
  const fields = '{ tickets { id viewerHasUnread } userErrors { code path } }';
  return ask(desk, by, `mutation { markTicketsRead(input: ${input}) ${fields} }`);
}
const note = (by: Credentials, id: string) =>
  ask(desk, by, `mutation { addNote(input: { ticketId: "${id}", body: "Seen." }) { userErrors { code } } }`);

test('what others did is unread until it is marked as read, for each person alone', async () => {
  const id = await submit(ada);
  expect([await isUnread(ada, id), await isUnread(bob, id)]).toEqual([false, true]);
  expect((await mark(bob, [id, id, 'nothing'], true)).body.data).toEqual({
    markTicketsRead: { tickets: [{ id, viewerHasUnread: false }], userErrors: [] },
  });
  await note(bob, id);
  expect([await isUnread(ada, id), await isUnread(bob, id)]).toEqual([true, false]);
  await mark(bob, [id], false);
  expect(await isUnread(bob, id)).toBe(true);
  await mark(bob, [id], true);
  await note(ada, id);
  expect(await isUnread(bob, id)).toBe(true);
});

test('who joins later finds nothing unread, and a page of a list costs one statement more, however long it is', async () => {
  const ids = [await submit(ada), await submit(ada), await submit(ada)];
  const cleo = await joinTeam(desk, 'cleo@example.org');
  expect(await Promise.all(ids.map((id) => isUnread(cleo, id)))).toEqual([false, false, false]);
  const query = 'query ($first: Int) { tickets(first: $first) { edges { node { id number viewerHasUnread } } } }';
  const asking = async (first: number) => {
    const { answer, statements } = await statementsDuring(() => ask(desk, bob, query, { first }));
    const { edges } = (answer.body.data as { tickets: { edges: { node: { viewerHasUnread: boolean } }[] } }).tickets;
    expect(edges.map(({ node }) => node.viewerHasUnread)).toEqual(Array(first).fill(true));
    return statements.filter(({ text }) => text.includes('read_mark')).length;
  };
  expect([await asking(1), await asking(3)]).toEqual([1, 1]);
});

test('a note is nothing unread for a token that may not read notes', async () => {
  const id = await submit(ada);
  const blind = await makeToken(desk, bob, ['TICKETS_READ']);
  await mark(bob, [id], true);
  await note(ada, id);
  expect([await isUnread(blind, id), await isUnread(bob, id)]).toEqual([false, true]);
});

test('marks of a deleted ticket are gone, too many are refused, and a deactivated person marks nothing', async () => {
  const id = await submit(ada);
  await mark(bob, [id], true);
  await ask(desk, ada, `mutation { deleteTicket(input: { id: "${id}" }) { userErrors { code } } }`);
  expect((await mark(bob, [id], true)).body.data).toEqual({ markTicketsRead: { tickets: [], userErrors: [] } });
  const many = Array.from({ length: 101 }, (_, index) => Buffer.from(`Ticket:${index + 1}`).toString('base64url'));
  expect((await mark(bob, many, true)).body.data).toEqual({
    markTicketsRead: { tickets: [], userErrors: [{ code: 'INVALID_INPUT', path: ['ids'] }] },
  });
  await usersCommand(desk, 'deactivate', 'bob@example.org');
  expect((await mark(bob, [await submit(ada)], true)).status).toBe(401);
});
