/** Finds tickets by what triage suggested for them and what became of it. Both conditions are about one suggestion. */
import type { Condition } from '../../tickets/read/list-ports.js';
import type { TicketFilter } from '../../tickets/read/ticket-filter.js';

export function suggestionConditions({ suggestionSource, suggestionOutcome }: TicketFilter): Condition[] {
  const isAsked = Boolean(suggestionSource?.length || suggestionOutcome?.length);
  if (!isAsked) return [];
  return [
    (parameter) => {
      const conditions: string[] = [];
      if (suggestionSource?.length) conditions.push(`source = any(${parameter(suggestionSource)}::triage_source[])`);
      if (suggestionOutcome?.length) {
        const outcomes = `${parameter(suggestionOutcome)}::suggestion_outcome[]`;
        conditions.push(`array[category_outcome, priority_outcome] && ${outcomes}`);
      }
      return `ticket.number in (select ticket_number from triage_suggestion where ${conditions.join(' and ')})`;
    },
  ];
}
