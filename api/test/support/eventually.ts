import { setTimeout as delay } from 'node:timers/promises';

/** Where nothing tells that it is so by now. */
export async function eventually(isSo: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('It never came to be so.');
    await delay(10);
  }
}
