import { Dialog } from '../ui/overlays/Dialog.js';
import { TicketForm } from './TicketForm.js';

interface NewTicketDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The same form from anywhere. Closing keeps the draft. */
export function NewTicketDialog({ open, onOpenChange }: NewTicketDialogProps) {
  return (
    <Dialog
      title="New ticket"
      open={open}
      onOpenChange={onOpenChange}
      fill
      className="w-[min(640px,100vw)] overflow-y-auto p-5"
    >
      <div className="mt-4">
        <TicketForm onDone={() => onOpenChange(false)} />
      </div>
    </Dialog>
  );
}
