import type { DataSource } from 'typeorm';
import type { Logger } from '../logger.js';

export type ScheduledTask = {
  /** The same in every process and version. */
  readonly name: string;
  readonly intervalMs: number;
  work(): Promise<void>;
};

/** Has the work done once per interval by one process of all that share the database. Answers how to stop. */
export function schedule(dataSource: DataSource, task: ScheduledTask, log: Logger): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const run = () =>
    runIfDue(dataSource, task).catch((error: unknown) =>
      log.warn({ err: error }, `The task "${task.name}" failed; it is tried again when it is next due.`),
    );
  const timer = setInterval(() => {
    running = running.then(run);
  }, task.intervalMs).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** Does the work unless somebody has begun it within the interval. Answers whether it did. */
export async function runIfDue(dataSource: DataSource, { name, intervalMs, work }: ScheduledTask): Promise<boolean> {
  // The timers of all processes tick at times of their own; one that is a little early is not refused.
  const claimed = await dataSource.query<unknown[]>(
    `insert into scheduled_task as task (name, last_begun) values ($1, now())
     on conflict (name) do update set last_begun = now()
     where task.last_begun <= now() - $2 * interval '0.9 milliseconds'
     returning name`,
    [name, intervalMs],
  );
  if (claimed.length === 0) return false;
  await work();
  return true;
}
