import { type ClipboardEvent, type DragEvent, type ReactNode, useEffect, useState } from 'react';
import { cx } from '../ui/cx.js';

interface FileDropProps {
  onFiles: (files: Iterable<File>) => void;
  className?: string;
  children: ReactNode;
}

const bringsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

/** A browser shows a file that misses its place, and the page with all that was typed is gone. */
function ignoreMissed(event: globalThis.DragEvent): void {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
}

/** Takes files that are dropped on what it surrounds, or pasted into it. Words go on as before. */
export function FileDrop({ onFiles, className, children }: FileDropProps) {
  /** Entering a child comes before leaving its parent, so they are counted. */
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    window.addEventListener('dragover', ignoreMissed);
    window.addEventListener('drop', ignoreMissed);
    return () => {
      window.removeEventListener('dragover', ignoreMissed);
      window.removeEventListener('drop', ignoreMissed);
    };
  }, []);
  const onPaste = (event: ClipboardEvent) => {
    // Office programs put a picture of the words beside the words.
    if (event.clipboardData.files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    onFiles(event.clipboardData.files);
  };
  const onDrop = (event: DragEvent) => {
    setDepth(0);
    if (!bringsFiles(event)) return;
    event.preventDefault();
    onFiles(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside does the same by keyboard.
    <div
      className={cx('relative', className)}
      onPaste={onPaste}
      onDragEnter={(event) => bringsFiles(event) && setDepth(depth + 1)}
      onDragLeave={(event) => bringsFiles(event) && setDepth(Math.max(0, depth - 1))}
      onDragOver={(event) => bringsFiles(event) && event.preventDefault()}
      onDrop={onDrop}
    >
      {children}
      {depth > 0 && (
        <div className="pointer-events-none absolute inset-0 z-10 grid place-items-center rounded-3 border-2 border-dashed border-accent-line bg-accent-soft font-medium text-accent-strong">
          Drop files to attach them
        </div>
      )}
    </div>
  );
}
