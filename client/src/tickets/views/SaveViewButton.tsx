import { type FormEvent, useRef, useState } from 'react';
import { useSession } from '../../session/session.js';
import { Button } from '../../ui/controls/Button.js';
import { Field, TextInput } from '../../ui/controls/Field.js';
import { Select } from '../../ui/controls/Select.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { Dialog } from '../../ui/overlays/Dialog.js';
import { useFaultFocus } from '../../ui/useFaultFocus.js';
import { onlyMe, useSaveView, type ViewAudience } from './useSaveView.js';
import { useViews } from './useViews.js';

/** The value of the choice: oneself, everybody, or the id of a team. */
function audienceOf(value: FormDataEntryValue | null): ViewAudience {
  if (value === null || value === 'ME') return onlyMe;
  return value === 'EVERYBODY'
    ? { sharedWith: 'EVERYBODY', teamId: null }
    : { sharedWith: 'TEAM', teamId: String(value) };
}

/** Keeps the present filters under a name in the sidebar. */
export function SaveViewButton({ query }: { query: string }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useFaultFocus(form, error);
  const { user } = useSession();
  const { teams } = useViews();
  const { save: keep } = useSaveView();
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const trimmed = name.trim();
    if (!trimmed) {
      setError('A view needs a name');
      return;
    }
    const audience = audienceOf(new FormData(event.currentTarget).get('audience'));
    if (!(await keep({ name: trimmed, query }, audience))) return;
    showToast(`View “${trimmed}” saved`);
    setName('');
    setOpen(false);
  };
  return (
    <>
      <Button tone="ghost" size="sm" onClick={() => setOpen(true)}>
        Save view
      </Button>
      <Dialog
        title="Save view"
        description={
          user ? 'It is kept with your account.' : 'It is kept in this browser. A view of the same name is replaced.'
        }
        open={open}
        onOpenChange={setOpen}
      >
        <form ref={form} onSubmit={save}>
          <Field label="Name" error={error} className="mt-4">
            {(control) => (
              <TextInput
                {...control}
                maxLength={40}
                value={name}
                onChange={(event) => {
                  setName(event.target.value);
                  setError(null);
                }}
              />
            )}
          </Field>
          {user && (
            <Field label="Who sees it" className="mt-4">
              {(control) => (
                <Select {...control} name="audience" defaultValue="ME">
                  <option value="ME">Only you</option>
                  {teams.map(({ id, name: team }) => (
                    <option key={id} value={id}>
                      {team}
                    </option>
                  ))}
                  <option value="EVERYBODY">Everybody on the team</option>
                </Select>
              )}
            </Field>
          )}
          <div className="mt-5 flex justify-end gap-2">
            <Button size="lg" onClick={() => setOpen(false)}>
              Cancel
            </Button>
            <Button type="submit" tone="primary" size="lg">
              Save
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
