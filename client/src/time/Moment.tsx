import { cx } from '../ui/cx.js';
import { dateIn } from './calendar.js';
import { useNow } from './Time.js';
import { formatClock, formatExact, formatMoment } from './time.js';
import { useTimeZone } from './timeZone.js';

/** When something happened: the clock for today, otherwise the day too; the exact time on hover. */
export function Moment({ instant, className }: { instant: string; className?: string }) {
  const timeZone = useTimeZone();
  const isToday = dateIn(Date.parse(instant), timeZone) === dateIn(useNow(), timeZone);
  return (
    <time
      dateTime={instant}
      title={formatExact(instant, timeZone)}
      className={cx('digits text-12 whitespace-nowrap text-meta', className)}
    >
      {isToday ? formatClock(instant, timeZone) : formatMoment(instant, timeZone)}
    </time>
  );
}
