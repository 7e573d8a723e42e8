import { highestRowNumber } from '../../database/row-number.js';

/** A search that names a ticket, and how its texts may name it. */
export type TicketReference = { readonly number: number; readonly words: string };

const named = /^\[?\s*((?:ticket|t)\s*[-#:]?\s*|#\s*)?(\d{1,10})\s*\]?[.,:;]?$/i;

/**
 * `548` and the forms in which trackers and mails write it: `#548`, `T-548`, `[T-548]`, `T 548`, `ticket #548`. Null for
 * any other search. What is written so may as well be an invoice or a room, so texts are still searched for the words.
 */
export function ticketReference(search: string | null | undefined): TicketReference | null {
  const text = (search ?? '')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{DI}/gu, '')
    .trim();
  const [, mark = '', digits] = named.exec(text) ?? [];
  const number = Number(digits);
  if (!digits || number < 1 || number > highestRowNumber) return null;
  return { number, words: `${mark}${digits}` };
}
