import { Kbd } from '../ui/controls/Kbd.js';
import { Dialog } from '../ui/overlays/Dialog.js';
import { useActiveShortcuts } from './useShortcuts.js';

interface KeysDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every key that means something on this screen. */
export function KeysDialog({ open, onOpenChange }: KeysDialogProps) {
  const byLabel = Map.groupBy(useActiveShortcuts(), ({ label }) => label);
  return (
    <Dialog title="Keys on this screen" open={open} onOpenChange={onOpenChange}>
      <dl className="mt-3 columns-2 gap-x-6 max-rail:columns-1">
        {[...byLabel].map(([label, shortcuts]) => (
          <div key={label} className="flex h-[30px] break-inside-avoid items-center justify-between text-12 text-body">
            <dt className="first-letter:uppercase">{label}</dt>
            <dd className="flex gap-1.5">
              {shortcuts.map(({ keys }) => (
                <span key={keys}>
                  <span className="sr-only">{keys} </span>
                  <Kbd keys={keys} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
