/** Lets triage learn by itself when there is something to learn: asked once a minute on every process, of which one does it. */
import type { Logger } from '../../logger.js';
import type { Retraining } from './retraining.js';

const INTERVAL_MS = 60_000;

export class TriageUpkeep {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly retraining: Retraining,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.run());
    }, INTERVAL_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      await this.retraining.runWhenDue();
    } catch (error) {
      this.log.warn({ err: error }, 'Triage could not learn; it is tried again in a minute.');
    }
  }
}
