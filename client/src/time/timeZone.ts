import { createPreference, usePreference } from '../ui/preference.js';

export const browserTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** Null follows the browser. */
export const timeZonePreference = createPreference<string | null>('timeZone', (stored) =>
  typeof stored === 'string' && isTimeZone(stored) ? stored : null,
);

export function useTimeZone(): string {
  return usePreference(timeZonePreference) ?? browserTimeZone;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
