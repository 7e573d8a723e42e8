import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { cx } from '../ui/cx.js';

interface TextEditorProps {
  label: string;
  value: string;
  multiline: boolean;
  /** Resolves with what stands in the way, or null once it is saved. */
  onSave: (text: string) => Promise<string | null>;
  onClose: () => void;
}

/**
 * Words edited in their cell. Enter or leaving saves, Escape takes back; in several lines Enter breaks the line and Ctrl or
 * Cmd with it saves. What is typed belongs to this field alone: no answer of the server changes it.
 */
export function TextEditor({ label, value, multiline, onSave, onClose }: TextEditorProps) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const finished = useRef(false);
  const errorId = useId();

  const save = async () => {
    if (finished.current) return;
    finished.current = true;
    const fault = text === value ? null : await onSave(text);
    if (fault === null) return onClose();
    finished.current = false;
    setError(fault);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      finished.current = true;
      onClose();
    } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
  };
  const field = {
    'aria-label': label,
    'aria-invalid': error !== null,
    'aria-describedby': error ? errorId : undefined,
    autoFocus: true,
    dir: 'auto',
    value: text,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
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
