import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

const asText = { getTypeParser: () => (value: unknown) => value } as unknown as pg.CustomTypesConfig;

export type TextRow = readonly (string | null)[];

type Query = { readonly text: string; readonly values: unknown[] };

/**
 * Rows as PostgreSQL sent them: arrays of text, no parsing, no entities. Hot reads use it through TypeORM's own pool, so
 * replication and its limits still hold.
 */
export async function textRows(dataSource: DataSource, query: Query): Promise<TextRow[]> {
  const runner = dataSource.createQueryRunner('master');
  try {
    return await run(await runner.connect(), query);
  } finally {
    await runner.release();
  }
}

/** The same inside the transaction of `manager`. */
export async function textRowsIn(manager: EntityManager, query: Query): Promise<TextRow[]> {
  if (!manager.queryRunner) throw new Error('textRowsIn needs the manager of a transaction.');
  return run(await manager.queryRunner.connect(), query);
}

/**
 * By callback, because rows that come through node-postgres's own promises outlive several minor collections: a list of
 * 200,000 tickets then takes 150 MB for a while instead of 30.
 */
function run(client: pg.ClientBase, query: Query): Promise<TextRow[]> {
  const { promise, resolve, reject } = Promise.withResolvers<TextRow[]>();
  const config: pg.QueryArrayConfig = { ...query, rowMode: 'array', types: asText };
  void client.query(config, (error: Error | null, result: pg.QueryArrayResult<(string | null)[]>) =>
    error ? reject(error) : resolve(result.rows),
  );
  return promise;
}

/** "2026-02-19 10:11:12.3", a timestamp in UTC as PostgreSQL writes it, as ISO 8601 with milliseconds. */
export function isoFromUtcText(text: string): string {
  const fraction = text.length > 20 ? text.slice(20, 23).padEnd(3, '0') : '000';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`;
}
