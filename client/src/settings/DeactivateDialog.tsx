import { Field } from '../ui/controls/Field.js';
import { Select } from '../ui/controls/Select.js';
import { Dialog } from '../ui/overlays/Dialog.js';
import { DialogForm } from './DialogForm.js';
import type { ListedPerson } from './PersonLine.js';

interface DeactivateDialogProps {
  /** Null while nobody leaves. */
  person: ListedPerson | null;
  colleagues: readonly ListedPerson[];
  onDeactivate: (person: ListedPerson, handOverToId: string | null) => Promise<string | null>;
  onClose: () => void;
}

export function DeactivateDialog({ person, colleagues, onDeactivate, onClose }: DeactivateDialogProps) {
  if (!person) return null;
  return (
    <Dialog
      title={`Deactivate ${person.displayName}?`}
      description="Signs them out everywhere and stops their tokens. What they wrote keeps its author. They can be reactivated at any time."
      open
      onOpenChange={onClose}
    >
      <DialogForm
        action="Deactivate"
        onSubmit={(fields) => onDeactivate(person, String(fields.get('handOver')) || null)}
        onCancel={onClose}
      >
        <Field label={`Unfinished tickets (${person.openTicketCount}) go to`}>
          {(control) => (
            <Select {...control} name="handOver" defaultValue="">
              <option value="">Nobody</option>
              {colleagues.map(({ id, displayName }) => (
                <option key={id} value={id}>
                  {displayName}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
