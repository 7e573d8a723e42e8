/**
 * Accepting a suggestion on its ticket: the ticket takes the suggested values where it has others, the suggestion is
 * confirmed, and both fields become labels, all or nothing.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { sign } from '../../database/signature.js';
import { inTransaction } from '../../database/transaction.js';
import { NotFoundError, WrongStateError } from '../../errors.js';
import type { Ticket } from '../../tickets/ticket.entity.js';
import { lockTickets, updateTickets } from '../../tickets/write/ticket-writes.js';
import { markTriaged } from '../../tickets/write/triaged.js';
import { TriageSuggestion } from './suggestion.entity.js';
import { unknownSuggestion } from './unknown-suggestion.js';

export type Confirmed = { suggestion: TriageSuggestion; ticket: Ticket };

/** @throws NotFoundError, WrongStateError where the suggestion belongs to no ticket */
export function confirmSuggestion(caller: Caller, dataSource: DataSource, key: string): Promise<Confirmed> {
  return inTransaction(dataSource, async (manager) => {
    const { ticketNumber, category, priority } = await found(manager, key);
    if (ticketNumber === null) throw new WrongStateError('This suggestion belongs to no ticket yet.', ['id']);
    await sign(manager, caller);
    const [current] = await lockTickets(manager, [ticketNumber]);
    if (!current) throw new NotFoundError(`There is no ticket ${ticketNumber}.`, ['id']);
    const [changed] = await updateTickets(manager, [ticketNumber], {
      category: category.value,
      priority: priority.value,
    });
    await confirmFields(manager, key, ['category', 'priority']);
    await markTriaged(manager, ticketNumber);
    return { suggestion: await found(manager, key), ticket: changed ?? current };
  });
}

async function found(manager: EntityManager, key: string): Promise<TriageSuggestion> {
  const suggestion = await manager.findOneBy(TriageSuggestion, { key });
  if (!suggestion) throw unknownSuggestion(['id']);
  return suggestion;
}

/**
 * Where the ticket was changed just now, or earlier to the same value, the label is there already. What a program accepts
 * is no label.
 */
export async function confirmFields(
  manager: EntityManager,
  key: string,
  fields: readonly ('category' | 'priority')[],
): Promise<void> {
  await manager.query(
    `with confirmed as (
       update triage_suggestion set
         category_outcome = case when 'category' = any($2::text[]) then 'confirmed' else category_outcome end,
         priority_outcome = case when 'priority' = any($2::text[]) then 'confirmed' else priority_outcome end
       where id = $1 returning ticket_number, category, priority
     )
     insert into triage_label (ticket_number, field, value, decision)
     select ticket_number, one.field::triage_field, one.value, 'confirmed' from confirmed
     cross join lateral (values ('category', category::text), ('priority', priority::text)) as one (field, value)
     where one.field = any($2::text[]) and is_written_by_people()
     on conflict (ticket_number, field) do nothing`,
    [key, fields],
  );
}
