/** How a figure of this period compares with the one before it, in words. */
import { formatNumber, formatPercent } from '../time/time.js';

export interface Change {
  direction: 'up' | 'down' | 'same';
  amount: string;
  against: string;
  /** Null where neither direction is good or bad news. */
  good: boolean | null;
}

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });

/** `better` says which direction is good news. */
export function compareCounts(now: number, before: number, better: 'up' | null): Change | null {
  if (before === 0) return null;
  const direction = directionOf(now - before);
  return {
    direction,
    amount: direction === 'same' ? 'same' : percent.format(Math.abs(now - before) / before),
    against: `vs ${formatNumber(before)}`,
    good: better === null || direction === 'same' ? null : direction === better,
  };
}

export function compareHours(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  const direction = directionOf(now - before);
  const { value, unit } = inHours(Math.abs(now - before));
  if (direction === 'same' || value === '0') return { direction: 'same', amount: 'same', against: '', good: null };
  const faster = direction === 'down';
  return { direction, amount: `${value} ${unit}`, against: faster ? 'faster' : 'slower', good: faster };
}

function directionOf(difference: number): Change['direction'] {
  return difference > 0 ? 'up' : difference < 0 ? 'down' : 'same';
}

const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format;

/** A time to resolve in the unit people would use: minutes below an hour, days from two on. */
export function inHours(hours: number): { value: string; unit: 'min' | 'h' | 'd' } {
  if (hours < 1) return { value: formatNumber(Math.round(hours * 60)), unit: 'min' };
  if (hours < 48) return { value: oneDecimal(hours), unit: 'h' };
  return { value: oneDecimal(hours / 24), unit: 'd' };
}

/** 0.25 as "25%"; an empty whole has no shares. */
export function share(part: number, whole: number): string {
  return whole > 0 ? formatPercent(part / whole) : '–';
}
