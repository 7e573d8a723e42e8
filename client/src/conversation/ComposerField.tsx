import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { AttachButton } from '../files/AttachButton.js';
import { FileDrop } from '../files/FileDrop.js';
import { UploadList } from '../files/UploadList.js';
import type { Uploads } from '../files/uploads.js';
import { cx } from '../ui/cx.js';
import { isComposing } from '../ui/keys.js';
import { useStore } from '../ui/store.js';
import { type Completion, CompletionList } from './CompletionList.js';
import { type Completions, openCompletion } from './completion.js';

interface ComposerFieldProps {
  label: string;
  placeholder: string;
  value: string;
  error: string | null;
  /** Something to know before writing. */
  hint: string | null;
  /** What a character at the start of a word offers. */
  completions: Completions;
  uploads: Uploads;
  /** What is wrong with the words or files, to be shown as an error. */
  onRefused: (problem: string) => void;
  onChange: (text: string) => void;
  onSend: (withShift: boolean) => void;
  /** The buttons. */
  children: ReactNode;
}

/** The words of a composer, with lists that open at `;` or `@`, and what stands beneath. Escape leaves and keeps the draft. */
export function ComposerField(props: ComposerFieldProps) {
  const { label, placeholder, value, error, hint, completions, uploads, onRefused, onChange, onSend, children } = props;
  const files = useStore(uploads);
  const attach = (chosen: Iterable<File>) => {
    const problem = uploads.add(chosen);
    if (problem !== null) onRefused(problem);
  };
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const id = useId();
  const open = openCompletion(value, caret, completions);
  const offers = open && open.start !== closedAt ? open.offers : [];

  const insert = async (offer: Completion) => {
    if (!open) return;
    const words = await offer.words();
    if (words === null) return;
    const before = value.slice(0, open.start) + words;
    onChange(before + value.slice(caret));
    setChosen(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
      setCaret(before.length);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    event.stopPropagation();
    const offer = offers[Math.min(chosen, offers.length - 1)];
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSend(event.shiftKey);
    else if (offer && event.key === 'ArrowDown') setChosen((chosen + 1) % offers.length);
    else if (offer && event.key === 'ArrowUp') setChosen((chosen + offers.length - 1) % offers.length);
    else if (offer && (event.key === 'Enter' || event.key === 'Tab')) void insert(offer);
    else if (event.key === 'Escape' && offer) setClosedAt(open?.start ?? null);
    else if (event.key === 'Escape') field.current?.blur();
    else return;
    event.preventDefault();
  };
  const follow = () => setCaret(field.current?.selectionStart ?? 0);
  return (
    <FileDrop onFiles={attach} className="group/field">
      {offers.length > 0 && (
        <CompletionList id={`${id}-list`} offers={offers} chosen={chosen} onChoose={(offer) => void insert(offer)} />
      )}
      <textarea
        ref={field}
        dir="auto"
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error || hint ? `${id}-words` : undefined}
        aria-controls={offers.length > 0 ? `${id}-list` : undefined}
        placeholder={placeholder}
        className="block field-sizing-content max-h-[40vh] w-full resize-none bg-transparent px-4 py-2.5 text-14 leading-[22px] text-strong outline-none"
        value={value}
        onChange={(event) => {
          setClosedAt(null);
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onFocus={follow}
        onSelect={follow}
      />
      <UploadList uploads={uploads} items={files} className="mx-3 mb-2.5" />
      <div
        className={cx(
          'flex-wrap items-center justify-end gap-2 px-3 pb-2.5',
          // At rest the words above have the room.
          value === '' && error === null && files.length === 0 ? 'hidden group-focus-within/field:flex' : 'flex',
        )}
      >
        <AttachButton onFiles={attach} />
        <p
          id={`${id}-words`}
          role={error ? 'alert' : undefined}
          className={cx('grow text-12', error ? 'text-danger' : 'text-meta')}
        >
          <span>{error ?? (value === '' ? hint : 'Draft saved')}</span>
        </p>
        {children}
      </div>
    </FileDrop>
  );
}
