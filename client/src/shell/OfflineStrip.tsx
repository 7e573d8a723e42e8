import { CloudOff } from 'lucide-react';
import { connectionStore } from '../apollo/connection.js';
import { formatClock } from '../time/time.js';
import { useTimeZone } from '../time/timeZone.js';
import { useStore } from '../ui/store.js';

/** Says once, quietly, that the server cannot be reached; gone as soon as anything answers. */
export function OfflineStrip() {
  const lostAt = useStore(connectionStore);
  const timeZone = useTimeZone();
  return (
    <div role="status">
      {lostAt !== null && (
        <p className="flex h-[34px] items-center gap-2 border-b border-warn-line bg-warn-soft px-4 text-12 whitespace-nowrap text-body">
          <CloudOff size={16} strokeWidth={1.5} className="text-warn" aria-hidden />
          <span className="cut">
            <b className="font-medium text-strong">Offline.</b> Showing what was loaded at{' '}
            {formatClock(new Date(lostAt), timeZone)}.
          </span>
        </p>
      )}
    </div>
  );
}
