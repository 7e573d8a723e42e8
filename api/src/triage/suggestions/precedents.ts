/**
 * Finds the tickets to decide by: tickets whose category or priority a person has changed, most similar to the new one by
 * trigrams. They become examples in the model's prompt.
 */
import type { DataSource } from 'typeorm';
import type { TicketText } from '../../tickets/write/triage-port.js';
import type { DecidedTicket } from './classification.js';

const MOST_EXAMPLES = 4;
/** Below this similarity two texts have little more than their language in common. */
const LEAST_SIMILARITY = 0.2;
/** Only the latest corrections are compared, which bounds the time; they are also the ones that count. */
const COMPARED = 500;
/** What of a text is compared and shown; the subject of a ticket stands at its start. */
const EXCERPT_LENGTH = 400;

export async function findPrecedents(
  dataSource: DataSource,
  { title, description }: TicketText,
  exceptNumber: number | null,
): Promise<DecidedTicket[]> {
  const text = `${title} ${description}`.slice(0, EXCERPT_LENGTH).toWellFormed();
  return dataSource.query<DecidedTicket[]>(
    `with corrected as (
       select ticket_number as number, bool_or(field = 'category') as category, bool_or(field = 'priority') as priority
       from triage_label where decision = 'changed' and ticket_number is distinct from $2
       group by ticket_number order by max(decided_at) desc limit $3
     ), compared as (
       select number, ticket.title, left(ticket.description, $4) as description, ticket.category, ticket.priority,
         corrected.category as corrected_category, corrected.priority as corrected_priority,
         similarity(left(ticket.title || ' ' || ticket.description, $4), $1) as similarity
       from corrected join ticket using (number)
     )
     select number, title, description, category, priority,
       corrected_category as "correctedCategory", corrected_priority as "correctedPriority"
     from compared where similarity >= $5 order by similarity desc, number desc limit $6`,
    [text, exceptNumber, COMPARED, EXCERPT_LENGTH, LEAST_SIMILARITY, MOST_EXAMPLES],
  );
}
