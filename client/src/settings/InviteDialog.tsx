import type { InviteUserInput, Role } from '../gql/graphql.js';
import { Field, TextInput } from '../ui/controls/Field.js';
import { Select } from '../ui/controls/Select.js';
import { Dialog } from '../ui/overlays/Dialog.js';
import { DialogForm } from './DialogForm.js';

interface InviteDialogProps {
  open: boolean;
  onInvite: (input: InviteUserInput) => Promise<string | null>;
  onClose: () => void;
}

export function InviteDialog({ open, onInvite, onClose }: InviteDialogProps) {
  const invite = (fields: FormData) =>
    onInvite({
      displayName: String(fields.get('displayName')),
      email: String(fields.get('email')),
      role: fields.get('role') as Role,
    });
  return (
    <Dialog
      title="Invite a colleague"
      description="They get a link by e-mail, or you get it to hand over where no mail is set up. It works once, for three days."
      open={open}
      onOpenChange={onClose}
    >
      <DialogForm action="Make invitation" onSubmit={invite} onCancel={onClose}>
        <Field label="Name">{(control) => <TextInput {...control} name="displayName" autoFocus />}</Field>
        <Field label="E-mail">{(control) => <TextInput {...control} name="email" type="email" />}</Field>
        <Field label="Role">
          {(control) => (
            <Select {...control} name="role" defaultValue="AGENT">
              <option value="AGENT">Agent: works on all tickets</option>
              <option value="ADMIN">Administrator: also people, teams, desk tokens, audit</option>
            </Select>
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
