/** Runs one training in a worker thread, so that requests are answered meanwhile. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TrainingResult, TrainingTask } from './retraining.js';

/** @param execArgv Flags for the thread's Node; by default those of this process. */
export async function trainInThread(task: TrainingTask, execArgv = process.execArgv): Promise<TrainingResult> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  // Without an environment, in which `node --watch` asks a worker to put reports of its own among the messages.
  const options = { workerData: task, execArgv, env: {} };
  const worker = new Worker(new URL(`./training-worker.${extension}`, import.meta.url), options);
  worker.unref();
  try {
    const [result] = (await once(worker, 'message')) as [TrainingResult];
    return result;
  } finally {
    await worker.terminate();
  }
}
