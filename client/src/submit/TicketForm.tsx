import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import { AttachButton } from '../files/AttachButton.js';
import { FileDrop } from '../files/FileDrop.js';
import { UploadList } from '../files/UploadList.js';
import type { CreateTicketInput } from '../gql/graphql.js';
import { evidenceOf } from '../tickets/suggestion/suggestionWords.js';
import { TitleCount } from '../tickets/TitleCount.js';
import { categoryNames, priorityNames } from '../tickets/vocabulary.js';
import { Field, TextInput } from '../ui/controls/Field.js';
import { MarkedTextArea } from '../ui/controls/MarkedTextArea.js';
import { cx } from '../ui/cx.js';
import { useSlow } from '../ui/feedback/Skeleton.js';
import { unlessComposing } from '../ui/keys.js';
import { useStore } from '../ui/store.js';
import { useFaultFocus } from '../ui/useFaultFocus.js';
import { type Draft, editDraft, isEmpty, ticketDraft, ticketUploads } from './draft.js';
import { FormActions } from './FormActions.js';
import { ProposedSelect } from './ProposedSelect.js';
import { SimilarToDraft } from './SimilarToDraft.js';
import { SuggestionCard, SuggestionPending } from './SuggestionCard.js';
import type { Submitted } from './useCreateTicket.js';
import { useDraftSubmission } from './useDraftSubmission.js';
import { useDraftTriage } from './useDraftTriage.js';

/**
 * Writes and submits the draft. A field shows the person's choice where there is one, otherwise what triage proposed: the
 * proposal is never written into the draft, so it cannot overrule anybody. `onDone` follows when the draft was submitted, with
 * what was made, or discarded; whoever shows the form then gives it a fresh start.
 */
export function TicketForm({ onDone }: { onDone: (submitted: Submitted | null) => void }) {
  const draft = useStore(ticketDraft);
  const files = useStore(ticketUploads);
  const { suggestion, similar, reading, ask, dismiss } = useDraftTriage(draft);
  const { faults, submitting, submit, refuse, discard } = useDraftSubmission(onDone);
  const form = useRef<HTMLFormElement>(null);
  useFaultFocus(form, faults);
  const pending = useSlow(reading && !suggestion);
  const chosen = {
    category: draft.category ?? suggestion?.category.value ?? null,
    priority: draft.priority ?? suggestion?.priority.value ?? null,
  };

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit({
      title: draft.title,
      description: draft.description,
      ...requesterOf(draft),
      ...(chosen.category && { category: chosen.category }),
      ...(chosen.priority && { priority: chosen.priority }),
      ...(suggestion && { suggestionId: suggestion.id }),
    });
  };
  const attach = (chosen: Iterable<File>) => {
    const problem = ticketUploads.add(chosen);
    if (problem !== null) refuse(problem);
  };
  const onKeyDown = unlessComposing((event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSubmit(event);
  });
  const text = {
    required: true,
    readOnly: submitting,
    evidence: evidenceOf(suggestion),
    onBlur: () => void ask(),
  };

  return (
    <form
      ref={form}
      aria-label="New ticket"
      noValidate
      className="flex grow flex-col gap-4"
      {...{ onSubmit, onKeyDown }}
    >
      <Field label="Title" hint={<TitleCount title={draft.title} />} error={faults?.fields.title ?? null}>
        {(control) => (
          <MarkedTextArea
            {...control}
            {...text}
            autoFocus
            rows={1}
            value={draft.title}
            onChange={(event) => editDraft({ title: event.target.value.replace(/\s*\n\s*/g, ' ') })}
            onKeyDown={stayOnOneLine}
          />
        )}
      </Field>
      <FileDrop onFiles={attach}>
        <Field label="Description" hint="Markdown" error={faults?.fields.description ?? null}>
          {(control) => (
            <MarkedTextArea
              {...control}
              {...text}
              className="min-h-37"
              value={draft.description}
              onChange={(event) => editDraft({ description: event.target.value })}
            />
          )}
        </Field>
        <div className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] items-start gap-2">
          <AttachButton onFiles={attach} />
          <p className={cx('self-center text-12 text-meta', files.length > 0 && 'sr-only')}>
            Attach files: choose, drop or paste them, at most 10 of 25 MB each.
          </p>
        </div>
        <UploadList uploads={ticketUploads} items={files} />
      </FileDrop>
      <div className="grid grid-cols-2 gap-3 max-rail:grid-cols-[minmax(0,1fr)]">
        <Field label="Name" hint="Optional" error={faults?.fields.name ?? null}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="name"
              readOnly={submitting}
              value={draft.name}
              onChange={(event) => editDraft({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="E-mail" hint="Optional" error={faults?.fields.email ?? null}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="email"
              readOnly={submitting}
              value={draft.email}
              onChange={(event) => editDraft({ email: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="grid grid-cols-2 gap-3">
        {(['category', 'priority'] as const).map((property) => (
          <ProposedSelect
            key={property}
            property={property}
            value={chosen[property]}
            suggested={!draft[property] && chosen[property] !== null}
            error={faults?.fields[property] ?? null}
            onChange={editDraft}
          />
        ))}
      </div>
      <FormActions
        error={faults?.form ?? null}
        submitting={submitting}
        onDiscard={isEmpty(draft) && files.length === 0 ? null : discard}
      />
      <p role="status" className="sr-only">
        {!suggestion
          ? ''
          : `Triage suggests ${categoryNames[suggestion.category.value]}, ${priorityNames[suggestion.priority.value].toLowerCase()} priority.`}
      </p>
      {/* Below the actions, so that nothing a person aims at moves when triage speaks. */}
      {suggestion ? <SuggestionCard suggestion={suggestion} onDismiss={dismiss} /> : pending && <SuggestionPending />}
      <SimilarToDraft similar={similar} />
    </form>
  );
}

/** Left out where neither was told. */
function requesterOf({ name, email }: Draft): Pick<CreateTicketInput, 'requester'> {
  const requester = { ...(name.trim() && { name: name.trim() }), ...(email.trim() && { email: email.trim() }) };
  return Object.keys(requester).length > 0 ? { requester } : {};
}

const stayOnOneLine = unlessComposing((event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault();
});
