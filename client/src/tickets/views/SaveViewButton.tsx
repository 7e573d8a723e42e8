import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../ui/controls/Button.js';
import { Field, TextInput } from '../../ui/controls/Field.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { Dialog } from '../../ui/overlays/Dialog.js';
import { useFaultFocus } from '../../ui/useFaultFocus.js';
import { saveView } from './views.js';

/** Keeps the present filters under a name in the sidebar. */
export function SaveViewButton({ query }: { query: string }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useFaultFocus(form, error);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = name.trim();
    if (!trimmed) {
      setError('A view needs a name');
      return;
    }
    saveView({ name: trimmed, query });
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
        description="It is kept in this browser. A view of the same name is replaced."
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
