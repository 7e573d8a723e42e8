/** The rows of the inbox: tickets, with a heading where a new day begins when they are in order of creation. */
import { dateIn, dayOf } from '../../time/calendar.js';
import { DAY, formatWeekday } from '../../time/time.js';

export type ListItem<T> =
  | { kind: 'day'; key: string; label: string; count: number | null }
  | { kind: 'ticket'; key: string; ticket: T };

interface Dated {
  id: string;
  createdAt: string;
}

/** `complete` says that no further page follows, so that the last day's count is its count. */
export function groupByDay<T extends Dated>(
  tickets: readonly T[],
  { now, timeZone, complete }: { now: number; timeZone: string; complete: boolean },
): ListItem<T>[] {
  const items: ListItem<T>[] = [];
  let heading: (ListItem<T> & { kind: 'day' }) | null = null;
  let day = { from: new Date(0), to: new Date(0) };
  let count = 0;
  for (const ticket of tickets) {
    const created = Date.parse(ticket.createdAt);
    if (!heading || created < day.from.getTime() || created >= day.to.getTime()) {
      if (heading) heading.count = count;
      day = dayOf(created, timeZone);
      heading = {
        kind: 'day',
        key: `day:${day.from.toISOString()}`,
        label: dayName(created, now, timeZone),
        count: null,
      };
      items.push(heading);
      count = 0;
    }
    count += 1;
    items.push({ kind: 'ticket', key: ticket.id, ticket });
  }
  if (heading && complete) heading.count = count;
  return items;
}

export function ungrouped<T extends Dated>(tickets: readonly T[]): ListItem<T>[] {
  return tickets.map((ticket) => ({ kind: 'ticket', key: ticket.id, ticket }));
}

function dayName(instant: number, now: number, timeZone: string): string {
  const date = dateIn(instant, timeZone);
  if (date === dateIn(now, timeZone)) return 'Today';
  if (date === dateIn(now - DAY, timeZone)) return 'Yesterday';
  const weekday = formatWeekday(new Date(instant), timeZone);
  return date.slice(0, 4) === dateIn(now, timeZone).slice(0, 4) ? weekday : `${weekday} ${date.slice(0, 4)}`;
}
