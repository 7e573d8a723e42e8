import { KeptDraft } from '../../drafts/KeptDraft.js';
import { showToast } from '../../ui/feedback/toasts.js';
import { useEditDraft } from './editDraft.js';

/** Above the words of a ticket whose edit was left: the way back into it, and the way out, which can be undone. */
export function KeptEdit({ ticketId, onContinue }: { ticketId: string; onContinue: () => void }) {
  const { value: draft, write, discard } = useEditDraft(ticketId);
  if (!draft) return null;
  const drop = () => {
    discard();
    showToast('Changes discarded', { action: { label: 'Undo', keys: 'z', run: () => write(draft) } });
  };
  return <KeptDraft onContinue={onContinue} onDiscard={drop} />;
}
