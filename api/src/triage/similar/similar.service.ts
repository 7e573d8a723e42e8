/**
 * Finds open or recent tickets that tell of the same. The rarest terms of a ticket lead to the few that share them, by an
 * index and however many tickets there are; those few are then compared whole.
 */
import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { NotFoundError } from '../../errors.js';
import { comparing, type Rarity } from './score.js';
import { rarityOf } from './term-index.js';
import { type Text, termsOf, writtenWords } from './terms.js';

export type Similar = {
  readonly number: number;
  /** From 0 to 1. */
  readonly score: number;
  readonly commonWords: readonly string[];
  readonly sameRequester: boolean;
};

/** The number is null for words that are no ticket yet. */
type Asked = Text & { readonly number: number | null; readonly requesterKey: number | null };
type Candidate = {
  readonly number: number;
  readonly requesterKey: number | null;
  readonly terms: number[];
  readonly norm: number;
};

export const mostSimilar = 20;
/** Below this, tickets have little more than their trade in common. */
export const leastScore = 0.25;
/** The same person rarely writes twice about different matters at a time. */
const leastScoreOfRequester = 0.15;
/** Many, because a ticket's own rarest words lead to itself alone. */
const mostProbes = 60;
/** How many entries of the index the probes may lead to in all. */
const mostEntries = 1_500;
const mostCompared = 100;
const mostWords = 4;
const recent = '60 days';
const noTicket = 0;

export class SimilarTickets {
  constructor(private readonly dataSource: DataSource) {}

  /** What the same requester wrote comes first, then the most similar. */
  async of(_caller: Caller, ticket: Asked): Promise<Similar[]> {
    const terms = termsOf(ticket);
    const rarity = await rarityOf(this.dataSource, terms);
    const compare = comparing(terms, rarity);
    const found = (await this.candidates(ticket, probesOf(terms, rarity)))
      .map(({ number, requesterKey, terms: others, norm }) => ({
        number,
        others,
        score: compare(others, norm),
        sameRequester: requesterKey !== null && requesterKey === ticket.requesterKey,
      }))
      .filter(({ score, sameRequester }) => score >= (sameRequester ? leastScoreOfRequester : leastScore))
      .sort((a, b) => Number(b.sameRequester) - Number(a.sameRequester) || b.score - a.score || b.number - a.number);
    const written = writtenWords(ticket);
    return found.map(({ others, ...similar }) => ({ ...similar, commonWords: commonWords(written, others, rarity) }));
  }

  /** @throws NotFoundError */
  async dismiss(_caller: Caller, number: number, other: number): Promise<void> {
    const made = await this.dataSource.query<unknown[]>(
      `insert into similar_dismissal (one, other)
       select least(first.number, second.number), greatest(first.number, second.number)
       from ticket as first, ticket as second where first.number = $1 and second.number = $2 and $1 <> $2
       on conflict (one, other) do update set created_at = similar_dismissal.created_at returning one`,
      [number, other],
    );
    if (made.length === 0) throw new NotFoundError('There is no such pair of tickets.', ['otherId']);
  }

  private candidates(ticket: Asked, probes: { terms: number[]; weights: number[] }): Promise<Candidate[]> {
    return this.dataSource.query<Candidate[]>(
      `with hit as (
         select ticket_number, probe.weight from unnest($1::integer[], $2::real[]) as probe (term, weight)
         join ticket_terms on terms @> array[probe.term]
       ), best as (
         select ticket_number, sum(weight) as weight from hit join ticket on number = ticket_number
         where number <> $3 and merged_into is null and (resolved_at is null or resolved_at > now() - interval '${recent}')
         group by ticket_number order by weight desc, ticket_number desc limit ${mostCompared}
       ), own as (
         select number as ticket_number from ticket
         where requester_id = $4::integer and number <> $3 and merged_into is null
           and (resolved_at is null or resolved_at > now() - interval '${recent}')
         order by created_at desc, number desc limit ${mostSimilar}
       )
       select number, requester_id as "requesterKey", terms, norm
       from (select ticket_number from best union select ticket_number from own) as candidate
       join ticket_terms using (ticket_number) join ticket on number = ticket_number
       where not exists (
         select from similar_dismissal where one = least(number, $3) and other = greatest(number, $3))`,
      [probes.terms, probes.weights, ticket.number ?? noTicket, ticket.requesterKey],
    );
  }
}

/** The rarest terms that other tickets have too, as many as the index may be asked for. */
function probesOf(terms: readonly number[], { counts }: Rarity): { terms: number[]; weights: number[] } {
  const rarest = terms
    .map((term) => ({ term, tickets: counts.get(term) ?? 0 }))
    .filter(({ tickets }) => tickets > 0)
    .sort((a, b) => a.tickets - b.tickets);
  const probes: typeof rarest = [];
  let entries = 0;
  for (const probe of rarest) {
    entries += probe.tickets;
    if (probes.length === mostProbes || (entries > mostEntries && probes.length > 0)) break;
    probes.push(probe);
  }
  return { terms: probes.map(({ term }) => term), weights: probes.map(({ tickets }) => 1 / Math.log(tickets + 2)) };
}

/** Words that both have, as the asking ticket writes them, the rarest first. */
function commonWords(written: ReadonlyMap<number, string>, others: readonly number[], { counts }: Rarity): string[] {
  return others
    .filter((term) => written.has(term))
    .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
    .slice(0, mostWords)
    .map((term) => written.get(term) ?? '');
}
