import { expect, test } from '@jest/globals';
import { systemCaller } from '../src/caller.js';
import { openDatabase } from '../src/database/data-source.js';
import { silentLogger } from '../src/logger.js';
import { newestFirst } from '../src/tickets/read/ticket-order.js';
import { TicketReader } from '../src/tickets/read/ticket-reader.js';
import { Ticket } from '../src/tickets/ticket.entity.js';
import { createTestDatabase } from './support/database.js';

const page = { limit: 5, forward: true, after: null, before: null };

test.each([
  [true, 2],
  [false, 0],
])('hot reads are prepared once per connection, unless a pooler cannot keep them (%s)', async (prepared, expected) => {
  const database = await createTestDatabase();
  const config = { ...database.config, prepared, poolSize: 1 };
  const { dataSource, close } = await openDatabase(config, { logger: silentLogger, entities: [Ticket] });
  const reader = new TicketReader(dataSource, {
    conditionsOf: () => [],
    counters: 'ticket_count_now',
    searched: [],
    longestSearchMs: 10_000,
  });
  for (let use = 0; use < 2; use++) {
    await reader.page(systemCaller, {}, newestFirst, page);
    await reader.get(systemCaller, 1);
    await reader.page(systemCaller, { search: 'never prepared' }, newestFirst, page);
  }
  const [row] = await dataSource.query<{ count: number }[]>(
    'select count(*)::int as count from pg_prepared_statements where not from_sql',
  );
  expect(row?.count).toBe(expected);
  await close();
  await database.close();
});
