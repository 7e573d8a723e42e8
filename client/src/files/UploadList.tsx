import { File as FileIcon, RotateCcw, TriangleAlert, X } from 'lucide-react';
import { IconButton } from '../ui/controls/Button.js';
import { cx } from '../ui/cx.js';
import { ProgressBar } from '../ui/feedback/ProgressBar.js';
import { describeSize } from './describeSize.js';
import type { Upload, Uploads } from './uploads.js';

interface UploadListProps {
  uploads: Uploads;
  items: readonly Upload[];
  className?: string;
}

/** What is attached to what is being written: how far each file is, and what can be done about it. */
export function UploadList({ uploads, items, className }: UploadListProps) {
  const sent = items.filter(({ state }) => state === 'sent').length;
  return (
    <>
      <span role="status" className="sr-only">
        {items.length > 0 ? `${sent} of ${items.length} files attached` : ''}
      </span>
      {items.length > 0 && (
        <ul aria-label="Attached files" className={cx('grid max-h-[30vh] gap-1 overflow-y-auto', className)}>
          {items.map((item) => (
            <li
              key={item.key}
              className="flex min-h-8 min-w-0 items-center gap-2 rounded-2 border border-line bg-surface pl-2 text-12"
            >
              {item.state === 'failed' ? (
                <TriangleAlert size={14} strokeWidth={1.5} className="flex-none text-danger" aria-hidden />
              ) : (
                <FileIcon size={14} strokeWidth={1.5} className="flex-none text-meta" aria-hidden />
              )}
              <bdi className="cut min-w-12 text-strong">{item.name}</bdi>
              <span className="flex-none text-meta">{describeSize(item.size)}</span>
              {item.state === 'sending' && (
                <ProgressBar label={`Uploading ${item.name}`} value={item.progress} className="min-w-8 flex-1" />
              )}
              {item.state === 'failed' && (
                <span role="alert" className="min-w-0 py-1 text-danger">
                  {item.problem}
                </span>
              )}
              <span className="ml-auto flex flex-none">
                {item.state === 'failed' && item.canRetry && (
                  <IconButton
                    label={`Retry ${item.name}`}
                    icon={<RotateCcw size={14} strokeWidth={1.5} aria-hidden />}
                    onClick={() => uploads.retry(item.key)}
                  />
                )}
                <IconButton
                  label={`Remove ${item.name}`}
                  icon={<X size={14} strokeWidth={1.5} aria-hidden />}
                  onClick={() => uploads.remove(item.key)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
