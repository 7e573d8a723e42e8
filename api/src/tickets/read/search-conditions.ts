/**
 * A search as SQL. All words stand in the ticket's own texts, or all of them in one of the other texts that are searched.
 * There are two forms that find the same: one looks at each row that is read anyway, the other asks the indexes for all.
 */
import { searchWords, type TicketFilter } from './ticket-filter.js';
import { ticketReference } from './ticket-reference.js';

type Search = Pick<TicketFilter, 'search' | 'alsoIn'>;

/** For rows of `ticket` that are read anyway. */
export function rowConditions({ search, alsoIn }: Search, values: unknown[]): string[] {
  const sought = soughtIn(search, values);
  if (!sought) return [];
  const { reference, contains } = sought;
  if (!alsoIn?.length)
    return reference ? [`(${reference} or ${contains('ticket').join(' and ')})`] : contains('ticket');
  const others = alsoIn.map(
    ({ table, present }) =>
      `(${present} and exists (select from ${table} as said where said.ticket_number = ticket.number and ${contains('said').join(' and ')}))`,
  );
  return [`(${[...(reference ? [reference] : []), `(${contains('ticket').join(' and ')})`, ...others].join(' or ')})`];
}

/** For the indexes: one scan for each kind of text, never one of all tickets. */
export function indexConditions({ search, alsoIn }: Search, values: unknown[]): string[] {
  if (!alsoIn?.length) return rowConditions({ search }, values);
  const numbers = matchingNumbers({ search, alsoIn }, values);
  return numbers.length > 0 ? [`ticket.number in (${numbers.join(' union all ')})`] : [];
}

/** The statements that find the numbers of matching tickets, one for each kind of text. */
export function matchingNumbers({ search, alsoIn = [] }: Search, values: unknown[]): string[] {
  const sought = soughtIn(search, values);
  if (!sought) return [];
  const { reference, contains } = sought;
  return [
    ...(reference ? [`select ticket.number from ticket where ${reference}`] : []),
    `select ticket.number from ticket where ${contains('ticket').join(' and ')}`,
    ...alsoIn.map(
      ({ table }) => `select said.ticket_number from ${table} as said where ${contains('said').join(' and ')}`,
    ),
  ];
}

/** The trigram index has no entry for shorter words. */
const shortestIndexedWord = 3;

/** Whether the indexes know of these words. */
export function isIndexed(search: TicketFilter['search']): boolean {
  const reference = ticketReference(search);
  const compared = reference ? [reference.words] : searchWords(search);
  return compared.some((words) => words.length >= shortestIndexedWord);
}

/** The ticket of this number, and the one that goes on for it. */
const named = (number: string) =>
  `ticket.number = any(array(select unnest(array[named.number, named.merged_into]) from ticket as named where named.number = ${number}))`;

function soughtIn(search: TicketFilter['search'], values: unknown[]) {
  const reference = ticketReference(search);
  const words = reference ? [reference.words] : searchWords(search);
  if (words.length === 0) return null;
  // Text and query are folded by one function of the database, so that they cannot differ in what they take for equal.
  const patterns = words.map((word) => `search_pattern($${values.push(word)})`);
  return {
    reference: reference && named(`$${values.push(reference.number)}`),
    contains: (table: string) => patterns.map((pattern) => `${table}.search_text like ${pattern}`),
  };
}
