import type { SearchedWords } from '../tickets/read/searched-words.js';
import { mayReadNotes } from './authors.js';

/** A search of tickets finds what was said on them: replies, and for whoever may read them, notes. */
export const saidOnTickets: readonly SearchedWords[] = [
  { table: 'reply', present: 'ticket.reply_count > 0', mayRead: () => true },
  { table: 'note', present: 'ticket.has_notes', mayRead: mayReadNotes },
];
