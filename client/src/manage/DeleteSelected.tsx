import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { countTickets } from '../tickets/vocabulary.js';
import { Button } from '../ui/controls/Button.js';
import { ConfirmDialog } from '../ui/overlays/Dialog.js';

interface DeleteSelectedProps {
  count: number;
  onDelete: () => void;
}

/** The last button of the bulk bar. It asks first, because there is no undo. */
export function DeleteSelected({ count, onDelete }: DeleteSelectedProps) {
  const [asking, setAsking] = useState(false);
  const tickets = countTickets(count);
  return (
    <>
      <Button tone="ghost" className="text-danger! [&>svg]:text-danger!" onClick={() => setAsking(true)}>
        <Trash2 size={16} strokeWidth={1.5} aria-hidden />
        <span className="max-rail:sr-only">Delete</span>
      </Button>
      <ConfirmDialog
        title={`Delete ${tickets}?`}
        description="This cannot be undone. Their history is kept."
        keepLabel="Keep"
        confirmLabel={`Delete ${tickets}`}
        confirmIcon={<Trash2 size={14} strokeWidth={1.5} aria-hidden />}
        open={asking}
        onOpenChange={setAsking}
        onConfirm={onDelete}
      />
    </>
  );
}
