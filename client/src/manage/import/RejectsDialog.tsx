import { Download } from 'lucide-react';
import { formatNumber } from '../../time/time.js';
import { Button } from '../../ui/controls/Button.js';
import { Dialog } from '../../ui/overlays/Dialog.js';
import { ScrollRegion } from '../../ui/ScrollRegion.js';
import { type ImportReport, mendableFile } from './importReport.js';
import { RejectsTable } from './RejectsTable.js';

interface RejectsDialogProps {
  report: ImportReport;
  fileName: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Which rows did not make it, and why, by their line in the file; and the rows themselves, to be mended. */
export function RejectsDialog({ report, fileName, open, onOpenChange }: RejectsDialogProps) {
  const { rejected, rejects } = report;
  const more = rejected - rejects.length;
  const mendable = mendableFile(report, fileName);
  return (
    <Dialog
      title={`${formatNumber(rejected)} ${rejected === 1 ? 'row' : 'rows'} of ${fileName} rejected`}
      description="All other rows are in. Save these, correct them and import them again."
      open={open}
      onOpenChange={onOpenChange}
      className="flex w-[min(560px,calc(100vw-32px))]! flex-col"
    >
      <ScrollRegion label="Rejected rows" className="mt-4 min-h-0 overflow-y-auto">
        <RejectsTable rejects={rejects} />
        {more > 0 && <p className="pt-2 text-12 text-meta">and {formatNumber(more)} more.</p>}
      </ScrollRegion>
      {mendable && (
        <div className="mt-4 flex items-center justify-end gap-3">
          {mendable.rows < rejected && (
            <span className="text-12 text-meta">
              {formatNumber(mendable.rows)} of {formatNumber(rejected)} rows fit the report.
            </span>
          )}
          <Button size="lg" onClick={() => save(mendable.name, mendable.text)}>
            <Download size={14} strokeWidth={1.5} aria-hidden />
            Save rejected rows
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
