import { formatNumber } from '../time/time.js';
import { Dialog } from '../ui/overlays/Dialog.js';
import type { ImportReport } from './importReport.js';

interface RejectsDialogProps {
  report: ImportReport;
  fileName: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Which rows did not make it, and why, by their line in the file. */
export function RejectsDialog({ report, fileName, open, onOpenChange }: RejectsDialogProps) {
  const { rejected, rejects } = report;
  const more = rejected - rejects.length;
  return (
    <Dialog
      title={`${formatNumber(rejected)} ${rejected === 1 ? 'row' : 'rows'} of ${fileName} rejected`}
      description="All other rows are in. Correct these and import them again."
      open={open}
      onOpenChange={onOpenChange}
      className="flex w-[min(560px,calc(100vw-32px))]! flex-col"
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="mt-4 min-h-0 overflow-y-auto" tabIndex={0} aria-label="Rejected rows">
        <table className="w-full text-12">
          <thead className="text-left text-11 text-meta">
            <tr>
              <th className="w-16 font-normal">Line</th>
              <th className="font-normal">Reason</th>
            </tr>
          </thead>
          <tbody>
            {rejects.map(({ line, reason }) => (
              <tr key={line} className="border-t border-hair align-top">
                <td className="digits py-1 text-meta">{formatNumber(line)}</td>
                <td className="py-1 break-words">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p className="pt-2 text-12 text-meta">and {formatNumber(more)} more.</p>}
      </section>
    </Dialog>
  );
}
