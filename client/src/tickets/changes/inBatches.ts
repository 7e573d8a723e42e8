/** Work on many tickets, as many at a time as the server takes, with one message that says how far it is. */

import { limits } from '../../gql/limits.js';
import { formatNumber } from '../../time/time.js';
import { changeToast, dismissToast, showToast } from '../../ui/feedback/toasts.js';

const BATCH = limits.ticketsPerChange;

/** One after the other: a desk that others use meanwhile stays quick. Rejects with what the first failing batch threw. */
export async function inBatches(
  ids: readonly string[],
  verb: string,
  work: (batch: readonly string[]) => Promise<void>,
): Promise<void> {
  const isLong = ids.length > BATCH;
  const sentence = (done: number) => `${verb} ${formatNumber(done)} of ${formatNumber(ids.length)} tickets`;
  const toast = isLong ? showToast(sentence(0), { progress: 0 }) : null;
  try {
    for (let done = 0; done < ids.length; done += BATCH) {
      if (toast !== null) changeToast(toast, sentence(done), { progress: done / ids.length });
      await work(ids.slice(done, done + BATCH));
    }
  } finally {
    if (toast !== null) dismissToast(toast);
  }
}
