import { setTimeout as setTimeoutAsync } from 'node:timers/promises';

/** All rings within this time are one run. */
const gatherMs = 20;

/** Work of this process that is done soon after somebody rings: once for all rings meanwhile, one run after the other. */
export class GatheredWork {
  #isStopped = false;
  #isDue = false;
  #working: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly onFail: (error: unknown) => void,
  ) {}

  ring(): void {
    if (this.#isStopped || this.#isDue) return;
    this.#isDue = true;
    this.#working = this.#working
      .then(() => setTimeoutAsync(gatherMs, undefined, { ref: false }))
      .then(async () => {
        this.#isDue = false;
        if (!this.#isStopped) await this.work();
      })
      .catch(this.onFail);
  }

  /** Begins nothing more, and waits for what runs. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#working;
  }
}
