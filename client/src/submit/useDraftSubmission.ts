import { useState } from 'react';
import type { CreateTicketInput } from '../gql/graphql.js';
import { missingWords } from '../tickets/missingWords.js';
import { showToast } from '../ui/feedback/toasts.js';
import { emptyDraft, newIdempotencyKey, ticketDraft } from './draft.js';
import { type SubmitFaults, type Submitted, useCreateTicket } from './useCreateTicket.js';

/** What becomes of the draft: submitted, at most once, or discarded, with a way back. */
export function useDraftSubmission(onDone: (submitted: Submitted | null) => void) {
  const { createTicket, submitting } = useCreateTicket();
  const [faults, setFaults] = useState<SubmitFaults | null>(null);

  const submit = async (words: Omit<CreateTicketInput, 'idempotencyKey'>) => {
    if (submitting) return;
    const missing = missingWords(words);
    if (Object.keys(missing).length > 0) {
      setFaults({ fields: missing, form: null, answered: true });
      return;
    }
    const draft = ticketDraft.read();
    const input = draft.attempt ?? { ...words, idempotencyKey: newIdempotencyKey() };
    ticketDraft.write({ ...draft, attempt: input });
    const outcome = await createTicket(input);
    setFaults(outcome.faults);
    if (outcome.faults?.answered) ticketDraft.write({ ...ticketDraft.read(), attempt: null });
    if (outcome.faults) return;
    ticketDraft.write(emptyDraft);
    onDone(outcome.submitted);
  };

  const discard = () => {
    const draft = ticketDraft.read();
    ticketDraft.write(emptyDraft);
    showToast('Draft discarded', { action: { label: 'Undo', keys: 'z', run: () => ticketDraft.write(draft) } });
    onDone(null);
  };

  return { faults, submitting, submit, discard };
}
