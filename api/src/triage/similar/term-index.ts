/** Notes the terms of tickets, a moment after they came. Small steps, so that the one connection of an embedded database is never held for long. */
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../../database/transaction.js';
import { normOf, type Rarity } from './score.js';
import { type Text, termsOf } from './terms.js';

export const noteIntervalMs = 2_000;
const batchSize = 100;
/** A round gives way to the next, so that stopping a process waits for no backlog. */
const longestRoundMs = 1_000;
/** A ticket may be committed after later numbers; so far back it is looked for. */
const lateNumbers = 1_000;

type Row = Text & { readonly number: number };

/** Answers how many it noted. */
export async function noteTerms(dataSource: DataSource): Promise<number> {
  const end = performance.now() + longestRoundMs;
  let noted = 0;
  for (;;) {
    const count = await inTransaction(dataSource, noteBatch);
    noted += count;
    if (count < batchSize || performance.now() > end) return noted;
  }
}

async function noteBatch(manager: EntityManager): Promise<number> {
  const rows = await manager.query<Row[]>(
    `with waiting as (
       (select ticket_number as number from unnoted_terms order by ticket_number limit $1)
       union
       (select number from ticket
        where number > (select up_to from term_progress) - $2
          and not exists (select from ticket_terms where ticket_number = number)
        order by number limit $1)
     )
     select number, title, left(description, 4000) as description from ticket join waiting using (number)
     order by number limit $1`,
    [batchSize, lateNumbers],
  );
  if (rows.length === 0) return 0;
  const noted = rows.map((row) => ({ number: row.number, terms: termsOf(row) }));
  await countTerms(
    manager,
    noted.map(({ terms }) => terms),
  );
  const rarity = await rarityOf(
    manager,
    noted.flatMap(({ terms }) => terms),
  );
  await manager.query(
    `insert into ticket_terms (ticket_number, terms, norm)
     select number, array(select jsonb_array_elements_text(terms)::integer), norm
     from jsonb_to_recordset($1::jsonb) as noted (number integer, terms jsonb, norm real)
     on conflict (ticket_number) do update set terms = excluded.terms, norm = excluded.norm`,
    [JSON.stringify(noted.map(({ number, terms }) => ({ number, terms, norm: normOf(terms, rarity) })))],
  );
  const numbers = noted.map(({ number }) => number);
  await manager.query('delete from unnoted_terms where ticket_number = any($1::integer[])', [numbers]);
  await manager.query('update term_progress set up_to = greatest(up_to, $1), tickets = tickets + $2', [
    Math.max(...numbers),
    numbers.length,
  ]);
  return rows.length;
}

async function countTerms(manager: EntityManager, lists: readonly (readonly number[])[]): Promise<void> {
  await manager.query(
    `insert into term_count as known (term, tickets) select term, count(*) from unnest($1::integer[]) as term group by term
     order by term on conflict (term) do update set tickets = known.tickets + excluded.tickets`,
    [lists.flat()],
  );
}

/** How rare these terms are. */
export async function rarityOf(database: DataSource | EntityManager, terms: readonly number[]): Promise<Rarity> {
  const rows = await database.query<{ term: number | null; tickets: number }[]>(
    `select term, tickets from term_count where term = any($1::integer[])
     union all select null, tickets from term_progress`,
    [[...new Set(terms)]],
  );
  const counts = new Map(rows.flatMap(({ term, tickets }) => (term === null ? [] : [[term, tickets] as const])));
  return { counts, tickets: rows.find(({ term }) => term === null)?.tickets ?? 0 };
}
