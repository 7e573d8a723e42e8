import type { DataSource, QueryRunner } from 'typeorm';
import type { EmbeddedPostgres } from './embedded-postgres.js';

/**
 * Does for the embedded database what a server's background processes do: vacuum and analyze the tables that changed
 * much, and write a checkpoint, so that neither files, plans nor recovery grow worse with time.
 */
/** The thresholds of autovacuum: dead rows, changed rows since analyze, inserted rows since vacuum. */
const tablesInNeed = `
  select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
  where n_dead_tup > 50 + 0.2 * n_live_tup
     or n_mod_since_analyze > 50 + 0.1 * n_live_tup
     or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup`;

/** One round of maintenance, on the pool's one connection and therefore never inside somebody's transaction. */
export async function maintain(dataSource: DataSource, embedded: EmbeddedPostgres): Promise<void> {
  const runner = dataSource.createQueryRunner('master');
  try {
    await runner.connect();
    await embedded.withoutLimit(async () => {
      await vacuumInNeed(runner);
      await runner.query('checkpoint');
    });
  } finally {
    await runner.release();
  }
}

async function vacuumInNeed(runner: QueryRunner): Promise<void> {
  // There is no collector process: counts are only seen once flushed.
  await runner.query('select pg_stat_force_next_flush()');
  const tables: { name: string }[] = await runner.query(tablesInNeed);
  for (const { name } of tables) await runner.query(`vacuum (analyze) ${name}`);
}
