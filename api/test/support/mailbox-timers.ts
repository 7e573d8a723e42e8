/** The mailbox server of these tests keeps a timer of half an hour for each cut connection, and with it the process. */
import { afterAll, beforeAll } from '@jest/globals';

const longMs = 60_000;

export function letLongTimersGo(): void {
  const later = globalThis.setTimeout;
  beforeAll(() => {
    const patient = (work: () => void, ms?: number) => {
      const timer = later(work, ms);
      return ms !== undefined && ms > longMs ? timer.unref() : timer;
    };
    globalThis.setTimeout = patient as typeof setTimeout;
  });
  afterAll(() => {
    globalThis.setTimeout = later;
  });
}
