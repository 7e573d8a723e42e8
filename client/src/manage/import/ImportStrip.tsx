import { X } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { formatNumber } from '../../time/time.js';
import { Button, IconButton } from '../../ui/controls/Button.js';
import { cx } from '../../ui/cx.js';
import { ProgressBar } from '../../ui/feedback/ProgressBar.js';
import type { ImportState } from './importStore.js';
import { cancelImport, dismissImport, importStore } from './importStore.js';
import { RejectsDialog } from './RejectsDialog.js';

/** The import under way, and what became of it, in one line above the table. */
export function ImportStrip() {
  const state = useSyncExternalStore(importStore.subscribe, importStore.read);
  const [asking, setAsking] = useState(false);
  if (!state) return null;
  const { fileName, fraction, report, phase } = state;
  const running = phase === 'running';
  return (
    <section
      aria-label="Import"
      className="flex h-9 flex-none items-center gap-3 border-b border-hair px-4 text-12 whitespace-nowrap text-body"
    >
      <span className="cut max-w-64 min-w-0">{running ? `Importing ${fileName}` : fileName}</span>
      {running && (
        <ProgressBar
          label={`Import of ${fileName}`}
          value={fraction}
          className="w-40 max-rail:w-auto max-rail:flex-1"
        />
      )}
      <span role="status" className={cx('cut digits', isBad(state) && 'font-medium text-danger')}>
        {outcomeOf(state)}
      </span>
      {report.rejects.length > 0 && (
        <Button tone="ghost" size="sm" className="text-accent!" onClick={() => setAsking(true)}>
          See why
        </Button>
      )}
      <span className="grow" />
      <IconButton
        label={running ? 'Cancel import' : 'Dismiss'}
        size="sm"
        icon={<X size={14} strokeWidth={1.5} aria-hidden />}
        onClick={running ? cancelImport : dismissImport}
      />
      <RejectsDialog report={report} fileName={fileName} open={asking} onOpenChange={setAsking} />
    </section>
  );
}

/** Also an import that ended well and brought nothing. */
function isBad({ phase, report }: ImportState): boolean {
  return phase === 'failed' || (phase === 'done' && report.imported + report.duplicates === 0);
}

function outcomeOf({ phase, report, message }: ImportState): string {
  const known = report.duplicates > 0 ? `, ${formatNumber(report.duplicates)} known already` : '';
  const counts = `${formatNumber(report.imported)} imported${known}, ${formatNumber(report.rejected)} rejected`;
  if (phase === 'failed') return `${message} So far: ${counts}`;
  if (phase === 'stopped') return `Stopped. Rows already imported are kept: ${counts}`;
  return counts;
}
