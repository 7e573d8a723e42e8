import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useDraft } from '../drafts/drafts.js';
import { cx } from '../ui/cx.js';
import { showToast } from '../ui/feedback/toasts.js';
import { isComposing } from '../ui/keys.js';

interface TextEditorProps {
  ticketId: string;
  column: 'title' | 'description';
  label: string;
  value: string;
  /** Resolves with what stands in the way, or null once it is saved. */
  onSave: (text: string) => Promise<string | null>;
  onClose: () => void;
}

/**
 * Words edited in their cell. Enter or leaving saves, Escape closes and keeps what was typed for another time; in several
 * lines Enter breaks the line and Ctrl or Cmd with it saves. What is typed belongs to this field alone: no answer of the
 * server changes it.
 */
export function TextEditor({ ticketId, column, label, value, onSave, onClose }: TextEditorProps) {
  const { value: draft, write, discard } = useDraft(column, ticketId, parseText);
  const [error, setError] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const finished = useRef(false);
  const errorId = useId();
  const multiline = column === 'description';
  const text = draft ?? value;

  const save = async () => {
    if (finished.current) return;
    finished.current = true;
    setSaving(true);
    const fault = text === value ? null : await onSave(text);
    setSaving(false);
    if (fault === null) {
      discard();
      return onClose();
    }
    finished.current = false;
    setError(fault);
  };
  const leave = () => {
    finished.current = true;
    if (text === value) discard();
    else showToast('Changes kept', { action: { label: 'Discard', run: discard } });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
  };
  const field = {
    'aria-label': label,
    'aria-invalid': error !== null,
    'aria-describedby': error ? errorId : undefined,
    autoFocus: true,
    readOnly: saving,
    dir: 'auto',
    value: text,
    onChange: (event: { target: { value: string } }) => write(event.target.value),
    onBlur: () => void save(),
    onKeyDown,
  };
  const look =
    'w-full rounded-2 border border-focus bg-surface px-1.5 text-strong outline-1 outline-focus -outline-offset-1 aria-invalid:border-danger aria-invalid:outline-danger';
  return (
    <div className="relative">
      {multiline ? (
        <textarea
          {...field}
          rows={6}
          className={cx(look, 'absolute -top-3.5 right-0 z-(--z-sticky) w-80! py-1 shadow-lift')}
        />
      ) : (
        <input {...field} className={cx(look, 'h-7')} />
      )}
      {error && (
        <p
          id={errorId}
          role="alert"
          className={cx(
            'absolute left-0 z-(--z-sticky) flex items-center gap-1.5 rounded-2 border border-danger-line bg-raised px-2 py-1 text-12 whitespace-nowrap text-danger shadow-lift',
            multiline ? '-top-11' : 'top-8',
          )}
        >
          <TriangleAlert size={12} strokeWidth={1.75} aria-hidden />
          {error}
        </p>
      )}
    </div>
  );
}

function parseText(stored: unknown): string | null {
  return typeof stored === 'string' ? stored : null;
}
