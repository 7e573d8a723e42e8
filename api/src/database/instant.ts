const iso =
  /^(?<day>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/**
 * An ISO 8601 date, or date and time, as an instant that both JavaScript and PostgreSQL can hold: in UTC unless it
 * names a zone, of the years 1 to 9999. Null for anything else, and for days that the calendar does not have.
 */
export function parseInstant(text: string): string | null {
  const { day, time = '00:00', zone = 'Z' } = iso.exec(text)?.groups ?? {};
  if (day === undefined || !isCalendarDay(day)) return null;
  const milliseconds = Date.parse(`${day}T${time}${zone === 'Z' ? zone : withMinutes(zone)}`);
  if (Number.isNaN(milliseconds)) return null;
  const instant = new Date(milliseconds).toISOString();
  return /^\d{4}-/.test(instant) && !instant.startsWith('0000') ? instant : null;
}

/** V8 takes 30 February for 2 March. */
function isCalendarDay(day: string): boolean {
  const milliseconds = Date.parse(day);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(day);
}

/** `+01`, `+0100` and `+01:00` are the same zone; JavaScript knows the last. */
function withMinutes(zone: string): string {
  return `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
}
