/**
 * Spares the desk from asking a model that does not answer. After three failures in a row, or one that will not pass by
 * itself soon, the model is left alone for a while (at least as long as Retry-After asks); then one call tries it again.
 * An outage is logged when it begins, with its reason and remedy, and when it ends: never once per request.
 */
import {
  BrokenCircuitError,
  CircuitState,
  circuitBreaker,
  DelegateBackoff,
  handleAll,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel';
import type { Logger } from '../../../logger.js';
import { ModelFailure, REMEDIES } from './model-failure.js';

const TOLERATED_FAILURES = 3;
const LONGEST_PAUSE_MS = 10 * 60_000;

export class ModelCircuit {
  private failuresInARow = 0;
  private latest: ModelFailure | null = null;
  private readonly circuit;

  constructor(
    private readonly engine: string,
    private readonly pauseMs: number,
    private readonly log: Logger,
  ) {
    this.circuit = circuitBreaker(handleAll, {
      breaker: {
        state: null,
        success: () => {},
        failure: () => this.failuresInARow >= TOLERATED_FAILURES || this.latest?.isLasting === true,
      },
      halfOpenAfter: new DelegateBackoff<IHalfOpenAfterBackoffContext>(() => this.pause()),
    });
  }

  /** The failure that the model is down with right now, or null while it answers. */
  get outage(): ModelFailure | null {
    return this.latest;
  }

  /** Open while the model is left alone, half open while one call tries it again. */
  get state(): 'closed' | 'half_open' | 'open' {
    const { state } = this.circuit;
    if (state === CircuitState.HalfOpen) return 'half_open';
    return state === CircuitState.Closed ? 'closed' : 'open';
  }

  /** @throws ModelFailure: what `call` threw, or `paused` without calling it. */
  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    // While one call tries the model again, cockatiel would let the others wait for its result.
    if (this.circuit.state === CircuitState.HalfOpen) throw this.paused();
    try {
      return await this.circuit.execute(() => this.observe(call));
    } catch (error) {
      throw error instanceof BrokenCircuitError ? this.paused() : error;
    }
  }

  private paused(): ModelFailure {
    return new ModelFailure('paused', `The model is left alone after: ${this.latest?.message}`, { cause: this.latest });
  }

  private async observe<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
      const result = await call();
      this.recordSuccess();
      return result;
    } catch (error) {
      // An exhausted budget says nothing about the model.
      if (error instanceof ModelFailure && error.kind !== 'over_budget') this.recordFailure(error);
      throw error;
    }
  }

  private recordSuccess(): void {
    if (this.latest) this.log.info({ engine: this.engine }, 'The language model answers again.');
    this.latest = null;
    this.failuresInARow = 0;
  }

  /** Without the server's own words, which may repeat the key or the ticket. */
  private recordFailure(failure: ModelFailure): void {
    if (!this.latest) {
      this.log.warn(
        { engine: this.engine, reason: failure.kind, status: failure.status },
        `The language model does not answer; the local classifier does. ${REMEDIES[failure.kind]} \`npm run llm:doctor\` shows what it says.`,
      );
    }
    this.latest = failure;
    this.failuresInARow++;
  }

  private pause(): number {
    return Math.min(Math.max(this.pauseMs, this.latest?.retryAfterMs ?? 0), LONGEST_PAUSE_MS);
  }
}
