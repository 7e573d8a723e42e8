/**
 * Finds the tickets to decide by: tickets whose category or priority a person has changed, most similar to the new one by
 * trigrams. They become examples in the model's prompt.
 */
import type { DataSource } from 'typeorm';
import type { DecidedTicket, TicketText } from './proposal.js';

const MOST_EXAMPLES = 4;
/** Below this similarity two texts have little more than their language in common. */
const LEAST_SIMILARITY = 0.12;
/** Only the latest corrections are compared, which bounds the time; they are also the ones that count. */
const COMPARED = 1_000;
/** What of a text is compared and shown; the subject of a ticket stands at its start. */
const EXCERPT_LENGTH = 600;

export async function findPrecedents(
  dataSource: DataSource,
  { title, description }: TicketText,
  exceptTicketId: number | null,
): Promise<DecidedTicket[]> {
  const text = `${title} ${description}`.slice(0, EXCERPT_LENGTH).toWellFormed();
  return dataSource.query<DecidedTicket[]>(
    `with corrected as (
       select ticket_id, bool_or(field = 'category') as category, bool_or(field = 'priority') as priority
       from triage_label where decision = 'changed' and ticket_id is distinct from $2
       group by ticket_id order by max(decided_at) desc limit $3
     ), compared as (
       select ticket.id, ticket.title, left(ticket.description, $4) as description, ticket.category, ticket.priority,
         corrected.category as corrected_category, corrected.priority as corrected_priority,
         similarity(left(ticket.title || ' ' || ticket.description, $4), $1) as similarity
       from corrected join ticket on ticket.id = corrected.ticket_id
     )
     select id as number, title, description, category, priority,
       corrected_category as "correctedCategory", corrected_priority as "correctedPriority"
     from compared where similarity >= $5 order by similarity desc, id desc limit $6`,
    [text, exceptTicketId, COMPARED, EXCERPT_LENGTH, LEAST_SIMILARITY, MOST_EXAMPLES],
  );
}
