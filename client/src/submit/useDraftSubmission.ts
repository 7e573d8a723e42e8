import { useState } from 'react';
import { readyFiles } from '../files/uploads.js';
import type { CreateTicketInput } from '../gql/graphql.js';
import { missingWords } from '../tickets/missingWords.js';
import { showToast } from '../ui/feedback/toasts.js';
import { emptyDraft, newIdempotencyKey, ticketDraft, ticketUploads } from './draft.js';
import { type SubmitFaults, type Submitted, useCreateTicket } from './useCreateTicket.js';

/** What becomes of the draft: submitted, at most once, or discarded, with a way back. */
export function useDraftSubmission(onDone: (submitted: Submitted | null) => void) {
  const { createTicket, submitting } = useCreateTicket();
  const [faults, setFaults] = useState<SubmitFaults | null>(null);

  const refuse = (form: string) => setFaults({ fields: {}, form, answered: true });
  const submit = async (words: Omit<CreateTicketInput, 'idempotencyKey'>) => {
    if (submitting) return;
    const missing = missingWords(words);
    if (Object.keys(missing).length > 0) {
      setFaults({ fields: missing, form: null, answered: true });
      return;
    }
    const { ids: attachmentIds, problem } = readyFiles(ticketUploads.read());
    if (problem !== null) return refuse(problem);
    const draft = ticketDraft.read();
    const isSame = draft.attempt?.attachmentIds?.join() === attachmentIds.join();
    const kept = isSame ? draft.attempt : null;
    const input = kept ?? { ...words, attachmentIds, idempotencyKey: newIdempotencyKey() };
    ticketDraft.write({ ...draft, attempt: input });
    const outcome = await createTicket(input);
    setFaults(outcome.faults);
    if (outcome.faults?.answered) ticketDraft.write({ ...ticketDraft.read(), attempt: null });
    if (outcome.faults) return;
    ticketDraft.write(emptyDraft);
    ticketUploads.clear();
    onDone(outcome.submitted);
  };

  const discard = () => {
    const draft = ticketDraft.read();
    const files = ticketUploads.read().filter(({ state }) => state === 'sent');
    ticketDraft.write(emptyDraft);
    ticketUploads.clear();
    const bringBack = () => {
      ticketDraft.write(draft);
      ticketUploads.restore(files);
    };
    showToast('Draft discarded', { action: { label: 'Undo', keys: 'z', run: bringBack } });
    onDone(null);
  };

  return { faults, submitting, submit, refuse, discard };
}
