import { describe, expect, test } from '@jest/globals';
import { advance, emptyQueue, type QueuedTicket, type QueueStep, type TriageQueue } from './queue.js';

const ticket = (number: number, priority: QueuedTicket['priority'] = 'LOW'): QueuedTicket => ({
  id: `t${number}`,
  number,
  priority,
});
const loaded = (...tickets: QueuedTicket[]): QueueStep => ({ type: 'loaded', tickets, total: tickets.length });
const decided: QueueStep = { type: 'decided', kind: 'accepted', words: 'accepted' };
const run = (...steps: QueueStep[]) => steps.reduce(advance, emptyQueue);
const numbers = ({ items }: TriageQueue) => items.map(({ number }) => number);
const current = ({ items, index }: TriageQueue) => items[index]?.number;

describe('the triage queue', () => {
  const three = loaded(ticket(1, 'CRITICAL'), ticket(2), ticket(3));

  test('brings the next ticket after each decision, and ends', () => {
    expect(current(run(three))).toBe(1);
    expect(current(run(three, decided))).toBe(2);
    const end = run(three, decided, decided, decided);
    expect([current(end), end.decided.length, end.beyond]).toEqual([undefined, 3, 0]);
  });

  test('takes decisions back from the last to the first, each to where it stood', () => {
    const two = run(three, decided, { type: 'moved', by: 1 }, decided);
    expect([numbers(two), current(two)]).toEqual([[2], undefined]);
    const one = advance(two, { type: 'undone' });
    expect([numbers(one), current(one)]).toEqual([[2, 3], 3]);
    const none = advance(one, { type: 'undone' });
    expect([numbers(none), current(none), none.decided]).toEqual([[1, 2, 3], 1, []]);
    expect(advance(none, { type: 'undone' })).toEqual(none);
  });

  test('puts what is new behind the ticket on screen, the most urgent first', () => {
    const queue = run(
      three,
      { type: 'moved', by: 1 },
      loaded(ticket(5, 'CRITICAL'), ticket(1, 'CRITICAL'), ticket(2), ticket(3), ticket(4)),
    );
    expect([numbers(queue), current(queue)]).toEqual([[1, 2, 5, 3, 4], 2]);
  });

  test('does not bring back what was decided while the desk was asked', () => {
    expect(numbers(run(three, decided, three))).toEqual([2, 3]);
  });

  test('drops what a colleague has decided, but not what is on screen', () => {
    expect(numbers(run(three, loaded(ticket(3))))).toEqual([1, 3]);
  });

  test('knows how many more there are', () => {
    const queue = run({ type: 'loaded', tickets: [ticket(1), ticket(2)], total: 12 });
    expect(queue.beyond).toBe(10);
    expect(advance(queue, decided).beyond).toBe(10);
  });

  test('shows again what the desk refused, and drops what stands', () => {
    expect(current(run(three, decided, { type: 'refused', id: 't1' }))).toBe(1);
    expect(numbers(run(three, decided, { type: 'undone' }, { type: 'stands', id: 't1' }))).toEqual([2, 3]);
  });

  test('stays within its ends', () => {
    expect(run(three, { type: 'moved', by: -1 }).index).toBe(0);
    expect(run(three, { type: 'moved', by: 9 }).index).toBe(3);
  });
});
