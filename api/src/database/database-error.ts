import { types } from 'node:util';
import pg from 'pg';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

/**
 * What a thrown thing says about the database, judged by SQLSTATE and error class, never by message text.
 * A database error without an SQLSTATE never reached a running statement's verdict: the database is unavailable.
 */

/** No connection could be had, or it was lost; trying again later may succeed. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

export type Violation = {
  /** Class 23 of SQLSTATE, such as 23505 for a unique key. */
  readonly sqlState: string;
  /** The constraint's name; null for NOT NULL, which has none. */
  readonly constraint: string | null;
};

/** TypeORM gives a lost connection back to the pool by itself, and then finds a transaction without one. */
const connectionLosses = [
  DatabaseUnavailableError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
];

const networkFailures = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/**
 * Lost connection (08), no resources such as disk or connections (53), shutting down or starting (57P), failing
 * disk (58030), a primary that has become a read-only standby (25006), or a session that was ended because its
 * transaction had stood still (25P03).
 */
const unavailableStates = /^(08|53|57P|58030|25006|25P03)/;

export function isUnavailable(error: unknown): boolean {
  if (connectionLosses.some((loss) => error instanceof loss)) return true;
  const state = sqlState(error);
  if (state !== null) return unavailableStates.test(state);
  if (error instanceof QueryFailedError) return true;
  return types.isNativeError(error) && 'code' in error && networkFailures.has(String(error.code));
}

/** PostgreSQL's own word for it, or the operating system's. */
export function isDiskFull(error: unknown): boolean {
  return sqlState(error) === '53100' || (types.isNativeError(error) && 'code' in error && error.code === 'ENOSPC');
}

export const diskFullMessage = 'The database disk is full: nothing can be written until space is freed.';

/** Serialization failure or deadlock: the same transaction may succeed when it is run again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
}

/** Stopped by a statement timeout or a lock timeout. */
export function isTimeout(error: unknown): boolean {
  const state = sqlState(error);
  return state === '57014' || state === '55P03';
}

/** The constraint that refused a row; null when the error is something else. */
export function violatedConstraint(error: unknown): Violation | null {
  const refusal = databaseError(error);
  if (!refusal?.code?.startsWith('23')) return null;
  return { sqlState: refusal.code, constraint: refusal.constraint ?? null };
}

/** The server's own verdict; null for anything the server did not say. */
export function sqlState(error: unknown): string | null {
  return databaseError(error)?.code ?? null;
}

function databaseError(error: unknown): pg.DatabaseError | null {
  const thrown = error instanceof QueryFailedError ? error.driverError : error;
  return thrown instanceof pg.DatabaseError ? thrown : null;
}
