import { expect, test } from '@jest/globals';
import { TicketCategory, TicketPriority, TicketStatus } from '../tickets/fields/ticket-values.js';
import { sampleTickets } from './sample-tickets.js';

const now = Date.parse('2026-03-04T15:30:00Z');
const days = 730;
const samples = (count: number, seed = 1) => [...sampleTickets(count, { days, seed, now })];

test('the same seed gives the same tickets, another gives others', () => {
  expect(samples(50)).toEqual(samples(50));
  expect(samples(50, 2)).not.toEqual(samples(50));
});

test('sample tickets differ, and all kinds occur', () => {
  const tickets = samples(2_000);
  expect(new Set(tickets.map(({ description }) => description)).size).toBeGreaterThan(1_900);
  expect(new Set(tickets.map(({ title }) => title)).size).toBeGreaterThan(600);
  for (const [field, values] of Object.entries({
    category: TicketCategory,
    priority: TicketPriority,
    status: TicketStatus,
  })) {
    const found = new Set(tickets.map((ticket) => ticket[field as 'category' | 'priority' | 'status']));
    expect(found).toEqual(new Set(Object.values(values)));
  }
});

test('no sample has a slot that is not filled', () => {
  expect(samples(5_000).filter(({ title, description }) => /[{}]|undefined/.test(title + description))).toEqual([]);
});

test.each([1, 3, 200, 5_000])('%i samples come in order, up to now, and are done after they came', (count) => {
  const tickets = samples(count);
  const times = tickets.map(({ created_at }) => Date.parse(created_at ?? ''));
  expect(times).toHaveLength(count);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(Math.min(...times)).toBeGreaterThan(now - days * 86_400_000);
  expect(Math.max(...times)).toBeLessThanOrEqual(now);
  for (const { created_at, resolved_at, status } of tickets) {
    const isDone = status === TicketStatus.RESOLVED || status === TicketStatus.CLOSED;
    expect(resolved_at !== null).toBe(isDone);
    if (resolved_at === null || created_at === null) continue;
    expect(resolved_at > created_at && Date.parse(resolved_at) <= now).toBe(true);
  }
});

test('most tickets come on working days', () => {
  const weekend = samples(5_000).filter(({ created_at }) => [0, 6].includes(new Date(created_at ?? '').getUTCDay()));
  expect(weekend.length / 5_000).toBeLessThan(0.2);
});

test('of two months of samples about a fifth is unfinished, and some of that is urgent', () => {
  for (const seed of [1, 2, 3, 4]) {
    const unfinished = [...sampleTickets(200, { days: 60, seed, now })].filter((ticket) => ticket.resolved_at === null);
    const urgent = unfinished.filter(({ priority }) => priority === 'high' || priority === 'critical');
    expect(unfinished.length / 200).toBeGreaterThan(0.14);
    expect(unfinished.length / 200).toBeLessThan(0.27);
    expect(urgent.length).toBeGreaterThanOrEqual(3);
    expect(urgent.filter(({ priority }) => priority === 'critical').length).toBeGreaterThanOrEqual(1);
  }
});
