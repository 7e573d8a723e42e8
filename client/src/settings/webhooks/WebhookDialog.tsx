import type { SaveWebhookInput, WebhookEvent } from '../../gql/graphql.js';
import { Field, TextInput } from '../../ui/controls/Field.js';
import { Dialog } from '../../ui/overlays/Dialog.js';
import { CheckLine, DialogForm } from '../DialogForm.js';
import type { ListedWebhook } from './WebhooksPage.js';
import { webhookEventNames } from './webhookNames.js';

interface WebhookDialogProps {
  /** Null for one that is being made. */
  webhook: ListedWebhook | null;
  onSave: (input: SaveWebhookInput) => Promise<string | null>;
  onClose: () => void;
}

/** The desk merges no tickets: who does not have this event already is not offered it. */
const offered = (webhook: ListedWebhook | null) =>
  (Object.keys(webhookEventNames) as WebhookEvent[]).filter(
    (event) => event !== 'TICKET_MERGED' || webhook?.events.includes(event),
  );

const hints: Partial<Record<WebhookEvent, string>> = {
  TICKET_CREATED: 'Imported tickets too',
  REPLY_SENT: 'Once it can no longer be taken back',
  NOTE_ADDED: 'By its id alone; a program that may read notes can ask for the words',
};

export function WebhookDialog({ webhook, onSave, onClose }: WebhookDialogProps) {
  const save = (fields: FormData) => {
    const events = fields.getAll('event') as WebhookEvent[];
    return onSave({
      ...(webhook && { id: webhook.id }),
      url: String(fields.get('url')),
      events,
      includeNotes: events.includes('NOTE_ADDED'),
      rotateSecret: fields.has('rotate'),
    });
  };
  return (
    <Dialog title={webhook ? 'Edit webhook' : 'New webhook'} open onOpenChange={onClose} className="overflow-y-auto">
      <DialogForm action={webhook ? 'Save' : 'Make webhook'} onSubmit={save} onCancel={onClose}>
        <Field label="Address" hint="https://…">
          {(control) => (
            <TextInput
              {...control}
              name="url"
              type="url"
              maxLength={2_000}
              defaultValue={webhook?.url}
              spellCheck={false}
              autoComplete="off"
              autoFocus
            />
          )}
        </Field>
        <fieldset>
          <legend className="mb-1 font-medium">Is told of</legend>
          {offered(webhook).map((event) => (
            <CheckLine
              key={event}
              name="event"
              value={event}
              label={webhookEventNames[event]}
              {...(hints[event] && { hint: hints[event] })}
              defaultChecked={webhook?.events.includes(event) ?? event === 'TICKET_CREATED'}
            />
          ))}
        </fieldset>
        {webhook && (
          <fieldset>
            <legend className="mb-1 font-medium">Secret</legend>
            <CheckLine
              name="rotate"
              value="on"
              label="Replace it"
              hint="For a day the old one signs too, so that the program has time to change"
            />
          </fieldset>
        )}
      </DialogForm>
    </Dialog>
  );
}
