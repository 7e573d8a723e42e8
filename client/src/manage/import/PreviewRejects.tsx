import { formatNumber } from '../../time/time.js';
import type { ImportPreview } from './importPreview.js';
import { RejectsTable } from './RejectsTable.js';

/** The rows that would be left out, and why. */
export function PreviewRejects({ preview: { counts, rejects } }: { preview: ImportPreview }) {
  if (rejects.length === 0) return null;
  return (
    <div className="mt-5">
      <h3 className="mb-2 flex justify-between gap-2">
        <span className="font-medium text-strong">Cannot be imported</span>
        <span className="text-12 text-meta">
          {formatNumber(counts.rejected)} of {formatNumber(counts.rows)}
        </span>
      </h3>
      <RejectsTable rejects={rejects} />
    </div>
  );
}
