/** What the other features, and the settings, add to lists of tickets. */
import { saidOnTickets } from './conversation/searched-words.js';
import { ticketCounters } from './stats/ticket-counts.js';
import type { ListPorts } from './tickets/read/list-ports.js';
import { suggestionConditions } from './triage/suggestions/suggestion-filter.js';

export function ticketLists({ longestSearchMs }: { readonly longestSearchMs: number }): ListPorts {
  return { conditionsOf: suggestionConditions, counters: ticketCounters, searched: saidOnTickets, longestSearchMs };
}
