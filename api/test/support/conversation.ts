import type { Caller } from '../../src/caller.js';
import { Channel } from '../../src/conversation/replies/reply.js';
import type { TestDesk } from './desk.js';

export type Talked = { readonly id: string; readonly number: number };
type Errors = { code: string; path: string[] }[];
type Item = { id: string; body: string };
export type Said = {
  reply: (Item & { createdAt: string; cancelableUntil: string | null }) | null;
  newItems: Item[];
  userErrors: Errors;
};

/** The team without a name, at work on an open desk. */
const team: Caller = { kind: 'team', id: null, name: null, access: 'AGENT', address: '127.0.0.1', door: 'graphql' };

const outside = (key: number): Caller => ({
  ...team,
  kind: 'requester',
  id: String(key),
  access: 'REQUESTER',
});

/** Both sides of conversations on an open desk: the team through the graph, requesters as their page will. */
export function startConversation(desk: TestDesk) {
  let people = 0;

  async function submit(requester: object = { name: 'Mia', email: `mia${++people}@example.org` }): Promise<Talked> {
    const query = `mutation ($requester: RequesterInput) { createTicket(input: { title: "Cannot sign in",
      description: "The page stays white.", category: TECHNICAL, priority: LOW, requester: $requester }) {
      ticket { id number } userErrors { message } } }`;
    const given = Object.keys(requester).length > 0 ? requester : null;
    const { data } = await desk.graphql<{ createTicket: { ticket: Talked } }>(query, { requester: given });
    return data.createTicket.ticket;
  }

  async function reply({ id }: Talked, body: string, more: object = {}): Promise<Said> {
    const query = `mutation ($input: AddReplyInput!) { addReply(input: $input) {
      reply { id body createdAt cancelableUntil to deliveries { state attempts } } timelineEdge { cursor node { id } }
      newItems { id ... on PublicReply { body } } userErrors { code path message } } }`;
    const { data, errors } = await desk.graphql<{ addReply: Said }>(query, { input: { ticketId: id, body, ...more } });
    if (errors) throw new Error(errors[0]?.message);
    return data.addReply;
  }

  async function note({ id }: Talked, body: string, more: object = {}) {
    const query = `mutation ($input: AddNoteInput!) { addNote(input: $input) {
      note { id body mentions { __typename ... on User { handle } ... on Team { handle } } } timelineEdge { cursor }
      unknownMentions userErrors { code path } } }`;
    type Noted = { note: (Item & { mentions: object[] }) | null; unknownMentions: string[]; userErrors: Errors };
    const { data, errors } = await desk.graphql<{ addNote: Noted }>(query, { input: { ticketId: id, body, ...more } });
    if (errors) throw new Error(errors[0]?.message);
    return data.addNote;
  }

  async function facts({ number }: Talked, fields: string): Promise<Record<string, unknown>> {
    const { data, errors } = await desk.graphql<{ ticket: Record<string, unknown> }>(
      `{ ticket(number: ${number}) { ${fields} } }`,
    );
    if (errors) throw new Error(errors[0]?.message);
    return data.ticket;
  }

  /** Words from outside. */
  async function answer({ number }: Talked, body: string) {
    const [row] = await desk.services.tickets.getMany(team, [number]);
    const requesterKey = row?.requesterKey ?? null;
    return desk.services.replies.receive(outside(requesterKey ?? 0), number, {
      body,
      requesterKey,
      channel: Channel.REQUEST_PAGE,
    });
  }

  /** Each entry in words. */
  async function timeline(ticket: Talked, args = 'first: 100'): Promise<string[]> {
    type Entry = { __typename: string; type: string; field: string | null; direction: string; body: string };
    const { timeline: page } = (await facts(
      ticket,
      `timeline(${args}) { edges { node { __typename ... on TicketEvent { type field } ... on PublicReply { direction body }
        ... on InternalNote { body } } } }`,
    )) as { timeline: { edges: { node: Entry }[] } };
    return page.edges.map(({ node }) => {
      if (node.__typename === 'PublicReply') return `${node.direction} ${node.body}`;
      if (node.__typename === 'InternalNote') return `note ${node.body}`;
      return [node.type, node.field].filter(Boolean).join(' ');
    });
  }

  async function change({ id }: Talked, changes: object) {
    const query = `mutation ($input: UpdateTicketInput!) { updateTicket(input: $input) { userErrors { code message } } }`;
    const { errors } = await desk.graphql(query, { input: { id, ...changes } });
    if (errors) throw new Error(errors[0]?.message);
  }

  async function takeBack(id: string | undefined) {
    const query = 'mutation ($id: ID!) { cancelReply(input: { id: $id }) { canceledReplyId userErrors { code } } }';
    const { data } = await desk.graphql<{ cancelReply: { canceledReplyId: string | null; userErrors: Errors } }>(
      query,
      {
        id,
      },
    );
    return data.cancelReply;
  }

  return { team, submit, reply, note, facts, answer, timeline, change, takeBack };
}

export type Conversing = ReturnType<typeof startConversation>;
