import type { TestDesk } from './desk.js';
import { type Credentials, cookieOf, type GraphqlAnswer } from './team.js';

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
