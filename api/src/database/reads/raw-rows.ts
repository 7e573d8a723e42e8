/**
 * The bytes of rows, for answers that are made of them without a string in between. A statement is sent in one go and is
 * not asked what its columns are, because whoever reads bytes wrote the statement. Pools, their limits, the standby and
 * the sharing of equal reads are those of text rows.
 */
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { lend } from '../server/bounded-pool.js';
import { sendRowsTo } from '../server/raw-connection.js';
import { RowBytes } from './row-bytes.js';
import { SharedReads } from './shared-reads.js';
import { hasStandby, routed } from './standby.js';
import { type Statement, statementBytes } from './statement-bytes.js';
import { isPrepared, type Query, statementName, verdict } from './text-rows.js';

export type RawRows = {
  readonly rows: RowBytes;
  /** Once, when they are read. */
  release(): void;
};

const sharedReads = new WeakMap<DataSource, SharedReads<RowBytes>>();
const readers = new WeakMap<Promise<RowBytes>, number>();

/** For databases that were opened with `rawRows`. */
export async function rawRows(dataSource: DataSource, query: Query): Promise<RawRows> {
  const reading = begin(dataSource, query);
  // Counted before anybody waits: the first who is done must not give back what the second has yet to read.
  readers.set(reading, (readers.get(reading) ?? 0) + 1);
  const rows = await reading;
  return {
    rows,
    release() {
      const left = (readers.get(reading) ?? 0) - 1;
      readers.set(reading, left);
      if (left === 0) rows.giveBack();
    },
  };
}

function begin(dataSource: DataSource, query: Query): Promise<RowBytes> {
  const statement = statementOf(query, isPrepared(dataSource));
  const send = (sent: () => void) =>
    routed(dataSource, (server) =>
      lend(dataSource, server, (client) => {
        sent();
        return run(client, statement);
      }),
    );
  // Whether a standby is fresh was asked for the first who waits, and would not hold for the others.
  if (!query.isHot || hasStandby(dataSource)) return send(() => undefined);
  const shared = sharedReads.get(dataSource) ?? new SharedReads();
  sharedReads.set(dataSource, shared);
  return shared.join(`${query.text}\n${JSON.stringify(query.values)}`, send);
}

function statementOf({ text, values, isHot }: Query, isPrepared: boolean): Statement {
  return { text, name: isHot && isPrepared ? statementName(text) : '', values: values.map(asText) };
}

function run(client: pg.ClientBase, statement: Statement): Promise<RowBytes> {
  const { promise, resolve, reject } = Promise.withResolvers<RowBytes>();
  const rows = RowBytes.take();
  const done = (error: Error | null) => {
    if (!error) return resolve(rows);
    rows.giveBack();
    reject(verdict(error));
  };
  void client.query(new RawQuery(statement, rows, done) as unknown as pg.Submittable);
  return promise;
}

/** As PostgreSQL reads it. */
function asText(value: unknown): string | null {
  if (value === null) return null;
  if (Array.isArray(value)) return `{${value.map(quoted).join(',')}}`;
  if (typeof value === 'object' || value === undefined) throw new Error('Only texts, numbers and lists of them.');
  return String(value);
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `"${value.replace(/["\\]/g, '\\$&')}"` : String(value);
}

type Connection = {
  readonly stream: { readonly writable: boolean; write(bytes: Buffer): void };
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
};

/** What node-postgres asks of a query. It calls these methods, and reads name and text when the server confirms the name. */
class RawQuery {
  readonly text: string;
  readonly name: string;
  readonly values: readonly (string | null)[];
  #isDone = false;

  constructor(
    { text, name, values }: Statement,
    private readonly rows: RowBytes,
    private readonly done: (error: Error | null) => void,
  ) {
    this.text = text;
    this.name = name;
    this.values = values;
  }

  submit(connection: Connection): null {
    const { text, name, values } = this;
    sendRowsTo(this.rows, connection);
    const isParsed = name !== '' && connection.parsedStatements[name] !== undefined;
    if (name !== '' && !isParsed) connection.submittedNamedStatements[name] = text;
    if (connection.stream.writable) connection.stream.write(statementBytes({ text, name, values }, isParsed));
    return null;
  }

  handleReadyForQuery(connection: Connection): void {
    sendRowsTo(null, connection);
    this.#end(null);
  }

  /** Without a connection where it was lost before this was sent. */
  handleError(error: Error, connection?: Connection): void {
    if (connection) sendRowsTo(null, connection);
    this.#end(error);
  }

  #end(error: Error | null): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.done(error);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}
