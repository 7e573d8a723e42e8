/** Two replies and a note on every ticket, as the team wrote them: of 20–60 words each. */
import { openDatabase } from '../../src/database/data-source.js';
import { signSession } from './signature.js';
import { draw, dropSearchIndexes } from './tickets.js';
import { vocabulary } from './vocabulary.js';

const batchSize = 20_000;

const replies = `
  insert into reply (ticket_number, direction, channel, body, created_at)
  select number, 'from_team', 'web', said.words, least(created_at + interval '1 hour' * nth, now())
  from ticket cross join generate_series(1, 2) as nth cross join lateral (${draw(20, 60, 'nth')}) as said
  where number between $2 and $3`;
const notes = `
  insert into note (ticket_number, body, created_at)
  select number, said.words, least(created_at + interval '3 hours', now())
  from ticket cross join lateral (${draw(20, 60, 'number')}) as said
  where number between $2 and $3`;

/** Of a database that a desk has brought up to date. */
export async function addMessages(url: string, tickets: number): Promise<void> {
  const location = { kind: 'server', url, replicaUrl: null } as const;
  const { dataSource, close } = await openDatabase(
    { location, poolSize: 1, prepared: true, statementTimeoutMs: null },
    { logger: { info: () => undefined, warn: () => undefined }, entities: [] },
  );
  const restoreIndexes = await dropSearchIndexes(dataSource, ['reply', 'note']);
  const words = vocabulary();
  await dataSource.query(signSession);
  for (let first = 1; first <= tickets; first += batchSize) {
    const batch = [words, first, Math.min(tickets, first + batchSize - 1)];
    await dataSource.query(replies, batch);
    await dataSource.query(notes, batch);
    process.stderr.write(`\rMaking messages … of ${batch[2]} of ${tickets} tickets`);
  }
  process.stderr.write('\n');
  await restoreIndexes();
  await dataSource.query('vacuum (analyze)');
  await close();
}
