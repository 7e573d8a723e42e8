/** Runs one training in a worker thread, so that requests are answered meanwhile. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TrainingResult, TrainingTask } from './retraining.js';

/** @param execArgv Flags for the thread's Node; by default those of this process. */
export async function trainInThread(task: TrainingTask, execArgv = process.execArgv): Promise<TrainingResult> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./training-worker.${extension}`, import.meta.url), { workerData: task, execArgv });
  worker.unref();
  try {
    const [result] = (await once(worker, 'message')) as [TrainingResult];
    return result;
  } finally {
    await worker.terminate();
  }
}
