import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useDraft } from '../drafts/drafts.js';
import { wordsSince } from '../drafts/wordsSince.js';
import { readyFiles, uploadsOf } from '../files/uploads.js';
import { ComposerField } from './ComposerField.js';
import { parseWords } from './parseWords.js';
import { useAddNote } from './useAddNote.js';
import { useMentions } from './useMentions.js';

/** A note to the team. Nobody outside of it ever reads one. */
export function NoteComposer({ ticketId, onAdded }: { ticketId: string; onAdded: () => void }) {
  const { value: draft, read, write, discard } = useDraft('note', ticketId, parseWords);
  const [error, setError] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const addNote = useAddNote();
  const mentions = useMentions();
  const uploads = uploadsOf('note', ticketId);
  const text = draft ?? '';
  const change = (next: string) => {
    setError(null);
    if (next === '') discard();
    else write(next);
  };
  const add = async () => {
    if (adding) return;
    if (text.trim() === '') return setError('A note needs words.');
    const files = readyFiles(uploads.read());
    if (files.problem !== null) return setError(files.problem);
    setAdding(true);
    const fault = await addNote({ ticketId, body: text, attachmentIds: files.ids });
    setAdding(false);
    setError(fault);
    if (fault !== null) return;
    const rest = wordsSince(text, read() ?? '');
    if (rest === '') discard();
    else write(rest);
    uploads.release(files.ids);
    onAdded();
  };
  return (
    <ComposerField
      label="Note"
      placeholder="Write to the team. @ mentions a person or a team."
      value={text}
      error={error}
      hint={null}
      completions={{ '@': mentions }}
      uploads={uploads}
      onRefused={setError}
      onChange={change}
      onSend={() => void add()}
    >
      <button
        type="button"
        disabled={adding}
        className="hit inline-flex h-7 items-center gap-1.5 rounded-2 border border-dashed border-note-line px-2.5 font-medium whitespace-nowrap text-note-strong hover:bg-hover disabled:text-meta"
        onClick={() => void add()}
      >
        <Lock size={14} strokeWidth={1.5} aria-hidden />
        <span>{adding ? 'Adding…' : 'Add note'}</span>
      </button>
    </ComposerField>
  );
}
