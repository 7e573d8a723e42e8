/** How alike two tickets are: what they have in common, each term weighed by how rare it is on this desk. */
import { worthOf } from './terms.js';

/** In how many tickets terms are, of those that are known; one that is missing stands nowhere. */
export type Rarity = { readonly counts: ReadonlyMap<number, number>; readonly tickets: number };

/** On a young desk every word is rare, and rarity says little. */
const fewTickets = 200;

/** How much the length of the asking text counts against that of the other: short texts are alike too easily. */
const pivot = 0.6;

/** What a term is worth: nothing where every ticket has it. */
export function weightOf(term: number, { counts, tickets }: Rarity): number {
  return worthOf(term) * Math.log((Math.max(tickets, fewTickets) + 1) / ((counts.get(term) ?? 0) + 1));
}

export function normOf(terms: readonly number[], rarity: Rarity): number {
  return Math.sqrt(terms.reduce((sum, term) => sum + weightOf(term, rarity) ** 2, 0)) || 1;
}

/** Compares one text with others; `norm` is that of the other at the time at which it was noted. */
export function comparing(asked: readonly number[], rarity: Rarity) {
  const squares = new Map(asked.map((term) => [term, weightOf(term, rarity) ** 2]));
  const own = normOf(asked, rarity);
  /** From 0, nothing in common, to 1. */
  return (terms: readonly number[], norm: number): number => {
    let common = 0;
    for (const term of terms) common += squares.get(term) ?? 0;
    return Math.min(1, common / (own * (pivot * own + (1 - pivot) * norm)));
  };
}
