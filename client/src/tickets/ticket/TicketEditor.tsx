import type { FragmentType } from '@apollo/client';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { gql } from '../../apollo/gql.js';
import type { TicketEditor_TicketFragmentDoc } from '../../gql/graphql.js';
import { Button } from '../../ui/controls/Button.js';
import { Field, TextArea, TextInput } from '../../ui/controls/Field.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { unlessComposing } from '../../ui/keys.js';
import { useFaultFocus } from '../../ui/useFaultFocus.js';
import { useSeenTicket } from '../changes/useSeenTicket.js';
import { type UpdatableTicket, useUpdateTicket } from '../changes/useUpdateTicket.js';
import { missingWords } from '../missingWords.js';
import { TitleCount } from '../TitleCount.js';
import { type EditDraft, isChanged, useEditDraft } from './editDraft.js';

gql`
  fragment TicketEditor_ticket on Ticket {
    id
    ...useUpdateTicket_ticket
    ...useUpdateTicket_words
  }
`;

interface TicketEditorProps {
  ticket: FragmentType<typeof TicketEditor_TicketFragmentDoc> & UpdatableTicket & { id: string };
  onDone: () => void;
}

/**
 * Title and description as a form. It remembers the ticket as it was when the edit began: news from the server never
 * overwrite what is being typed, and saving tells the server which version the person was looking at. Every keystroke is
 * in the draft; leaving the form, or the page, keeps it.
 */
export function TicketEditor({ ticket, onDone }: TicketEditorProps) {
  const updateTicket = useUpdateTicket();
  const current = useSeenTicket(ticket);
  const { value: draft, write, discard } = useEditDraft(ticket.id);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFaultFocus(form, errors);
  const seen = draft?.seen ?? current;
  if (!seen) return null;
  const { title, description = '' } = draft ?? seen;
  const edit = (words: Partial<EditDraft>) => {
    const next = { title, description, seen, ...words };
    if (isChanged(next)) write(next);
    else discard();
  };

  const save = async () => {
    const missing = missingWords({ title, description });
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setSaving(true);
    const change = { title: title.trim(), description: description.trim() };
    const { saved, faults } = await updateTicket(ticket, change, { seen, ownErrors: true });
    setSaving(false);
    if (saved) {
      discard();
      onDone();
    } else setErrors(Object.fromEntries(faults.map(({ path, message }) => [path[0] ?? 'title', message])));
  };
  const drop = () => {
    discard();
    onDone();
    if (draft) showToast('Changes discarded', { action: { label: 'Undo', keys: 'z', run: () => write(draft) } });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const onKeyDown = unlessComposing((event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save();
    else return;
    event.preventDefault();
  });
  return (
    <form ref={form} className="mb-6 grid grid-cols-[minmax(0,1fr)] gap-4" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <Field label="Title" error={errors.title ?? null} hint={<TitleCount title={title} />}>
        {(control) => (
          <TextInput
            {...control}
            autoFocus
            readOnly={saving}
            value={title}
            onChange={(event) => edit({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Description" error={errors.description ?? null} hint="Markdown">
        {(control) => (
          <TextArea
            {...control}
            className="field-sizing-content max-h-[60vh]"
            readOnly={saving}
            value={description}
            onChange={(event) => edit({ description: event.target.value })}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        {draft && (
          <Button size="lg" tone="ghost" onClick={drop}>
            Discard
          </Button>
        )}
        <Button size="lg" keys="Escape" onClick={onDone}>
          Close
        </Button>
        <Button type="submit" tone="primary" size="lg" keys="mod+enter" disabled={saving}>
          Save
        </Button>
      </div>
    </form>
  );
}
