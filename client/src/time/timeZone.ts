import { createPreference, usePreference } from '../ui/preference.js';

/** "+02:00", "+0200", "UTC+2" and "GMT+2" are two hours east of Greenwich; "Etc/GMT+2" is an IANA name, and west of it. */
const offset = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?$/i;

/** As `Intl` takes it; null for one that it refuses. */
export function knownTimeZone(name: string): string | null {
  const [, sign, hours = '', minutes = '00'] = offset.exec(name) ?? [];
  const zone = sign ? `${sign}${hours.padStart(2, '0')}:${minutes}` : name;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}

function browserSays(): string | undefined {
  try {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const reported = browserSays();
const known = reported === undefined ? null : knownTimeZone(reported);

/** Where nobody knows what the browser's zone means, times are shown in UTC. */
export const browserTimeZone = known ?? 'UTC';

/** What the browser calls its zone, where that counts as UTC; null where it is a zone. */
export const unknownBrowserTimeZone = known === null ? (reported ?? 'none') : null;

/** Null follows the browser. */
export const timeZonePreference = createPreference<string | null>('timeZone', (stored) =>
  typeof stored === 'string' ? knownTimeZone(stored) : null,
);

export function useTimeZone(): string {
  return usePreference(timeZonePreference) ?? browserTimeZone;
}
