import { expect, test } from '@jest/globals';
import { inTurn } from './ticketQueue.js';

test('a second change of a ticket waits for the first and learns its version', async () => {
  const order: string[] = [];
  let finishFirst = (_version: number) => {};
  const first = inTurn('queue:a', (last) => {
    order.push(`first after ${last}`);
    return new Promise((resolve) => {
      finishFirst = resolve;
    });
  });
  const second = inTurn('queue:a', async (last) => {
    order.push(`second after ${last}`);
    return last + 1;
  });
  await inTurn('queue:b', async (last) => {
    order.push(`another ticket after ${last}`);
    return 1;
  });
  finishFirst(5);
  await Promise.all([first, second]);
  expect(order).toEqual(['first after 0', 'another ticket after 0', 'second after 5']);
});

test('a change that fails leaves the version as it was and the way free', async () => {
  await inTurn('queue:c', async () => 3);
  await expect(inTurn('queue:c', () => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
  await inTurn('queue:c', async (last) => {
    expect(last).toBe(3);
    return 4;
  });
});
