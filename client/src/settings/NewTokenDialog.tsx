import type { TokenScope } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { Field, TextInput } from '../ui/controls/Field.js';
import { Select } from '../ui/controls/Select.js';
import { Dialog } from '../ui/overlays/Dialog.js';
import { CheckLine, DialogForm } from './DialogForm.js';
import { allScopes, scopeNames } from './scopes.js';
import { useMakeToken } from './useMakeToken.js';

interface NewTokenDialogProps {
  title: string;
  forDesk: boolean;
  open: boolean;
  onClose: () => void;
  onMade: (secret: string) => void;
}

export function NewTokenDialog({ title, forDesk, open, onClose, onMade }: NewTokenDialogProps) {
  const makeToken = useMakeToken();
  const isAdmin = useSession().user?.role === 'ADMIN';
  const make = async (fields: FormData) => {
    const answer = await makeToken({
      name: String(fields.get('name')),
      scopes: fields.getAll('scope') as TokenScope[],
      expiresInDays: Number(fields.get('days')),
      forDesk,
    });
    if ('fault' in answer) return answer.fault;
    onMade(answer.secret);
    return null;
  };
  return (
    <Dialog title={title} open={open} onOpenChange={onClose} className="overflow-y-auto">
      <DialogForm action="Make token" onSubmit={make} onCancel={onClose}>
        <Field label="Name">{(control) => <TextInput {...control} name="name" maxLength={80} autoFocus />}</Field>
        <fieldset>
          <legend className="mb-1 font-medium">May</legend>
          {allScopes
            .filter((scope) => scope !== 'ADMIN' || isAdmin)
            .map((scope) => (
              <CheckLine
                key={scope}
                name="scope"
                value={scope}
                label={scopeNames[scope].name}
                hint={scopeNames[scope].hint}
                defaultChecked={scope === 'TICKETS_READ'}
              />
            ))}
        </fieldset>
        <Field label="Ends">
          {(control) => (
            <Select {...control} name="days" defaultValue="90">
              <option value="7">in 7 days</option>
              <option value="30">in 30 days</option>
              <option value="90">in 90 days</option>
              <option value="366">in a year</option>
            </Select>
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
