/**
 * What triage does by itself once a minute, on every process: forget what has served its time, and learn when there is
 * something to learn. Both are safe to run on several processes at once.
 */
import type { DataSource } from 'typeorm';
import type { TriageLog } from './llm/model-circuit.js';
import type { Retraining } from './retraining.js';

const INTERVAL_MS = 60_000;

export class TriageUpkeep {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly retraining: Retraining,
    private readonly log: TriageLog,
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
      await this.forget();
      await this.retraining.runWhenDue();
    } catch (error) {
      this.log.warn({ err: error }, "Triage's upkeep failed; it is tried again in a minute.");
    }
  }

  /** Suggestions that nobody used for a day, answers of the model older than a month, and the counts of past days. */
  async forget(): Promise<void> {
    await this.dataSource.query(
      `delete from triage_suggestion
       where category_outcome = 'pending' and priority_outcome = 'pending' and created_at < now() - interval '1 day'`,
    );
    await this.dataSource.query(`delete from triage_model_answer where created_at < now() - interval '30 days'`);
    await this.dataSource.query(`delete from triage_model_call where day < (now() at time zone 'utc')::date - 1`);
  }
}
