/**
 * When sample tickets come and how long they take: more of them every month, few at weekends and at night, urgent ones
 * done first. Times count back from `now`, in UTC.
 */
import type { TicketPriority } from '../tickets/fields/ticket-values.js';
import type { Random } from './random.js';

const dayMs = 86_400_000;

/** How much comes in, as weights; by the day of the week, Sunday first. */
const weekdays = [0.25, 1.15, 1.05, 1, 1, 0.9, 0.35];

/** By the hour of the day. */
const hours = [2, 1, 1, 1, 1, 2, 4, 8, 14, 18, 18, 16, 12, 14, 17, 16, 14, 11, 8, 6, 5, 4, 3, 2];

/** Typical hours until a ticket is done. */
const hoursToResolve = { low: 160, medium: 60, high: 18, critical: 4 } as const satisfies Record<
  TicketPriority,
  number
>;

/** Some tickets wait for somebody, whatever their priority: without them no backlog would be worth a look. */
const stuckShare = 0.2;
const stuckFactor = 20;

/** `count` moments of the last `days` days, in order; one day at a time, so that any number takes no memory. */
export function* arrivals(count: number, days: number, now: number, random: Random): Generator<number> {
  const today = Math.floor(now / dayMs) * dayMs;
  const weights = Array.from({ length: days }, (_, index) =>
    weightOf(today - (days - 1 - index) * dayMs, index / days),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  let told = 0;
  for (const [index, weight] of weights.entries()) {
    passed += weight;
    const due = index === days - 1 ? count : Math.round((count * passed) / total);
    const start = today - (days - 1 - index) * dayMs;
    const times = Array.from({ length: due - told }, () => start + timeOfDay(random));
    // What would be later than now came at some time of the day so far.
    yield* times.map((time) => (time > now ? start + random.next() * (now - start) : time)).sort((a, b) => a - b);
    told = due;
  }
}

/** How long a ticket takes, in milliseconds: mostly near what is typical for its priority, now and then many times that. */
export function timeToResolve(priority: TicketPriority, random: Random): number {
  const patience = random.chance(stuckShare) ? stuckFactor : 1;
  return hoursToResolve[priority] * Math.exp(random.normal()) * patience * 3_600_000;
}

function weightOf(day: number, progress: number): number {
  return (weekdays[new Date(day).getUTCDay()] ?? 1) * (0.5 + progress);
}

function timeOfDay(random: Random): number {
  return (Number(random.pickWeighted(hoursByName)) + random.next()) * 3_600_000;
}

const hoursByName: Record<string, number> = Object.fromEntries(hours.entries());
