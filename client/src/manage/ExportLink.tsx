import { Download } from 'lucide-react';
import { apiUrl } from '../apollo/apiUrl.js';
import type { TicketFilters } from '../tickets/filters/ticketFilters.js';
import { useNow } from '../time/Time.js';
import { useTimeZone } from '../time/timeZone.js';
import { buttonClass } from '../ui/controls/Button.js';
import { cx } from '../ui/cx.js';
import { exportPath } from './exportPath.js';

/** A plain link, so that the browser saves the stream to a file as it comes. */
export function ExportLink({ filters }: { filters: TicketFilters }) {
  const timeZone = useTimeZone();
  const path = exportPath(filters, useNow(), timeZone);
  return (
    <a
      href={path === null ? undefined : apiUrl + path}
      download
      aria-disabled={path === null}
      title={path === null ? 'The export cannot narrow by triage or by the time of resolution' : undefined}
      className={cx(buttonClass(), 'max-rail:w-9')}
    >
      <Download size={14} strokeWidth={1.5} aria-hidden />
      <span className="max-rail:sr-only">Export CSV</span>
    </a>
  );
}
