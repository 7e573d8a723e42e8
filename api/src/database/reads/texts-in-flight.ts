/**
 * The bytes of long texts that were read for answers and are not sent yet, counted over all answers of this process: so
 * neither many readers nor readers who do not read fill its memory. Who finds no room waits in line. An answer whose
 * reader takes nothing of it while others wait is cut off.
 */
import type { Caller } from '../../caller.js';
import { BusyError, InvalidInputError } from '../../errors.js';

/** What the texts are sent with. */
export type Response = {
  readonly destroyed: boolean;
  once(event: 'close', listener: () => void): unknown;
  destroy(): unknown;
};

export type Release = () => void;

type Answer = { readonly response: Response | null; held: number; since: number; isWatched: boolean; isOver: boolean };
type Waiting = {
  readonly answer: Answer;
  readonly bytes: number;
  readonly give: (release: Release) => void;
  readonly leave: (error: Error) => void;
};

export type InFlightLimits = {
  /** Of all answers together, where somebody asks for a lot at once; a single one may hold more where no other does. */
  readonly mostBytes: number;
  /** The same where somebody asks for few: a page of ten must not wait for those of a hundred. */
  readonly mostBytesForFew: number;
  readonly mostOfOne: number;
  /** How long somebody waits for room before being told to come back. */
  readonly patienceMs: number;
  /** How long an answer may keep its bytes while others wait. */
  readonly stallMs: number;
};

const ordinary: InFlightLimits = {
  mostBytes: 20 * 2 ** 20,
  mostBytesForFew: 60 * 2 ** 20,
  mostOfOne: 48 * 2 ** 20,
  patienceMs: 10_000,
  stallMs: 30_000,
};
const few = 2 ** 20;
const lookAgainMs = 1_000;

export class TextsInFlight {
  readonly #answers = new WeakMap<Caller, Answer>();
  readonly #holders = new Set<Answer>();
  readonly #waiting = new Set<Waiting>();
  #held = 0;
  #watch: NodeJS.Timeout | null = null;

  constructor(private readonly limits: InFlightLimits = ordinary) {}

  /** Ties what this caller reads from now on to the answer that they get. Callers are made anew for each request. */
  answerWith(caller: Caller, response: Response): void {
    this.#answers.set(caller, answerOf(response));
  }

  /**
   * Takes room until it is released or the answer is over. What an answer holds already may grow without waiting, up to
   * its own limit: two answers that wait for each other would wait for ever.
   * @throws InvalidInputError where one answer would hold too much, BusyError where no room came free in time
   */
  async take(caller: Caller, bytes: number): Promise<Release> {
    const answer = this.#answers.get(caller) ?? answerOf(null);
    if (answer.held + bytes > this.limits.mostOfOne) throw tooMuch(this.limits.mostOfOne);
    this.#endWith(answer);
    const isFirst = bytes <= few || this.#waiting.size === 0;
    if (answer.held > 0 || (isFirst && this.#fits(bytes))) return this.#give(answer, bytes);
    return this.#wait(answer, bytes);
  }

  /** Whether the caller's connection has ended before the answer. */
  hasLeft(caller: Caller): boolean {
    return this.#answers.get(caller)?.response?.destroyed ?? false;
  }

  /** Whether so much more may be read before it is asked for. */
  hasRoomAhead(bytes: number): boolean {
    return this.#held + bytes <= this.limits.mostBytes / 2;
  }

  #fits(bytes: number): boolean {
    const { mostBytes, mostBytesForFew } = this.limits;
    return this.#held === 0 || this.#held + bytes <= (bytes <= few ? mostBytesForFew : mostBytes);
  }

  /** Whoever leaves gives back what they hold, and their place in the line. */
  #endWith(answer: Answer): void {
    if (answer.isWatched || !answer.response) return;
    answer.isWatched = true;
    const end = () => {
      answer.isOver = true;
      this.#drop(answer, answer.held);
      for (const waiting of this.#waiting) if (waiting.answer === answer) waiting.leave(new BusyError(busy));
    };
    if (answer.response.destroyed) end();
    else answer.response.once('close', end);
  }

  #wait(answer: Answer, bytes: number): Promise<Release> {
    const { promise, resolve, reject } = Promise.withResolvers<Release>();
    const patience = setTimeout(() => waiting.leave(new BusyError(busy)), this.limits.patienceMs);
    const waiting: Waiting = {
      answer,
      bytes,
      give: resolve,
      leave: (error) => {
        this.#waiting.delete(waiting);
        reject(error);
        this.#serve();
      },
    };
    this.#waiting.add(waiting);
    this.#watch ??= setInterval(() => this.#cutStalled(), lookAgainMs).unref();
    return promise.finally(() => clearTimeout(patience));
  }

  #give(answer: Answer, bytes: number): Release {
    if (answer.isOver) return () => undefined;
    if (answer.held === 0) {
      answer.since = performance.now();
      this.#holders.add(answer);
    }
    answer.held += bytes;
    this.#held += bytes;
    let isHeld = true;
    return () => {
      if (isHeld && !answer.isOver) this.#drop(answer, bytes);
      isHeld = false;
    };
  }

  #drop(answer: Answer, bytes: number): void {
    answer.held -= bytes;
    this.#held -= bytes;
    if (answer.held === 0) this.#holders.delete(answer);
    this.#serve();
  }

  #serve(): void {
    for (const waiting of this.#waiting) {
      if (!this.#fits(waiting.bytes)) continue;
      this.#waiting.delete(waiting);
      waiting.give(this.#give(waiting.answer, waiting.bytes));
    }
    if (this.#waiting.size > 0 || !this.#watch) return;
    clearInterval(this.#watch);
    this.#watch = null;
  }

  #cutStalled(): void {
    const now = performance.now();
    for (const { response, since } of this.#holders) {
      if (response && now - since > this.limits.stallMs) response.destroy();
    }
  }
}

function answerOf(response: Response | null): Answer {
  return { response, held: 0, since: 0, isWatched: false, isOver: false };
}

/** All answers of this process share one memory. */
export const textsInFlight = new TextsInFlight();

const busy = 'Too many long texts are being sent right now. Try again in a few seconds.';

function tooMuch(mostBytes: number): InvalidInputError {
  const message = `The texts in this answer exceed ${mostBytes / 2 ** 20} MB. Ask for fewer rows at once.`;
  return new InvalidInputError([{ path: ['first'], code: 'invalid', message }]);
}
