import { systemCaller, tokenScopes } from '../../src/caller.js';
import { startDesk, type TestDesk } from './desk.js';
import { eventually } from './eventually.js';
import { openRequest, submitRequest } from './requester-page.js';
import { ask, type Credentials, joinTeam, makeToken, usersCommand } from './team.js';

export const canary = 'canarysong';
/** In notes, which fewer may read than the ticket that they are on. */
export const noteCanary = 'whisperbird';
/** The name and the bytes of a file of a note. */
export const fileCanary = 'paperbird';
/** On another requester's ticket, and in the words there. */
export const otherCanary = 'magpietune';

/** An open desk and one of a team, each with a canary in everything that somebody may not read. */
export async function startLeakStage() {
  const [open, desk] = await Promise.all([startDesk(), startDesk()]);
  const credentials = new Map<string, Credentials>();
  const holders = new Map<TestDesk, Credentials>();
  const ticket = { title: canary, description: canary, category: 'billing', priority: 'low' };
  for (const one of [open, desk]) await one.rest('POST', '/api/tickets/', ticket);
  for (const { services } of [open, desk]) {
    const file = await services.files.receive(systemCaller, {
      fileName: `${fileCanary}.txt`,
      size: null,
      parts: (async function* () {
        yield Buffer.from(fileCanary);
      })(),
    });
    await services.notes.add(systemCaller, 1, { body: noteCanary, attachmentKeys: [file.key] });
    await services.replies.add(systemCaller, 1, { body: canary, holdSeconds: 0 });
  }
  for (const one of [open, desk]) {
    const { request } = await submitRequest(one, {}, { title: otherCanary, description: otherCanary });
    await one.services.replies.add(systemCaller, request?.number ?? 0, { body: otherCanary, holdSeconds: 0 });
    holders.set(one, await openRequest(one, (await one.services.requestLinks.rotate(systemCaller, 1)).url ?? ''));
  }
  const admin = await joinTeam(desk, 'ada@example.org', '--admin');
  const agent = await joinTeam(desk, 'bob@example.org');
  const left = await joinTeam(desk, 'cleo@example.org');
  await usersCommand(desk, 'deactivate', 'cleo@example.org');
  credentials.set('nobody', {}).set('an agent', agent).set('an administrator', admin);
  for (const scope of tokenScopes) {
    credentials.set(`a token with ${scope}`, await makeToken(desk, scope === 'ADMIN' ? admin : agent, [scope]));
  }
  await desk.services.notes.add(systemCaller, 1, { body: `${noteCanary}, @ada and @bob` });
  const waiting = '{ viewer { unreadNotificationCount } }';
  for (const by of [admin, agent]) {
    type Waiting = { viewer: { unreadNotificationCount: number } };
    await eventually(
      async () => ((await ask(desk, by, waiting)).body.data as Waiting).viewer.unreadNotificationCount > 0,
    );
  }
  return {
    open,
    desk,
    credentials,
    left,
    /** By mode: the holder of the link to the ticket with the notes. */
    holders,
    async close() {
      await open.close();
      await desk.close();
    },
  };
}
