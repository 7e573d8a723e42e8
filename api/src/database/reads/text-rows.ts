import { createHash } from 'node:crypto';
import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { DatabaseUnavailableError } from '../database-error.js';
import { SharedReads } from './shared-reads.js';
import { hasStandby, read } from './standby.js';

const asText = { getTypeParser: () => (value: unknown) => value } as unknown as pg.CustomTypesConfig;

export type TextRow = readonly (string | null)[];

export type Query = {
  readonly text: string;
  readonly values: unknown[];
  /**
   * Parsed once per connection. Only for statements of which there are few and whose best plan does not depend on their
   * values: a search frozen to one plan costs a hundred times as much.
   */
  readonly isHot?: boolean;
};

const sharedReads = new WeakMap<DataSource, SharedReads<readonly TextRow[]>>();

const names = new Map<string, string>();

/** Of a statement that is parsed once per connection. */
export function statementName(text: string): string {
  const known = names.get(text) ?? createHash('sha1').update(text).digest('base64url');
  names.set(text, known);
  return known;
}

/** Set where the connections are made; poolers in transaction mode may not keep named statements. */
export type PreparedExtra = { readonly prepared: boolean };

export function isPrepared({ options }: DataSource): boolean {
  return (options as { extra?: PreparedExtra }).extra?.prepared ?? false;
}

/**
 * Rows as PostgreSQL sent them: arrays of text, no parsing, no entities. Hot reads use it through TypeORM's own pools, so
 * their limits still hold, and a standby serves them where there is one.
 */
export function textRows(dataSource: DataSource, query: Query): Promise<readonly TextRow[]> {
  const send = (sent: () => void) =>
    read(dataSource, async (runner) => {
      const client = await runner.connect();
      sent();
      return run(client, query, isPrepared(dataSource));
    });
  // Whether a standby is fresh was asked for the first who waits, and would not hold for the others.
  if (!query.isHot || hasStandby(dataSource)) return send(() => undefined);
  const shared = sharedReads.get(dataSource) ?? new SharedReads();
  sharedReads.set(dataSource, shared);
  return shared.join(`${query.text}\n${JSON.stringify(query.values)}`, send);
}

/**
 * Several reads on one connection, none of which may go on for longer than its time: `leftMs` tells it before each.
 * They may run twice.
 */
export function timedReads<T>(
  dataSource: DataSource,
  leftMs: () => number,
  work: (rows: (query: Query) => Promise<readonly TextRow[]>) => Promise<T>,
): Promise<T> {
  return read(dataSource, async (runner) => {
    const client = await runner.connect();
    await client.query('begin');
    try {
      return await work(async (query) => {
        await client.query(`set local statement_timeout = ${Math.max(1, leftMs())}`);
        return run(client, query, false);
      });
    } finally {
      await client.query('end');
    }
  });
}

/** The same inside the transaction of `manager`. */
export async function textRowsIn(manager: EntityManager, query: Query): Promise<TextRow[]> {
  if (!manager.queryRunner) throw new Error('textRowsIn needs the manager of a transaction.');
  return run(await manager.queryRunner.connect(), query, isPrepared(manager.dataSource));
}

/**
 * By callback, because rows that come through node-postgres's own promises outlive several minor collections: a list of
 * 200,000 tickets then takes 150 MB for a while instead of 30.
 */
function run(client: pg.ClientBase, { text, values, isHot }: Query, isPrepared: boolean): Promise<TextRow[]> {
  const { promise, resolve, reject } = Promise.withResolvers<TextRow[]>();
  const config: pg.QueryArrayConfig = { text, values, rowMode: 'array', types: asText };
  if (isHot && isPrepared) config.name = statementName(text);
  void client.query(config, (error: Error | null, result: pg.QueryArrayResult<(string | null)[]>) =>
    error ? reject(verdict(error)) : resolve(result.rows),
  );
  return promise;
}

/** What the server did not say, it was not there to say. */
export function verdict(error: Error): Error {
  if (error instanceof pg.DatabaseError) return error;
  return new DatabaseUnavailableError('The database connection was lost.', { cause: error });
}

/** "2026-02-19 10:11:12.3", a timestamp in UTC as PostgreSQL writes it, as ISO 8601 with milliseconds. */
export function isoFromUtcText(text: string): string {
  const fraction = text.length > 20 ? text.slice(20, 23).padEnd(3, '0') : '000';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`;
}
