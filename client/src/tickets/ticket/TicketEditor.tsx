import type { FragmentType } from '@apollo/client';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { gql } from '../../apollo/gql.js';
import type { TicketEditor_TicketFragmentDoc } from '../../gql/graphql.js';
import { Button } from '../../ui/Button.js';
import { Field, TextArea, TextInput } from '../../ui/Field.js';
import { useSeenTicket } from '../changes/useSeenTicket.js';
import { type UpdatableTicket, useUpdateTicket } from '../changes/useUpdateTicket.js';

gql`
  fragment TicketEditor_ticket on Ticket {
    id
    ...useUpdateTicket_ticket
  }
`;

const TITLE_LIMIT = 200;
/** From here on the counter is worth its ink. */
const TITLE_NEAR_LIMIT = 160;

interface TicketEditorProps {
  ticket: FragmentType<typeof TicketEditor_TicketFragmentDoc> & UpdatableTicket;
  onDone: () => void;
}

/**
 * Title and description as a form. It remembers the ticket as it was when the form opened: news from the server never
 * overwrite what is being typed, and saving tells the server which version the person was looking at.
 */
export function TicketEditor({ ticket, onDone }: TicketEditorProps) {
  const updateTicket = useUpdateTicket();
  const seen = useSeenTicket(ticket);
  const [title, setTitle] = useState(seen?.title ?? '');
  const [description, setDescription] = useState(seen?.description ?? '');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [saving, setSaving] = useState(false);
  if (!seen) return null;

  const save = async () => {
    const missing = {
      ...(!title.trim() && { title: 'A title is needed' }),
      ...(!description.trim() && { description: 'A description is needed' }),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setSaving(true);
    const change = { title: title.trim(), description: description.trim() };
    const { saved, faults } = await updateTicket(ticket, change, { seen, ownErrors: true });
    setSaving(false);
    if (saved) onDone();
    else setErrors(Object.fromEntries(faults.map(({ path, message }) => [path[0] ?? 'title', message])));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save();
    else return;
    event.preventDefault();
  };
  return (
    <form className="mb-6 grid gap-4" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <Field
        label="Title"
        error={errors.title ?? null}
        hint={title.length >= TITLE_NEAR_LIMIT && <span className="digits">{`${title.length} of ${TITLE_LIMIT}`}</span>}
      >
        {(control) => (
          <TextInput
            {...control}
            autoFocus
            maxLength={TITLE_LIMIT}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label="Description" error={errors.description ?? null} hint="Markdown">
        {(control) => (
          <TextArea
            {...control}
            className="field-sizing-content max-h-[60vh]"
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button size="lg" keys="Escape" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" tone="primary" size="lg" keys="mod+enter" disabled={saving}>
          Save
        </Button>
      </div>
    </form>
  );
}
