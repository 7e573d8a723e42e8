import type { DataSource } from 'typeorm';
import type { Logger } from '../logger.js';

const intervalMs = 500;

/** Adds the counters' deltas to their cells twice a second; which process does it is the database's business. Answers how to stop. */
export function startFolding(dataSource: DataSource, log: Logger): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let isStopped = false;
  let isFailing = false;
  const fold = async () => {
    try {
      await dataSource.query('select fold_ticket_counts()');
      isFailing = false;
    } catch (error) {
      // Nothing is lost: reads add the deltas themselves, and the next fold takes them all.
      if (!isFailing) log.warn({ err: error }, 'The statistics are not folded at the moment; they stay exact.');
      isFailing = true;
    }
    schedule();
  };
  const schedule = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = fold();
    }, intervalMs);
    timer.unref();
  };
  schedule();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}
