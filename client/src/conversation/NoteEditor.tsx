import { type KeyboardEvent, useState } from 'react';
import { useDraft } from '../drafts/drafts.js';
import { Button } from '../ui/controls/Button.js';
import { TextArea } from '../ui/controls/Field.js';
import { unlessComposing } from '../ui/keys.js';
import { parseWords } from './parseWords.js';
import { useUpdateNote } from './useUpdateNote.js';

interface NoteEditorProps {
  id: string;
  body: string;
  onDone: () => void;
}

/** Words a note anew; the earlier wording stays readable. Leaving keeps what was typed. */
export function NoteEditor({ id, body, onDone }: NoteEditorProps) {
  const { value: draft, write, discard } = useDraft('note', id, parseWords);
  const [error, setError] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const updateNote = useUpdateNote();
  const text = draft ?? body;
  const save = async () => {
    if (saving) return;
    setSaving(true);
    const fault = text.trim() === body ? null : await updateNote(id, text);
    setSaving(false);
    setError(fault);
    if (fault !== null) return;
    discard();
    onDone();
  };
  const onKeyDown = unlessComposing((event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return (
    <div className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-2">
      <TextArea
        aria-label="Note"
        aria-invalid={error !== null}
        autoFocus
        readOnly={saving}
        className="field-sizing-content max-h-[40vh] bg-transparent"
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {error && (
        <p role="alert" className="text-12 text-danger">
          {error}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Close</Button>
        <Button keys="mod+enter" onClick={() => void save()}>
          Save note
        </Button>
      </div>
    </div>
  );
}
