/** Instants as words, through Intl. Formatters are costly to build, so each is built once per zone. */
const locale = 'en-GB';

function perZone(options: Intl.DateTimeFormatOptions) {
  const built = new Map<string, Intl.DateTimeFormat>();
  return (instant: Date | string, timeZone: string): string => {
    const format = built.get(timeZone) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
    built.set(timeZone, format);
    return format.format(new Date(instant));
  };
}

/** "21 Nov 2026, 14:22:05" */
export const formatExact = perZone({ dateStyle: 'medium', timeStyle: 'medium' });
/** "21 Nov, 14:22" */
export const formatMoment = perZone({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
/** "14:22" */
export const formatClock = perZone({ hour: '2-digit', minute: '2-digit' });
/** "21 Nov" */
export const formatDay = perZone({ day: 'numeric', month: 'short' });
/** "21 Nov 2026" */
export const formatDate = perZone({ day: 'numeric', month: 'short', year: 'numeric' });
/** "2026" */
export const formatYear = perZone({ year: 'numeric' });
/** "Saturday 21 November" */
export const formatWeekday = perZone({ weekday: 'long', day: 'numeric', month: 'long' });

export const formatNumber = new Intl.NumberFormat(locale).format;
/** 0.934 as "93%" */
export const formatPercent = new Intl.NumberFormat(locale, { style: 'percent' }).format;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const short = {
  minute: new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'narrow' }),
  hour: new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'narrow' }),
  day: new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'narrow' }),
};

/** How long ago in as few characters as a list column has: "now", "4m", "1h", "6d", then the day, then the day with its year. */
export function formatAge(instant: string, now: number, timeZone: string): string {
  const age = now - Date.parse(instant);
  if (age < MINUTE) return 'now';
  if (age < HOUR) return short.minute.format(Math.floor(age / MINUTE));
  if (age < DAY) return short.hour.format(Math.floor(age / HOUR));
  if (age < 7 * DAY) return short.day.format(Math.floor(age / DAY));
  return age < 300 * DAY ? formatDay(instant, timeZone) : formatDate(instant, timeZone);
}

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** How long ago in a sentence: "4 minutes ago", "yesterday". */
export function formatAgo(instant: string, now: number): string {
  const age = now - Date.parse(instant);
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return relative.format(-Math.floor(age / HOUR), 'hour');
  if (age < 60 * DAY) return relative.format(-Math.floor(age / DAY), 'day');
  return relative.format(-Math.floor(age / (30 * DAY)), 'month');
}

/** A span of time in its two largest units: "18m", "3h 12m", "2d 5h". */
export function formatSpan(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / MINUTE));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [
    days > 0 && short.day.format(days),
    hours > 0 && short.hour.format(hours),
    (rest > 0 || minutes === 0) && short.minute.format(rest),
  ].filter((part) => part !== false);
  return parts.slice(0, 2).join(' ');
}
