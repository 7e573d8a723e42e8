import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { ask, type Credentials, joinTeam, makeToken } from './support/team.js';

/** What waits for somebody is mailed to them, once they want it. */
let server: MailServer;
let desk: TestDesk;
let ada: Credentials;
let bob: Credentials;
let cleo: Credentials;
beforeAll(async () => {
  server = await startMailServer();
  const settings = { SMTP_URL: server.url, MAIL_FROM: 'desk@example.org', PUBLIC_URL: 'https://desk.example.org' };
  desk = await startDesk(settings, undefined, { mailNotificationsAfterMs: 0 });
  ada = await joinTeam(desk, 'ada@example.org', '--admin');
  bob = await joinTeam(desk, 'bob@example.org');
  cleo = await joinTeam(desk, 'cleo@example.org');
});
afterAll(async () => {
  await desk.close();
  await server.close();
});

async function done<Data>(by: Credentials, query: string, variables: object = {}): Promise<Data> {
  const { body } = await ask(desk, by, query, variables);
  expect(body.errors).toBeUndefined();
  return body.data as Data;
}

async function submit(title: string): Promise<{ id: string; number: number }> {
  type Answer = { createTicket: { ticket: { id: string; number: number } } };
  const input = `title: "${title}", description: "It smokes.", category: TECHNICAL, priority: LOW`;
  return (await done<Answer>(ada, `mutation { createTicket(input: { ${input} }) { ticket { id number } } }`))
    .createTicket.ticket;
}
const note = (by: Credentials, ticketId: string, body: string) =>
  done(by, 'mutation ($input: AddNoteInput!) { addNote(input: $input) { userErrors { message } } }', {
    input: { ticketId, body },
  });
const wantMail = (by: Credentials, wanted: boolean) =>
  done(by, `mutation { updateViewer(input: { emailNotifications: ${wanted} }) { userErrors { message } } }`);
const unread = async (by: Credentials) =>
  (await done<{ viewer: { unreadNotificationCount: number } }>(by, '{ viewer { unreadNotificationCount } }')).viewer
    .unreadNotificationCount;
const mailsTo = (address: string) => server.taken.filter(({ to }) => to === address);

test('one mail tells of all that waits on a ticket, without the words of notes, and only those who want it', async () => {
  const { id, number } = await submit('Printer on fire');
  await note(ada, id, 'The code of the door is 4711, @bob and @cleo.');
  const { viewer } = await done<{ viewer: { user: { id: string } } }>(bob, '{ viewer { user { id } } }');
  await done(
    ada,
    `mutation { updateTicket(input: { id: "${id}", assigneeId: "${viewer.user.id}" }) { ticket { id } } }`,
  );
  await eventually(async () => (await unread(bob)) === 2 && (await unread(cleo)) === 1);
  expect(server.taken).toEqual([]);
  await wantMail(bob, true);
  const [mail] = await server.takes(1);
  const read = await mail?.read();
  expect(mail?.to).toBe('bob@example.org');
  expect(read?.subject).toBe(`Printer on fire [T-${number}]`);
  for (const said of [read?.text, read?.html]) {
    expect(said).toContain('You were mentioned in a note.');
    expect(said).toContain('The ticket was assigned to you.');
    expect(said).toContain(`https://desk.example.org/tickets/${number}`);
    expect(said).not.toContain('4711');
  }
  expect(mail?.raw).toMatch(/^auto-submitted: auto-generated/im);

  // Once only: the next mail is of the next ticket.
  const next = await submit('Printer cold');
  await note(ada, next.id, 'Look, @bob.');
  await server.takes(2);
  const subjects = await Promise.all(server.taken.map(async (one) => (await one.read()).subject));
  expect(subjects).toEqual([`Printer on fire [T-${number}]`, `Printer cold [T-${next.number}]`]);
  expect(mailsTo('cleo@example.org')).toEqual([]);
});

test('what was read by then is not mailed', async () => {
  const before = server.taken.length;
  await done(cleo, 'mutation { markNotificationsRead(input: { all: true }) { userErrors { message } } }');
  await wantMail(cleo, true);
  const fresh = await submit('Not read yet');
  await note(ada, fresh.id, 'And you, @cleo?');
  await server.takes(before + 1);
  expect(await Promise.all(mailsTo('cleo@example.org').map(async (one) => (await one.read()).subject))).toEqual([
    `Not read yet [T-${fresh.number}]`,
  ]);
});

test('the choice is one’s own, told to nobody else, and nothing for programs to change', async () => {
  const asked = '{ viewer { emailNotifications } }';
  expect(await done(cleo, asked)).toEqual({ viewer: { emailNotifications: true } });
  expect(await done(ada, asked)).toEqual({ viewer: { emailNotifications: false } });
  await wantMail(cleo, false);
  expect(await done(cleo, asked)).toEqual({ viewer: { emailNotifications: false } });
  const token = await makeToken(desk, bob, ['TICKETS_READ', 'TICKETS_WRITE']);
  const refused = await ask(
    desk,
    token,
    'mutation { updateViewer(input: { emailNotifications: false }) { user { id } } }',
  );
  expect(refused.body.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});
