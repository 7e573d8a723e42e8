import { File, X } from 'lucide-react';
import { IconButton } from '../ui/controls/Button.js';
import { ProgressBar } from '../ui/feedback/ProgressBar.js';
import { formatBytes } from './bytes.js';
import type { SentFile } from './useSendFiles.js';

/** What goes with the next answer: how far each file is, and a way to leave it out. */
export function FileList({ files, onRemove }: { files: readonly SentFile[]; onRemove: (key: string) => void }) {
  if (files.length === 0) return null;
  return (
    <ul aria-label="Files to send" className="flex flex-col gap-1 px-3 pb-2">
      {files.map(({ key, name, size, progress, id, fault }) => (
        <li key={key} className="flex min-w-0 items-center gap-2 rounded-2 border border-line pl-2.5 text-12">
          <File size={14} strokeWidth={1.5} className="flex-none text-meta" aria-hidden />
          <span className="flex min-w-0 grow flex-col py-1.5">
            <span className="flex min-w-0 items-center gap-2">
              <bdi className="cut min-w-0">{name}</bdi>
              <span className="digits flex-none text-meta">{formatBytes(size)}</span>
            </span>
            {fault ? (
              <span role="alert" className="text-danger">
                {fault}
              </span>
            ) : (
              id === null && <ProgressBar label={`Sending ${name}`} value={progress} className="mt-1" />
            )}
          </span>
          <IconButton
            label={`Leave out ${name}`}
            size="lg"
            className="max-rail:size-11"
            icon={<X size={14} strokeWidth={1.5} aria-hidden />}
            onClick={() => onRemove(key)}
          />
        </li>
      ))}
    </ul>
  );
}
