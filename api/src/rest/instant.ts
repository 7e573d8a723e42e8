const iso = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/**
 * An ISO 8601 date, or date and time, as the instant that both JavaScript and PostgreSQL can hold: in UTC unless it
 * names a zone, of the years 1 to 9999. Null for anything else, and for days that the calendar does not have.
 */
export function parseInstant(text: string): string | null {
  const [, day, time, , , zone] = iso.exec(text) ?? [];
  if (day === undefined || !isCalendarDay(day)) return null;
  const milliseconds = Date.parse(time === undefined || zone ? text : `${text}Z`);
  if (Number.isNaN(milliseconds)) return null;
  const instant = new Date(milliseconds).toISOString();
  return /^\d{4}-/.test(instant) && !instant.startsWith('0000') ? instant : null;
}

/** V8 takes 30 February for 2 March. */
function isCalendarDay(day: string): boolean {
  const milliseconds = Date.parse(day);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(day);
}
