import type { TestDesk } from './desk.js';

type Refusal = { code: string; path: string[] };
type Named = { number: number; mergedInto: { number: number } | null };
export type MergeAnswer = { ticket: Named | null; mergedTickets: Named[]; userErrors: Refusal[] };
export type UnmergeAnswer = { ticket: Named | null; formerTarget: Named | null; userErrors: Refusal[] };

export const ticketId = (number: number) => Buffer.from(`Ticket:${number}`).toString('base64url');

/** Merging through the graph, as the team. */
export function startMerging(desk: TestDesk) {
  async function ask<Answer>(query: string, variables: object): Promise<Answer> {
    const { data, errors } = await desk.graphql<Answer>(query, variables);
    if (errors) throw new Error(errors[0]?.message);
    return data;
  }
  const named = 'number mergedInto { number }';

  async function merge(into: number, numbers: number[], more: object = {}): Promise<MergeAnswer> {
    const query = `mutation ($input: MergeTicketsInput!) { mergeTickets(input: $input) {
      ticket { ${named} } mergedTickets { ${named} } userErrors { code path } } }`;
    const input = { intoId: ticketId(into), ids: numbers.map(ticketId), ...more };
    return (await ask<{ mergeTickets: MergeAnswer }>(query, { input })).mergeTickets;
  }

  async function unmerge(number: number): Promise<UnmergeAnswer> {
    const query = `mutation ($id: ID!) { unmergeTicket(input: { id: $id }) {
      ticket { ${named} } formerTarget { ${named} } userErrors { code path } } }`;
    return (await ask<{ unmergeTicket: UnmergeAnswer }>(query, { id: ticketId(number) })).unmergeTicket;
  }

  /** The numbers of a list, and its count. */
  async function list(filter: object = {}): Promise<{ numbers: number[]; count: number | null }> {
    const query = `query ($filter: TicketFilter) { tickets(filter: $filter, first: 100) {
      totalCount edges { node { number } } } }`;
    type List = { tickets: { totalCount: number | null; edges: { node: { number: number } }[] } };
    const { tickets } = await ask<List>(query, { filter });
    return { numbers: tickets.edges.map(({ node }) => node.number), count: tickets.totalCount };
  }

  return { ask, merge, unmerge, list };
}
