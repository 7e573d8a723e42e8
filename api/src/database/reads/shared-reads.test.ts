import { expect, test } from '@jest/globals';
import { SharedReads } from './shared-reads.js';

/** A read that is sent, and answered, when the test says so. */
function reads() {
  const shared = new SharedReads<string>();
  const begun: { send(): void; answer(rows: string): void; fail(error: Error): void }[] = [];
  const join = (key: string) =>
    shared.join(key, (sent) => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      begun.push({ send: sent, answer: resolve, fail: reject });
      return promise;
    });
  return { join, begun };
}

test('equal reads that wait are answered by one', async () => {
  const { join, begun } = reads();
  const answers = [join('a'), join('b'), join('a')];
  expect(begun).toHaveLength(2);
  begun[0]?.answer('rows of a');
  begun[1]?.answer('rows of b');
  expect(await Promise.all(answers)).toEqual(['rows of a', 'rows of b', 'rows of a']);
});

test('who comes after a read was sent gets one of their own', async () => {
  const { join, begun } = reads();
  const early = join('a');
  begun[0]?.send();
  const late = join('a');
  const later = join('a');
  expect(begun).toHaveLength(2);
  begun[0]?.answer('before');
  begun[1]?.answer('after');
  expect(await Promise.all([early, late, later])).toEqual(['before', 'after', 'after']);
});

test('a read that fails before it is sent fails all who wait for it, and nobody after them', async () => {
  const { join, begun } = reads();
  const answers = [join('a'), join('a')];
  begun[0]?.fail(new Error('No connection could be had.'));
  expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = join('a');
  begun[1]?.answer('again');
  expect(await next).toBe('again');
});
