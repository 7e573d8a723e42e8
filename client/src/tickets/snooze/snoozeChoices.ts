/** How long a ticket may rest, in the words of the menu. Days begin at nine, where the person's clock says. */
import { dateIn, hourInDays } from '../../time/calendar.js';
import { DAY } from '../../time/time.js';

/** The end of a rest, or null where only an answer ends it. */
export interface SnoozeChoice {
  name: string;
  until: string | null;
}

const MORNING = 9;
const HOUR = 60 * 60 * 1000;

export function snoozeChoices(now: number, timeZone: string): SnoozeChoice[] {
  const weekday = new Date(`${dateIn(now, timeZone)}T00:00:00Z`).getUTCDay();
  const morningIn = (days: number) => hourInDays(MORNING, days, now, timeZone).toISOString();
  return [
    { name: 'Until they answer', until: null },
    { name: 'For 3 hours', until: new Date(now + 3 * HOUR).toISOString() },
    { name: 'Until tomorrow', until: morningIn(1) },
    // On a Monday the next one is meant, a week away.
    { name: 'Until Monday', until: morningIn((8 - weekday) % 7 || 7) },
    { name: 'For a week', until: morningIn(7) },
    { name: 'For 30 days', until: new Date(now + 30 * DAY).toISOString() },
  ];
}
