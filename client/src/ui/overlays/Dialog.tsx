import { type ReactNode, Suspense } from 'react';
import { lazyPart } from '../lazyPart.js';
import { PartBoundary } from '../PartBoundary.js';

/** Dialogs load when the first one opens: no first paint needs them. */
const LoadedDialog = lazyPart(async () => (await import('./LoadedDialog.js')).LoadedDialog);
const LoadedConfirmDialog = lazyPart(async () => (await import('./LoadedDialog.js')).LoadedConfirmDialog);

export interface DialogProps {
  title: string;
  /** The title names the dialog for screen readers only, when the content shows a heading of its own. */
  hideTitle?: boolean;
  description?: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Fills the screen below 768 px instead of floating. */
  fill?: boolean;
  className?: string;
  children: ReactNode;
}

export function Dialog(props: DialogProps) {
  if (!props.open) return null;
  return (
    <PartBoundary fallback={null} onFail={() => props.onOpenChange(false)}>
      <Suspense fallback={null}>
        <LoadedDialog {...props} />
      </Suspense>
    </PartBoundary>
  );
}

export interface ConfirmDialogProps {
  title: string;
  description: ReactNode;
  /** The harmless choice; focus begins on it. */
  keepLabel: string;
  confirmLabel: string;
  confirmIcon?: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onConfirm: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  if (!props.open) return null;
  return (
    <PartBoundary fallback={null} onFail={() => props.onOpenChange(false)}>
      <Suspense fallback={null}>
        <LoadedConfirmDialog {...props} />
      </Suspense>
    </PartBoundary>
  );
}
