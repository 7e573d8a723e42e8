/**
 * Callers that never give up: each creates tickets through one door and resolves some of them, and repeats what was not
 * answered, under the same idempotency key, until it is. What they were told is what the desk must be found to hold.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { expectSound } from './soundness.js';
import { create, resolve, type Trial } from './trials.js';

const patienceMs = 5_000;
const pauseMs = 30;

export class Load {
  /** Ticket numbers by key; the key is the title too. */
  readonly acknowledged = new Map<string, number>();
  /** What kept writes from being acknowledged at once, and how often. */
  readonly setbacks = new Map<string, number>();
  /** Writes that were acknowledged, by caller. */
  readonly #answered: number[];
  readonly #writers: Promise<void>[];
  #isStopping = false;

  /** @param addressOf where the caller of this number finds the desk */
  constructor(
    private readonly addressOf: (caller: number) => string,
    callers = 8,
  ) {
    this.#answered = Array(callers).fill(0);
    this.#writers = Array.from({ length: callers }, (_, caller) => this.#write(caller));
  }

  /** Waits until so many writes more have been acknowledged, or, without a number, one more to every caller. */
  async progress(writes?: number): Promise<void> {
    const [sum, each] = [this.acknowledged.size, [...this.#answered]];
    const isEnough = () =>
      writes === undefined
        ? each.every((count, caller) => (this.#answered[caller] ?? 0) > count)
        : this.acknowledged.size >= sum + writes;
    const enough = async () => {
      while (!isEnough()) await delay(5);
    };
    // A caller that met what it must not meet tells so here.
    await Promise.race([enough(), Promise.all(this.#writers)]);
  }

  /** Lets every caller finish what it has begun, then holds the desk against what they were told. */
  async finish(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#writers);
    const url = this.addressOf(0);
    await expectSound(url, new Set(this.acknowledged.keys()));
    const tickets = (await (await fetch(`${url}/api/tickets/`)).json()) as { id: number; title: string }[];
    expect(new Map(tickets.map(({ id, title }) => [title, id]))).toEqual(this.acknowledged);
    for (const [key, number] of [...this.acknowledged].slice(-5)) {
      expect(await create(url, 'rest', key, patienceMs)).toEqual({ number });
    }
  }

  async #write(caller: number): Promise<void> {
    const door = caller % 2 === 0 ? 'rest' : 'graphql';
    for (let index = 0; !this.#isStopping; index++) {
      const key = `Write ${caller}.${index}`;
      const number = await this.#insist(caller, (url) => create(url, door, key, patienceMs));
      this.acknowledged.set(key, number);
      this.#answered[caller] = index + 1;
      if (index % 3 === 0) await this.#insist(caller, (url) => resolve(url, number, patienceMs));
    }
  }

  /** @throws where the desk answers what no caller may be told, whatever happens to it */
  async #insist(caller: number, trial: (url: string) => Promise<Trial>): Promise<number> {
    for (;;) {
      const outcome = await trial(this.addressOf(caller));
      if ('number' in outcome) return outcome.number;
      if ('surprise' in outcome) throw new Error(outcome.surprise);
      this.setbacks.set(outcome.setback, (this.setbacks.get(outcome.setback) ?? 0) + 1);
      await delay(pauseMs);
    }
  }
}
