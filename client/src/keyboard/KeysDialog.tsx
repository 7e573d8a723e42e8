import { Dialog } from '../ui/Dialog.js';
import { Kbd } from '../ui/Kbd.js';
import { useActiveShortcuts } from './useShortcuts.js';

interface KeysDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every key that means something on this screen. */
export function KeysDialog({ open, onOpenChange }: KeysDialogProps) {
  const shortcuts = useActiveShortcuts();
  return (
    <Dialog title="Keys on this screen" open={open} onOpenChange={onOpenChange}>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 max-rail:grid-cols-1">
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} className="flex h-[30px] items-center justify-between text-12 text-body">
            <dt className="first-letter:uppercase">{label}</dt>
            <dd>
              <span className="sr-only">{keys}</span>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
