/**
 * Makes the measured tickets inside the database, in a few statements: titles of 5–12 words, descriptions of 40–120, two
 * years until today. The same number of tickets always has the same texts.
 */
import type { DataSource } from 'typeorm';
import { signSession } from './signature.js';
import { plantedWord, vocabulary, vocabularySize } from './vocabulary.js';

const batchSize = 20_000;
const days = 730;

/** As many times as it is likely, of twenty. */
const weighted = (weights: Record<string, number>) =>
  Object.entries(weights).flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
const categories = weighted({ technical: 9, billing: 5, account: 4, general: 2 });
const priorities = weighted({ low: 7, medium: 8, high: 4, critical: 1 });
const statuses = weighted({ closed: 11, resolved: 4, in_progress: 2, open: 3 });

/** The integral of 1/rank turned round: a uniform number becomes a rank of Zipf's law. */
const flatness = 1.7;
const rank = `1 + floor(${flatness} * (power(${(vocabularySize + flatness) / flatness}, random()) - 1))::int`;

/** Names have one length, so the database finds the n-th of an array at once. That a column of it occurs makes each row draw anew. */
export const draw = (least: number, most: number, column = 'n') =>
  `select string_agg(($1::name[])[${rank}], ' ') as words
   from generate_series(1, ${least} + floor(random() * ${most - least + 1})::int + ${column} * 0)`;

const insertBatch = `
insert into ticket (title, description, category, priority, status, created_at, updated_at, resolved_at)
select upper(left(title.words, 1)) || substr(title.words, 2, 199), description.words, category, priority, status, at, at,
  case when status in ('resolved', 'closed') then least(at + random() * interval '9 days', now()) end
from generate_series($2::int, $3::int) as n
cross join lateral (${draw(5, 12)}) as title
cross join lateral (${draw(40, 120)}) as description
cross join lateral (select
  ($4::ticket_category[])[1 + floor(random() * 20)::int + n * 0] as category,
  ($5::ticket_priority[])[1 + floor(random() * 20)::int] as priority,
  ($6::ticket_status[])[1 + floor(random() * 20)::int] as status,
  now() - interval '${days} days' * (1 - (n - 1 + random()) / $7::int) as at
) as fields
order by n`;

const plant = `
update ticket set description = description || ' ${plantedWord}'
where number in (select (min(number) + (max(number) - min(number)) * share)::int
  from ticket, unnest(array[0.1, 0.5, 0.9]) as share group by share)`;

export async function makeTickets(dataSource: DataSource, count: number): Promise<void> {
  const restoreIndexes = await dropSearchIndexes(dataSource);
  await insertAll(dataSource, count);
  await dataSource.query(`${signSession}; ${plant}`);
  await restoreIndexes();
  await dataSource.query('select fold_ticket_counts()');
  await dataSource.query('vacuum (analyze)');
}

async function insertAll(dataSource: DataSource, count: number): Promise<void> {
  const words = vocabulary();
  // One session, because the seed of random() belongs to it.
  const runner = dataSource.createQueryRunner();
  await runner.query('select setseed(0.2026)');
  await runner.query(signSession);
  for (let first = 1; first <= count; first += batchSize) {
    const last = Math.min(count, first + batchSize - 1);
    await runner.query(insertBatch, [words, first, last, categories, priorities, statuses, count]);
    process.stderr.write(`\rMaking tickets … ${last} of ${count}`);
  }
  process.stderr.write('\n');
  await runner.release();
}

/** An index of trigrams is built ten times faster than it grows. */
export async function dropSearchIndexes(
  dataSource: Pick<DataSource, 'query'>,
  tables = ['ticket'],
): Promise<() => Promise<void>> {
  const indexes = await dataSource.query<{ name: string; definition: string }[]>(
    `select indexname as name, indexdef as definition from pg_indexes where tablename = any($1) and indexdef like '%USING gin%'`,
    [tables],
  );
  for (const { name } of indexes) await dataSource.query(`drop index ${name}`);
  return async () => {
    for (const { definition } of indexes) await dataSource.query(definition);
  };
}
