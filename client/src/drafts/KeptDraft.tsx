import { PenLine } from 'lucide-react';
import { Button } from '../ui/controls/Button.js';

interface KeptDraftProps {
  onContinue: () => void;
  onDiscard: () => void;
}

/** Where words wait that were written and not saved. */
export function KeptDraft({ onContinue, onDiscard }: KeptDraftProps) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2 rounded-3 border border-warn-line bg-warn-soft px-3 py-1.5 print:hidden">
      <p role="status" className="flex grow items-center gap-2 text-body">
        <PenLine size={14} strokeWidth={1.5} className="shrink-0 text-warn" aria-hidden />
        Changes kept
      </p>
      <Button size="sm" onClick={onContinue}>
        Continue editing
      </Button>
      <Button size="sm" tone="ghost" onClick={onDiscard}>
        Discard
      </Button>
    </div>
  );
}
