/** What else than a ticket's own texts a search reads; later features contribute it. */
import type { Caller } from '../../caller.js';

export type SearchedWords = {
  /** Has `ticket_number`, and `search_text` folded and indexed as that of tickets. */
  readonly table: string;
  /** Of a row of `ticket`: whether it can have any. Spares a look where there is nothing to see. */
  readonly present: string;
  /** Whoever may not read the words must not find tickets by them. */
  mayRead(caller: Caller): boolean;
};
