import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useCallback, useEffect, useState } from 'react';
import { limits } from '../../gql/limits.js';
import { Kbd } from '../../ui/controls/Kbd.js';
import { cx } from '../../ui/cx.js';
import { unlessComposing } from '../../ui/keys.js';

const IDLE_MS = 180;

interface SearchFieldProps {
  value: string;
  onChange: (text: string) => void;
  /** Enter: the person wants to go where the text points. */
  onEnter: (text: string) => void;
  onLeave: () => void;
  ref?: Ref<HTMLInputElement>;
  className?: string;
}

/** Search as you type: what is typed shows at once and is reported when the person pauses. */
export function SearchField({ value, onChange, onEnter, onLeave, ref, className }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [reported, setReported] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value !== reported) {
      // Not an echo of what was typed here: a link, Back, a saved view.
      setReported(value);
      setText(value);
    }
  }
  const report = useCallback(() => {
    setReported(text);
    if (text !== reported) onChange(text);
  }, [text, reported, onChange]);
  useEffect(() => {
    if (text === reported) return;
    const timer = setTimeout(report, IDLE_MS);
    return () => clearTimeout(timer);
  }, [text, reported, report]);

  const onKeyDown = unlessComposing((event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      report();
      onEnter(text);
    } else if (event.key !== 'Escape') return;
    else if (text) setText('');
    else onLeave();
    event.preventDefault();
  });
  return (
    <search
      className={cx(
        'flex h-7 w-49 flex-none items-center gap-1.5 rounded-2 border border-line bg-surface px-2 focus-within:border-focus max-rail:h-8 max-rail:w-40',
        className,
      )}
    >
      <Search size={16} strokeWidth={1.5} className="shrink-0 text-meta" aria-hidden />
      <input
        ref={ref}
        type="text"
        dir="auto"
        inputMode="search"
        enterKeyHint="search"
        aria-label="Search tickets"
        placeholder="Search or T-1042"
        maxLength={limits.searchLength}
        className="w-full min-w-0 bg-transparent outline-none"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text ? (
        <button
          type="button"
          aria-label="Clear search"
          className="hit text-meta hover:text-strong"
          onClick={() => setText('')}
        >
          <X size={14} strokeWidth={1.5} aria-hidden />
        </button>
      ) : (
        <Kbd keys="/" />
      )}
    </search>
  );
}
