import { TriangleAlert, Upload } from 'lucide-react';
import { useState } from 'react';
import { formatNumber } from '../../time/time.js';
import { Button } from '../../ui/controls/Button.js';
import { cx } from '../../ui/cx.js';
import { Dialog } from '../../ui/overlays/Dialog.js';
import { ScrollRegion } from '../../ui/ScrollRegion.js';
import { columnKey, type ImportMapping, nothingChosen, withColumn, withValue } from './importMapping.js';
import { type ImportPreview, isSampled } from './importPreview.js';
import { PreviewRejects } from './PreviewRejects.js';
import { PreviewTable } from './PreviewTable.js';
import { ReadingChoices } from './ReadingChoices.js';
import { useImportPreview } from './useImportPreview.js';
import { ValueChoices } from './ValueChoices.js';

interface ImportDialogProps {
  file: File;
  onClose: () => void;
  onImport: (mapping: ImportMapping) => void;
}

/** Says what each column and value of a file means, and shows its first rows, before anything is written. */
export function ImportDialog({ file, onClose, onImport }: ImportDialogProps) {
  const [mapping, setMapping] = useState(nothingChosen);
  const { preview, isLoading, error } = useImportPreview(file, mapping);
  const isBad = error !== null || preview === null || preview.problem !== null;
  const ready = preview ? preview.counts.rows - preview.counts.rejected : 0;
  const remark = error ?? (preview && remarkOn(preview, isSampled(file)));
  const change = (next: Partial<ImportMapping>) => setMapping((before) => ({ ...before, ...next }));
  return (
    <Dialog
      title={`Import ${file.name}`}
      fill
      open
      onOpenChange={(open) => !open && onClose()}
      className="flex flex-col p-5 max-rail:p-4 rail:w-[min(1080px,calc(100vw-32px))]"
    >
      <p
        role={isBad && !isLoading ? 'alert' : 'status'}
        className={cx('mt-2 flex items-center gap-2 text-12', isBad && !isLoading ? 'text-danger' : 'text-body')}
      >
        {isBad && !isLoading && <TriangleAlert size={14} strokeWidth={1.5} className="shrink-0" aria-hidden />}
        <span>{remark ?? 'Reading the file…'}</span>
      </p>
      <ScrollRegion label="What the file becomes" className="mt-3 min-h-0 flex-1 overflow-y-auto">
        {preview && (
          <>
            <ReadingChoices mapping={mapping} preview={preview} onChange={change} />
            <div className="grid grid-cols-[minmax(0,1fr)_280px] gap-5 max-rail:grid-cols-1">
              <div>
                <h3 className="mb-2 font-medium text-strong">First rows, as they will be</h3>
                <PreviewTable
                  preview={preview}
                  chosen={preview.columns.map(({ name, field }, index) => {
                    const own = mapping.columns[columnKey(file, name, index)];
                    return own === undefined ? field : own;
                  })}
                  onColumn={(index, field) => {
                    const key = columnKey(file, preview.columns[index]?.name ?? '', index);
                    setMapping((before) => withColumn(before, key, field));
                  }}
                />
                <p className="mt-2 text-12 text-meta">{fillingOf(preview)}</p>
                <PreviewRejects preview={preview} />
              </div>
              <div>
                {preview.values.map((found) => (
                  <ValueChoices
                    key={found.field}
                    found={found}
                    onChoose={(field, value, ours) => setMapping((before) => withValue(before, field, value, ours))}
                  />
                ))}
              </div>
            </div>
          </>
        )}
      </ScrollRegion>
      <div className="mt-4 flex justify-end gap-2 max-rail:[&>*]:h-11 max-rail:[&>*]:flex-1">
        <Button size="lg" onClick={onClose}>
          Cancel
        </Button>
        <Button tone="primary" size="lg" disabled={isBad || isLoading || ready === 0} onClick={() => onImport(mapping)}>
          <Upload size={14} strokeWidth={1.5} aria-hidden />
          {isSampled(file) ? 'Import the file' : `Import ${countRows(ready)}`}
        </Button>
      </div>
    </Dialog>
  );
}

function countRows(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'row' : 'rows'}`;
}

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

function remarkOn({ problem, counts, values }: ImportPreview, sampled: boolean): string {
  if (problem !== null) return problem;
  const unknown = values.flatMap((found) => found.values.filter(({ becomes }) => becomes === null));
  const rows = `${countRows(counts.rows)}${sampled ? ' at the beginning of the file' : ''}`;
  const rejected = counts.rejected > 0 ? `, ${formatNumber(counts.rejected)} of them cannot be taken in like this` : '';
  const words = unknown.slice(0, 3).map(({ value }) => `“${value}”`);
  const named = listed.format(unknown.length > words.length ? [...words, 'others'] : words);
  const choose = words.length > 0 ? ` Choose what ${named} ${words.length === 1 ? 'means' : 'mean'}.` : '';
  return `${rows}${rejected}.${choose}`;
}

/** What is filled in for fields that the file does not have. */
function fillingOf({ columns, preset }: ImportPreview): string {
  const has = (name: string) => columns.some(({ field }) => field === name);
  const guessed = ['category', 'priority'].filter((name) => !has(name));
  return [
    has('title') ? '' : 'Titles are the first sentence of the description.',
    guessed.length > 0 ? `Triage decides ${guessed.join(' and ')}.` : '',
    has('external_id') || preset !== null
      ? ''
      : 'Without an external id, importing the file twice makes every ticket twice.',
  ]
    .filter(Boolean)
    .join(' ');
}
