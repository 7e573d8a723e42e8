import type { DataSource } from 'typeorm';
import { systemCaller } from '../../caller.js';
import { sign } from '../../database/signature.js';
import { inTransaction } from '../../database/transaction.js';

/** How late a ticket may come back. */
export const wakeIntervalMs = 2_000;

/** Brings back the tickets whose snooze has ended; of very many at once the rest comes with the next round. */
export async function wakeTickets(dataSource: DataSource): Promise<void> {
  const [due] = await dataSource.query<unknown[]>(
    'select from ticket where snoozed_until <= now() and merged_into is null limit 1',
  );
  if (!due) return;
  await inTransaction(dataSource, async (manager) => {
    await sign(manager, systemCaller);
    await manager.query(
      `update ticket set snoozed_until = null, version = version + 1, updated_at = now()
       where number in (select number from ticket where snoozed_until <= now() and merged_into is null
         order by number limit 1000 for update skip locked)`,
    );
  });
}
