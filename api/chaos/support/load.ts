/**
 * Callers that never give up: each creates tickets through one door and resolves some of them, and repeats what was not
 * answered, under the same idempotency key, until it is. What they were told is what the desk must be found to hold.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { expectSound } from './soundness.js';
import { create, type Door, resolve, type Trial } from './trials.js';

const patienceMs = 5_000;
const pauseMs = 30;

export class Load {
  static readonly #running = new Set<Load>();

  /** Ticket numbers by key; the key is the title too. */
  readonly acknowledged = new Map<string, number>();
  /** What kept writes from being acknowledged at once, and how often. */
  readonly setbacks = new Map<string, number>();
  /** Acknowledged tickets by caller. */
  readonly #answered: number[];
  readonly #description: string;
  readonly #over: Promise<unknown>;
  #isEnding = false;

  /**
   * @param addressOf where the caller of this number finds the desk
   * @param description of every ticket
   */
  constructor(
    private readonly addressOf: (caller: number) => string,
    { description = 'Kept.', callers = 8 }: { readonly description?: string; readonly callers?: number } = {},
  ) {
    this.#description = description;
    this.#answered = Array(callers).fill(0);
    Load.#running.add(this);
    this.#over = Promise.all(this.#answered.map((_, caller) => this.#write(caller)));
    // Whoever waits for progress is told; nobody may be waiting yet.
    this.#over.catch(() => undefined);
  }

  /** For `afterEach`: after a failed test nobody calls any more. */
  static abandonAll(): void {
    Load.#running.clear();
  }

  /** Waits until so many tickets more have been acknowledged. */
  async progress(tickets: number): Promise<void> {
    const wanted = this.acknowledged.size + tickets;
    await this.#until(() => this.acknowledged.size >= wanted);
  }

  /** Waits until every caller has been acknowledged a ticket more. */
  async progressOfEach(): Promise<void> {
    const before = [...this.#answered];
    await this.#until(() => this.#answered.every((count, caller) => count > (before[caller] ?? 0)));
  }

  /** Lets every caller finish what it has begun, then holds the desk against what they were told. */
  async finish(): Promise<void> {
    this.#isEnding = true;
    await this.#over;
    const url = this.addressOf(0);
    await expectSound(url, this.acknowledged);
    for (const [key, number] of [...this.acknowledged].slice(-5)) {
      expect(await this.#create(url, 'rest', key)).toEqual({ number });
    }
    await expectSound(url, this.acknowledged);
    Load.#running.delete(this);
  }

  /** @throws what a caller met that no caller may meet */
  async #until(condition: () => boolean): Promise<void> {
    const fulfilled = async () => {
      while (!condition() && Load.#running.has(this)) await delay(5);
    };
    await Promise.race([fulfilled(), this.#over]);
    expect(condition()).toBe(true);
  }

  async #write(caller: number): Promise<void> {
    const door = caller % 2 === 0 ? 'rest' : 'graphql';
    for (let index = 0; !this.#isEnding; index++) {
      const key = `Write ${caller}.${index}`;
      const number = await this.#insist(caller, (url) => this.#create(url, door, key));
      this.acknowledged.set(key, number);
      if (index % 3 === 0) await this.#insist(caller, (url) => resolve(url, number, patienceMs));
      this.#answered[caller] = index + 1;
    }
  }

  #create(url: string, door: Door, key: string): Promise<Trial> {
    return create(url, door, { key, description: this.#description }, patienceMs);
  }

  /** @throws where the desk answers what no caller may be told, whatever happens to it */
  async #insist(caller: number, trial: (url: string) => Promise<Trial>): Promise<number> {
    while (Load.#running.has(this)) {
      const outcome = await trial(this.addressOf(caller));
      if ('number' in outcome) return outcome.number;
      if ('surprise' in outcome) throw new Error(outcome.surprise);
      this.setbacks.set(outcome.setback, (this.setbacks.get(outcome.setback) ?? 0) + 1);
      await delay(pauseMs);
    }
    throw new Error('The test is over.');
  }
}
