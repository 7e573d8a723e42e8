import { useRef, useState } from 'react';
import type { SaveCannedReplyInput, TicketStatus, ViewSharing } from '../../gql/graphql.js';
import { statuses, statusNames } from '../../tickets/vocabulary.js';
import { Button } from '../../ui/controls/Button.js';
import { Field, TextArea, TextInput } from '../../ui/controls/Field.js';
import { Select } from '../../ui/controls/Select.js';
import { Dialog } from '../../ui/overlays/Dialog.js';
import { DialogForm } from '../DialogForm.js';
import type { ListedCannedReply } from './CannedRepliesPage.js';
import { placeholders, previewOf } from './placeholders.js';

interface CannedReplyDialogProps {
  /** Null for one that is being made. */
  canned: ListedCannedReply | null;
  /** With whom it can be shared; null where the person only has own ones. */
  sharing: { isOwnPossible: boolean; teams: readonly { id: string; name: string }[] } | null;
  onSave: (input: SaveCannedReplyInput) => Promise<string | null>;
  onClose: () => void;
}

/** Words for many tickets, with what each ticket fills in, and how they read then. */
export function CannedReplyDialog({ canned, sharing, onSave, onClose }: CannedReplyDialogProps) {
  const [body, setBody] = useState(canned?.body ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (name: string) => {
    const { selectionStart: start = body.length, selectionEnd: end = body.length } = field.current ?? {};
    const text = `{{${name}}}`;
    setBody(body.slice(0, start) + text + body.slice(end));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(start + text.length, start + text.length);
    });
  };
  const save = (fields: FormData) => {
    const shared = String(fields.get('sharing') ?? '');
    const isTeam = shared !== '' && shared !== 'ME' && shared !== 'EVERYBODY';
    return onSave({
      ...(canned && { id: canned.id }),
      name: String(fields.get('name')),
      body,
      thenStatus: (String(fields.get('status')) || null) as TicketStatus | null,
      ...(shared && { sharedWith: (isTeam ? 'TEAM' : shared) as ViewSharing, teamId: isTeam ? shared : null }),
    });
  };
  const preview = previewOf(body);
  const unknown = preview.filter(({ kind }) => kind === 'unknown').map(({ text }) => text);
  return (
    <Dialog
      title={canned ? `Edit ${canned.name}` : 'New canned reply'}
      open
      onOpenChange={onClose}
      fill
      className="overflow-y-auto p-5 rail:w-[min(560px,calc(100vw-32px))]"
    >
      <DialogForm action="Save" onSubmit={save} onCancel={onClose}>
        <Field label="Name" hint="type ; and the name to insert it">
          {(control) => <TextInput {...control} name="name" defaultValue={canned?.name} autoFocus />}
        </Field>
        <div>
          <Field label="Text" hint="Markdown">
            {(control) => (
              <TextArea
                {...control}
                ref={field}
                rows={6}
                value={body}
                onChange={(event) => setBody(event.target.value)}
              />
            )}
          </Field>
          <div className="mt-2 flex flex-wrap gap-2">
            {placeholders.map(({ name, label }) => (
              <Button key={name} size="sm" onClick={() => insert(name)}>
                {label}
              </Button>
            ))}
          </div>
        </div>
        {body.trim() !== '' && (
          <section aria-label="Preview" className="rounded-3 border border-line px-3 py-2">
            <p className="mb-1 text-12 text-meta">Preview, with example values</p>
            <p className="max-h-40 overflow-y-auto wrap-anywhere whitespace-pre-wrap" dir="auto">
              {preview.map(({ text, kind }, index) => (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name.
                  key={index}
                  className={{ words: '', filled: 'bg-accent-soft', unknown: 'text-danger' }[kind]}
                >
                  {text}
                </span>
              ))}
            </p>
            {unknown.length > 0 && (
              <p role="alert" className="mt-1 text-12 text-danger">
                {`${unknown.join(', ')} ${unknown.length === 1 ? 'is not a placeholder and is' : 'are not placeholders and are'} sent as is.`}
              </p>
            )}
          </section>
        )}
        <Field label="Then set the status to">
          {(control) => (
            <Select {...control} name="status" defaultValue={canned?.thenStatus ?? ''}>
              <option value="">Leave it</option>
              {statuses.map((status) => (
                <option key={status} value={status}>
                  {statusNames[status]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {sharing && (
          <Field label="Shared with">
            {(control) => (
              <Select {...control} name="sharing" defaultValue={sharedWith(canned, sharing.isOwnPossible)}>
                {sharing.isOwnPossible && <option value="ME">Only you</option>}
                <option value="EVERYBODY">Everybody</option>
                {sharing.teams.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
      </DialogForm>
    </Dialog>
  );
}

function sharedWith(canned: ListedCannedReply | null, isOwnPossible: boolean): string {
  if (!canned) return isOwnPossible ? 'ME' : 'EVERYBODY';
  return canned.team?.id ?? canned.sharedWith;
}
