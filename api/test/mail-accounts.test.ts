import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDesk, type TestDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { ask, type Credentials, cookieOf, joinTeam, password, usersCommand } from './support/team.js';

let server: MailServer;
let desk: TestDesk;
let admin: Credentials;
beforeAll(async () => {
  server = await startMailServer();
  desk = await startDesk({
    SMTP_URL: server.url,
    MAIL_FROM: 'desk@example.org',
    PUBLIC_URL: 'https://desk.example.org',
  });
  admin = await joinTeam(desk, 'ada@example.org', '--admin');
});
afterAll(async () => {
  await desk.close();
  await server.close();
});

const linkIn = async (index: number, kind: string) => {
  const [mail] = (await server.takes(index + 1)).slice(index);
  const text = (await mail?.read())?.text ?? '';
  return { to: mail?.to, token: new RegExp(`https://desk\\.example\\.org/${kind}#([\\w-]+)`).exec(text)?.[1] ?? '' };
};

async function invite(email: string) {
  const query = `mutation { inviteUser(input: { displayName: "Grace", email: "${email}", role: AGENT }) {
    inviteUrl user { id } userErrors { message } } }`;
  return (await ask(desk, admin, query)).body.data?.inviteUser as { inviteUrl: string | null; user: { id: string } };
}

test('an invitation comes by mail, and the administrator is not told its link', async () => {
  const at = server.taken.length;
  expect(await invite('grace@example.org')).toMatchObject({ inviteUrl: null, user: { id: expect.any(String) } });
  const { to, token } = await linkIn(at, 'invitation');
  expect(to).toBe('grace@example.org');
  const entered = await desk.rest('POST', '/auth/invitation', { token, password }, { origin: desk.url });
  expect(entered.status).toBe(204);
});

test('a forgotten password is asked for by anybody, and mailed to its owner alone', async () => {
  await joinTeam(desk, 'lin@example.org');
  const at = server.taken.length;
  const reset = (email: unknown) => desk.rest('POST', '/auth/reset', { email }, { origin: desk.url });
  const answers = [];
  for (const email of ['nobody@example.org', 'LIN@example.org', 'no address', 7]) answers.push(await reset(email));
  expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [202, '']));
  const { to, token } = await linkIn(at, 'reset');
  expect(to).toBe('lin@example.org');
  // Asked again at once, nothing more is sent.
  await reset('lin@example.org');
  const fresh = 'another quiet evening';
  const confirmed = await desk.rest('POST', '/auth/reset/confirm', { token, password: fresh }, { origin: desk.url });
  expect(confirmed.status).toBe(204);
  const signedIn = await desk.rest('POST', '/auth/sign-in', { email: 'lin@example.org', password: fresh });
  expect(cookieOf(signedIn)).not.toBe('');
  await invite('last@example.org');
  await eventually(() => server.taken.some(({ to: address }) => address === 'last@example.org'));
  expect(server.taken.slice(at).map(({ to: address }) => address)).toEqual(['lin@example.org', 'last@example.org']);
});

test('asking for a reset is audited where a mail leaves, and offered where it is mailed', async () => {
  const { body } = await ask(
    desk,
    admin,
    '{ viewer { mailsPasswordResets } auditEvents(first: 100) { edges { node { type target detail actorName } } } }',
  );
  expect(body.data?.viewer).toEqual({ mailsPasswordResets: true });
  type Audit = { edges: { node: { detail: string | null } }[] };
  const { edges } = (body.data?.auditEvents ?? { edges: [] }) as Audit;
  const asked = edges.filter(({ node }) => node.detail?.startsWith('A reset link was mailed'));
  // Of those who are nobody here, and of a second try at once, there is nothing to tell.
  expect(asked.map(({ node }) => node)).toEqual([
    expect.objectContaining({
      type: 'PASSWORD_CHANGED',
      target: 'lin@example.org',
      actorName: 'somebody without a name',
    }),
  ]);
});

test('an administrator has a reset mailed, and the operator’s command still tells the link', async () => {
  const at = server.taken.length;
  const { user } = await invite('mary@example.org');
  const invited = await linkIn(at, 'invitation');
  await desk.rest('POST', '/auth/invitation', { token: invited.token, password }, { origin: desk.url });
  const query = `mutation { createPasswordReset(input: { userId: "${user.id}" }) { resetUrl userErrors { message } } }`;
  const { body } = await ask(desk, admin, query);
  expect(body.data?.createPasswordReset).toEqual({ resetUrl: null, userErrors: [] });
  expect((await linkIn(at + 1, 'reset')).to).toBe('mary@example.org');
  expect(await usersCommand(desk, 'reset', 'mary@example.org')).toMatch(/^https:\/\/desk\.example\.org\/reset#[\w-]+$/);
});

test('whoever asks for resets often is told to wait, of whatever address', async () => {
  const statuses: number[] = [];
  // More than twice the budget, so that the end of an hour in between makes no difference.
  for (let index = 0; index < 45; index++) {
    const email = index % 2 === 0 ? 'mary@example.org' : `nobody${index}@example.org`;
    const { status, headers } = await desk.rest('POST', '/auth/reset', { email }, { origin: desk.url });
    statuses.push(status);
    if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect([...new Set(statuses)]).toEqual([202, 429]);
  expect(statuses.filter((status, index) => status === 429 && index % 2 === 0).length).toBeGreaterThan(0);
  expect(statuses.filter((status, index) => status === 429 && index % 2 === 1).length).toBeGreaterThan(0);
});
