/** A moment by its parts, as files write them, turned into an instant. */
import { parseInstant } from '../../database/instant.js';

export type Moment = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  /** Digits behind the second's point. */
  readonly fraction?: string | undefined;
  /** `AM` or `PM`, however written. */
  readonly half?: string | undefined;
  /** `Z`, `UTC`, `GMT` or an offset; UTC where there is none. */
  readonly zone?: string | undefined;
};

/** Null for what the calendar and the clock do not have. */
export function instantOf(moment: Moment): string | null {
  const hour = hourOf(moment);
  if (hour === null) return null;
  const { minute = '0', second = '0', fraction = '0', zone = 'Z' } = moment;
  const day = `${padded(moment.year, 4)}-${padded(moment.month, 2)}-${padded(moment.day, 2)}`;
  const time = `${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}.${fraction.slice(0, 9)}`;
  return parseInstant(`${day}T${time}${/^[+-]/.test(zone) ? zone : 'Z'}`);
}

/** The nearest such year that is not far ahead: 70 and more are of the last century. */
export function twoDigitYear(text: string): number {
  return Number(text) + (Number(text) >= 70 ? 1900 : 2000);
}

function hourOf({ hour = '0', half }: Moment): number | null {
  const number = Number(hour);
  if (half === undefined) return number;
  if (number < 1 || number > 12) return null;
  return (number % 12) + (/^p/i.test(half) ? 12 : 0);
}

function padded(value: number | string, length: number): string {
  return String(value).padStart(length, '0');
}
