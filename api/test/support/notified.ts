import type { Talked } from './conversation.js';
import type { TestDesk } from './desk.js';
import { eventually } from './eventually.js';
import { ask, type Credentials, joinTeam } from './team.js';

export type Told = {
  id: string;
  reason: string;
  excerpt: string | null;
  readAt: string | null;
  ticket: { id: string; number: number } | null;
  by: { displayName: string } | null;
};
const fields = 'id reason excerpt readAt ticket { id number } by { displayName }';

/** Ada, an administrator, Bob and Cleo; to the team of Ada and Cleo go technical tickets. */
export type Crew = {
  readonly desk: TestDesk;
  readonly ada: Credentials;
  readonly bob: Credentials;
  readonly cleo: Credentials;
  readonly idOf: ReadonlyMap<Credentials, string>;
};

export async function data<Data = Record<string, unknown>>(
  desk: TestDesk,
  by: Credentials,
  query: string,
  variables = {},
): Promise<Data> {
  const { body } = await ask(desk, by, query, variables);
  if (body.errors) throw new Error(body.errors[0]?.message);
  return body.data as Data;
}

export async function startCrew(desk: TestDesk): Promise<Crew> {
  const ada = await joinTeam(desk, 'ada@example.org', '--admin');
  const bob = await joinTeam(desk, 'bob@example.org');
  const cleo = await joinTeam(desk, 'cleo@example.org');
  const idOf = new Map<Credentials, string>();
  for (const by of [ada, bob, cleo]) {
    const { viewer } = await data<{ viewer: { user: { id: string } } }>(desk, by, '{ viewer { user { id } } }');
    idOf.set(by, viewer.user.id);
  }
  const { saveTeam } = await data<{ saveTeam: { team: { id: string } } }>(
    desk,
    ada,
    `mutation { saveTeam(input: { name: "Crew", handle: "crew", categories: [TECHNICAL] }) { team { id } userErrors { message } } }`,
  );
  const members = [ada, cleo].map((by) => `{ userId: "${idOf.get(by)}" }`);
  await data(
    desk,
    ada,
    `mutation { setTeamMembers(input: { teamId: "${saveTeam.team.id}", members: [${members}] }) { userErrors { message } } }`,
  );
  return { desk, ada, bob, cleo, idOf };
}

/** What the crew does, and what they are told of it. */
export function notified(crew: () => Crew) {
  const given = <Data = Record<string, unknown>>(by: Credentials, query: string, variables = {}) =>
    data<Data>(crew().desk, by, query, variables);

  async function toldTo(by: Credentials, args = 'first: 100'): Promise<Told[]> {
    type Answer = { viewer: { notifications: { edges: { node: Told }[] } } };
    const { viewer } = await given<Answer>(
      by,
      `{ viewer { notifications(${args}) { edges { node { ${fields} } } } } }`,
    );
    return viewer.notifications.edges.map(({ node }) => node);
  }

  /** All that is committed by now is taken up once a later mention has arrived. */
  async function about({ id }: Talked, by: Credentials): Promise<string[]> {
    const { ada, bob } = crew();
    const mark = `mark ${performance.now()}`;
    await note(by === ada ? bob : ada, await submit(ada), `@${nameOf(by)} ${mark}`);
    await eventually(async () => (await toldTo(by)).some(({ excerpt }) => excerpt?.includes(mark)));
    return (await toldTo(by)).filter(({ ticket }) => ticket?.id === id).map(({ reason }) => reason);
  }
  const nameOf = (by: Credentials) => (by === crew().ada ? 'ada' : by === crew().bob ? 'bob' : 'cleo');

  async function submit(by: Credentials, category = 'BILLING', more = ''): Promise<Talked> {
    const input = `title: "Printer", description: "It **smokes**.", category: ${category}, priority: LOW ${more}`;
    type Answer = { createTicket: { ticket: Talked } };
    const query = `mutation { createTicket(input: { ${input} }) { ticket { id number } userErrors { message } } }`;
    return (await given<Answer>(by, query)).createTicket.ticket;
  }

  async function mutate(by: Credentials, name: string, input: object, answer = ''): Promise<Record<string, unknown>> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} userErrors { code path message } } }`;
    return (await given<Record<string, Record<string, unknown>>>(by, query, { input }))[name] ?? {};
  }
  const note = (by: Credentials, { id }: Talked, body: string) =>
    mutate(by, 'addNote', { ticketId: id, body }, 'note { id }') as Promise<{ note: { id: string } }>;
  const reply = (by: Credentials, { id }: Talked, body: string, more = {}) =>
    mutate(by, 'addReply', { ticketId: id, body, ...more }, 'reply { id }') as Promise<{ reply: { id: string } }>;
  const assign = (by: Credentials, { id }: Talked, to: Credentials) =>
    mutate(by, 'updateTicket', { id, assigneeId: crew().idOf.get(to) });
  const follow = (by: Credentials, { id }: Talked, state = 'SUBSCRIBED') =>
    mutate(by, 'setTicketSubscription', { ticketId: id, state }, 'ticket { viewerSubscription }');

  return { data: given, toldTo, about, submit, mutate, note, reply, assign, follow };
}
