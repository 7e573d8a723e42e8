import type { Conversing } from './conversation.js';
import type { TestDesk } from './desk.js';
import { startMerging, ticketId } from './merging.js';

type Refusal = { code: string; path: string[] };
type Named = { number: number; incident: { number: number } | null };
export type GroupAnswer = { incident: { number: number } | null; tickets: Named[]; userErrors: Refusal[] };

/** Incidents through the graph, as the team. */
export function startIncidents(desk: TestDesk) {
  const merging = startMerging(desk);

  async function set(incident: number | null, numbers: number[]): Promise<GroupAnswer> {
    const query = `mutation ($input: SetIncidentInput!) { setIncident(input: $input) {
      incident { number } tickets { number incident { number } } userErrors { code path } } }`;
    const input = { incidentId: incident === null ? null : ticketId(incident), ticketIds: numbers.map(ticketId) };
    return (await merging.ask<{ setIncident: GroupAnswer }>(query, { input })).setIncident;
  }

  /** The numbers of what tells of it, and their count. */
  async function telling(number: number): Promise<{ numbers: number[]; count: number | null }> {
    const query = `query ($number: Int!) { ticket(number: $number) {
      incidentTickets(first: 100) { totalCount edges { node { number } } } } }`;
    type Answer = { ticket: { incidentTickets: { totalCount: number; edges: { node: { number: number } }[] } } };
    const { incidentTickets } = (await merging.ask<Answer>(query, { number })).ticket;
    return { numbers: incidentTickets.edges.map(({ node }) => node.number), count: incidentTickets.totalCount };
  }

  return { ...merging, set, telling };
}

/** Their numbers, in the order in which they came. */
export async function submitMany(talk: Conversing, count: number): Promise<number[]> {
  const numbers: number[] = [];
  for (let index = 0; index < count; index++) numbers.push((await talk.submit()).number);
  return numbers;
}
