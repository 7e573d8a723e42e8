/** What a requester who is forgotten said in tickets. That there were tickets, when, and what became of them stays. */
import type { EntityManager } from 'typeorm';
import { dropFiles } from '../../files/attached.js';

/** In place of words that were forgotten; a ticket must have some. */
export const forgotten = 'Erased';

export async function forgetTicketWords(manager: EntityManager, requesterKey: number): Promise<void> {
  await manager.query(
    `delete from idempotency_key where (ticket ->> 'number')::integer in (select number from ticket where requester_id = $1)`,
    [requesterKey],
  );
  const tickets = await manager.query<{ key: string }[]>(
    'select number::text as key from ticket where requester_id = $1',
    [requesterKey],
  );
  await dropFiles(
    manager,
    'ticket',
    tickets.map(({ key }) => key),
  );
  await manager.query(
    `update ticket set title = $2, description = $2, version = version + 1, updated_at = now() where requester_id = $1`,
    [requesterKey, forgotten],
  );
}
