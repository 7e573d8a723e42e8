/** What must hold of a desk whatever has happened to it, seen from outside: through REST and GraphQL. */
import { expect } from '@jest/globals';

type Ticket = { id: number; title: string; status: string };

async function countsOf(url: string) {
  const tickets = (await (await fetch(`${url}/api/tickets/`)).json()) as Ticket[];
  const stats = (await (await fetch(`${url}/api/tickets/stats/`)).json()) as Record<string, unknown>;
  return { tickets, stats };
}

/** What happened to each ticket, by its number. */
async function trailsOf(url: string): Promise<Map<number, string[]>> {
  type Events = { edges: { node: { type: string } }[] };
  type Page = {
    edges: { node: { number: number; events: Events } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
  const query = `query ($after: String) { tickets(first: 100, after: $after) {
    edges { node { number events(first: 5) { edges { node { type } } } } } pageInfo { hasNextPage endCursor } } }`;
  const trails = new Map<number, string[]>();
  for (let after: string | null = '', isMore = true; isMore; ) {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { after: after || null } }),
    });
    const { tickets } = ((await answer.json()) as { data: { tickets: Page } }).data;
    for (const { node } of tickets.edges)
      trails.set(
        node.number,
        node.events.edges.map((edge) => edge.node.type),
      );
    ({ hasNextPage: isMore, endCursor: after } = tickets.pageInfo);
  }
  return trails;
}

/** @param acknowledged ticket numbers by title: nothing lost, nothing doubled, a trail for each ticket, and figures that equal a full count. */
export async function expectSound(url: string, acknowledged: ReadonlyMap<string, number>): Promise<void> {
  const { tickets, stats } = await countsOf(url);
  // By title, a later ticket of one title would hide an earlier one.
  expect(tickets).toHaveLength(acknowledged.size);
  expect(new Map(tickets.map(({ id, title }) => [title, id]))).toEqual(acknowledged);
  const resolved = tickets.filter(({ status }) => status === 'resolved');
  expect(stats).toMatchObject({
    total_tickets: tickets.length,
    status_breakdown: { resolved: resolved.length, open: tickets.length - resolved.length },
  });
  const trails = await trailsOf(url);
  for (const { id, status } of tickets) {
    expect(trails.get(id)?.toSorted()).toEqual(status === 'resolved' ? ['CHANGED', 'CREATED'] : ['CREATED']);
  }
}
