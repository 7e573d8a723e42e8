/**
 * The share of the database that searches have. A word that hardly anybody wrote may take as long as reading every text;
 * so only some searches run at once, none for longer than its time, and none for a caller who has left.
 */
import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { isTimeout } from '../../database/database-error.js';
import { hasOneSession } from '../../database/embedded/one-session.js';
import { textsInFlight } from '../../database/reads/texts-in-flight.js';
import { Turns } from '../../database/reads/turns.js';
import { InvalidInputError } from '../../errors.js';

/** How many run at once in this process. */
const shares = { oneSession: 1, server: 3 };

/** Too many tickets would have to be read for these words. */
export class SearchTooBroadError extends InvalidInputError {
  constructor(limitMs: number) {
    const message = `The search took longer than ${limitMs / 1000} seconds. Use longer words, add a filter, or try again in a moment.`;
    super([{ path: ['search'], code: 'invalid', message }]);
  }
}

/** The time that one search has. */
export class SearchTime {
  readonly #end: number;

  constructor(
    private readonly caller: Caller,
    readonly limitMs: number,
  ) {
    this.#end = performance.now() + limitMs;
  }

  get leftMs(): number {
    return Math.ceil(this.#end - performance.now());
  }

  /** To be called before each statement. @throws SearchTooBroadError */
  check(): void {
    if (this.leftMs <= 0 || textsInFlight.hasLeft(this.caller)) throw new SearchTooBroadError(this.limitMs);
  }
}

const turns = new WeakMap<DataSource, Turns>();

/** `limitMs` is how long the search may take, its wait for others included. @throws SearchTooBroadError */
export function inSearchShare<T>(
  dataSource: DataSource,
  caller: Caller,
  limitMs: number,
  search: (time: SearchTime) => Promise<T>,
): Promise<T> {
  const share = turns.get(dataSource) ?? new Turns(hasOneSession(dataSource) ? shares.oneSession : shares.server);
  turns.set(dataSource, share);
  const time = new SearchTime(caller, limitMs);
  return share.take(async () => {
    time.check();
    try {
      return await search(time);
    } catch (error) {
      throw isTimeout(error) ? new SearchTooBroadError(limitMs) : error;
    }
  });
}

/** For searches whose matches are streamed: they take as long as they take, in the turns of streams. */
export function unhurried(caller: Caller): SearchTime {
  return new SearchTime(caller, Number.POSITIVE_INFINITY);
}
