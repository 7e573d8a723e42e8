/**
 * What is committed, to whoever follows it: in one order, nothing missed and nothing twice, although transactions commit
 * in another order than they begin. One read a process serves all its followers. Somebody rings when there may be
 * something to read; who rings says nothing else, so that a ring too many costs a read and a ring that got lost costs
 * the time until the next look.
 */
import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import type { Logger } from '../logger.js';
import { decodeFeedCursor, encodeFeedCursor, type FeedPosition, type Place } from './cursor.js';
import type { Snapshot } from './snapshot.js';

/** What became visible between two snapshots, in order; null: too much to tell. */
export type Stretch<Entry extends Place> = {
  readonly from: Snapshot;
  readonly to: Snapshot;
  readonly entries: readonly Entry[] | null;
};

/** How the feed reads. */
export type FeedSource<Entry extends Place> = {
  /** Names the database; a cursor of another one is worth nothing. */
  epoch(): Promise<string>;
  now(): Promise<Snapshot>;
  /** What a position has not been told, at most so many; null where the position is none of this database. */
  since(position: FeedPosition, most: number): Promise<Stretch<Entry> | null>;
};

/**
 * Answers when it has worked out what a stretch means to it. Only then the feed reads on, and reads all that was committed
 * meanwhile: the busier the desk, the more is worked out at once.
 */
export type Listener<Entry extends Place> = (stretch: Stretch<Entry>) => Promise<unknown>;

/** More at once is an import, or hours of absence: reading a list anew is cheaper. */
const mostAtOnce = 1_000;

/** How long a ring that got lost goes unnoticed, and how often the database is asked where nobody can ring. */
const lookMs = { rung: 2_000, unrung: 500 } as const;

/** The feed rests as long as the last reading took, so that it leaves half of the processor to who writes. */
const restPerWork = 1;
const longestRestMs = 200;

export class Feed<Entry extends Place> {
  readonly #listeners = new Set<Listener<Entry>>();
  #epoch: string | null = null;
  #at: Snapshot | null = null;
  #reading: Promise<void> | null = null;
  #isStale = false;
  #look: NodeJS.Timeout | undefined;
  #lookMs: number = lookMs.rung;
  #isLost = false;
  #restsUntil = 0;

  constructor(
    private readonly source: FeedSource<Entry>,
    private readonly log: Logger,
  ) {}

  /** There may be something to read. */
  ring(): void {
    if (this.#listeners.size === 0) return;
    void this.#read().catch(() => undefined);
  }

  /** Nobody rings: it looks by itself, often. */
  lookOften(): void {
    this.#lookMs = lookMs.unrung;
  }

  /** Tells of all that is committed from now on. Answers from when, and how to stop. */
  async subscribe(listener: Listener<Entry>): Promise<{ readonly at: Snapshot; readonly stop: () => void }> {
    if (this.#listeners.size === 0) this.#at = null;
    // From before the read, so that nothing falls between.
    this.#listeners.add(listener);
    this.#lookLater();
    const stop = () => this.#stop(listener);
    try {
      await this.#read();
    } catch (error) {
      stop();
      throw error;
    }
    return { at: this.#at ?? '', stop };
  }

  /** What a cursor has not been told; null where it is of another database, or nothing at all. */
  async since(cursor: string): Promise<Stretch<Entry> | null> {
    const position = decodeFeedCursor(await this.#epochOf(), cursor);
    return position && this.source.since(position, mostAtOnce);
  }

  async now(): Promise<string> {
    return this.cursorAt({ from: await this.source.now(), within: null });
  }

  async cursorAt(position: FeedPosition): Promise<string> {
    return encodeFeedCursor(await this.#epochOf(), position);
  }

  stop(): void {
    this.#listeners.clear();
    clearTimeout(this.#look);
  }

  async #epochOf(): Promise<string> {
    this.#epoch ??= await this.source.epoch();
    return this.#epoch;
  }

  /** Fulfils once all is told that was committed when it was called. */
  async #read(): Promise<void> {
    this.#isStale = true;
    while (this.#isStale) {
      this.#reading ??= this.#readOnce().finally(() => {
        this.#reading = null;
      });
      await this.#reading;
    }
  }

  async #readOnce(): Promise<void> {
    const rest = this.#restsUntil - performance.now();
    if (rest > 0) await setTimeoutAsync(rest);
    this.#isStale = false;
    const begun = performance.now();
    try {
      if (this.#at === null) {
        this.#at = await this.source.now();
      } else {
        const stretch = await this.source.since({ from: this.#at, within: null }, mostAtOnce);
        // Another database is behind the address by now: all that anybody knows is worth nothing.
        const told = stretch ?? { from: this.#at, to: await this.source.now(), entries: null };
        if (!stretch) this.#epoch = null;
        this.#at = told.to;
        if (told.entries?.length !== 0) await this.#tell(told);
      }
      this.#isLost = false;
    } catch (error) {
      if (!this.#isLost) this.log.warn({ err: error }, 'The feed cannot be read; it is tried again.');
      this.#isLost = true;
      throw error;
    } finally {
      const now = performance.now();
      this.#restsUntil = now + Math.min(longestRestMs, (now - begun) * restPerWork);
    }
  }

  /** A listener that fails is met by whoever follows. */
  async #tell(stretch: Stretch<Entry>): Promise<void> {
    await Promise.allSettled([...this.#listeners].map((listener) => listener(stretch)));
  }

  #lookLater(): void {
    this.#look ??= setTimeout(() => {
      this.#look = undefined;
      if (this.#listeners.size === 0) return;
      this.ring();
      this.#lookLater();
    }, this.#lookMs).unref();
  }

  #stop(listener: Listener<Entry>): void {
    this.#listeners.delete(listener);
  }
}
