import type { DataSource } from 'typeorm';
import { systemCaller } from '../../src/caller.js';
import { sign } from '../../src/database/signature.js';
import type { TestDesk } from './desk.js';
import { ask, type Credentials, cookieOf, type GraphqlAnswer } from './team.js';

/** What a browser of the requester's page sends, once its link was exchanged. */
export async function openRequest(desk: TestDesk, link: string): Promise<Credentials> {
  const answer = await desk.rest('POST', '/auth/request', { token: tokenIn(link) }, { origin: desk.url });
  if (answer.status !== 204) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return { cookie: cookieOf(answer), origin: desk.url };
}

export const tokenIn = (link: string) => link.split('/r#')[1] ?? '';

export function askAsRequester(desk: TestDesk, by: Credentials, query: string, variables: object = {}) {
  return desk.rest<GraphqlAnswer>('POST', '/graphql?as=request', { query, variables }, by);
}

type Receipt = {
  ticket: { id: string; number: number };
  request: { id: string; number: number; title: string; status: string; onReply: string } | null;
  requestUrl: string | null;
};

/** Submits as a page does, and answers the receipt. */
export async function submitRequest(desk: TestDesk, by: Credentials = {}, input: object = {}): Promise<Receipt> {
  const query = `mutation ($input: CreateTicketInput!, $isTeam: Boolean!) { createTicket(input: $input) {
    ticket @include(if: $isTeam) { id number } request { id number title status onReply } requestUrl
    userErrors { code path message } } }`;
  const values = {
    title: 'Charged twice',
    description: 'On the 1st and the 3rd.',
    category: 'BILLING',
    priority: 'LOW',
  };
  const isTeam = by.cookie !== undefined || by.authorization !== undefined;
  const variables = { input: { ...values, ...input }, isTeam };
  const { body } = await desk.rest<GraphqlAnswer>('POST', '/graphql', { query, variables }, by);
  if (!body.data) throw new Error(JSON.stringify(body.errors));
  return body.data.createTicket as Receipt;
}

/** All that the page shows. */
export const requestPage = `{ request { number title status onReply finishedAt reopensUntil linkExpiresAt messages(first: 100) {
  totalCount edges { cursor node { id fromTeam authorName body files { fileName size url } } }
  pageInfo { hasNextPage hasPreviousPage } } } }`;
export type RequestFile = { fileName: string; size: number; url: string };
type Message = { id: string; fromTeam: boolean; authorName: string | null; body: string; files: RequestFile[] };
export type RequestPage = {
  number: number;
  status: string;
  onReply: string;
  linkExpiresAt: string;
  messages: { totalCount: number; edges: { cursor: string; node: Message }[] };
};

export async function readRequest(desk: TestDesk, by: Credentials): Promise<RequestPage> {
  const { body } = await askAsRequester(desk, by, requestPage);
  if (!body.data) throw new Error(JSON.stringify(body.errors));
  return body.data.request as RequestPage;
}

export const wordsOf = ({ messages }: RequestPage) => messages.edges.map(({ node }) => node.body);

type Sent = { requestUrl: string | null; messageEdge: object | null; userErrors: { code: string; path: string[] }[] };

export async function writeRequest(desk: TestDesk, by: Credentials, body: string, more: object = {}): Promise<Sent> {
  const query = `mutation ($input: AddRequestMessageInput!) { addRequestMessage(input: $input) {
    requestUrl messageEdge { cursor node { id body fromTeam } } request { number status } userErrors { code path message } } }`;
  const answer = await askAsRequester(desk, by, query, { input: { body, ...more } });
  if (!answer.body.data) throw new Error(JSON.stringify(answer.body.errors));
  return answer.body.data.addRequestMessage as Sent;
}

/** A request, and whoever holds its link. */
export async function heldRequest(
  desk: TestDesk,
  input: object = { requester: { name: 'Mara Lind', email: 'mara@example.org' } },
) {
  const { request, requestUrl } = await submitRequest(desk, {}, input);
  if (!request || !requestUrl) throw new Error('The receipt tells no page.');
  const id = Buffer.from(`Ticket:${request.number}`).toString('base64url');
  return { link: requestUrl, number: request.number, id, by: await openRequest(desk, requestUrl) };
}

type Rotated = { requestUrl: string | null; sentTo: string | null; userErrors: { code: string }[] };

/** Ends the link of a request and makes another one. */
export async function rotateLink(desk: TestDesk, by: Credentials, ticketId: string): Promise<Rotated> {
  const query = `mutation ($id: ID!) { rotateRequestLink(input: { ticketId: $id }) {
    requestUrl sentTo ticket { id } userErrors { code message } } }`;
  const { body } = await ask(desk, by, query, { id: ticketId });
  if (!body.data) throw new Error(JSON.stringify(body.errors));
  return body.data.rotateRequestLink as Rotated;
}

/** What only time or the law does. */
export function inDatabase(desk: TestDesk, text: string, values: unknown[]): Promise<unknown> {
  const dataSource = Reflect.get(desk.services.requests, 'dataSource') as DataSource;
  return dataSource.transaction(async (manager) => {
    await sign(manager, systemCaller);
    return manager.query(text, values);
  });
}
