import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { CornerUpLeft, Lock } from 'lucide-react';
import { useRef, useState } from 'react';
import { gql } from '../apollo/gql.js';
import { draftOf } from '../drafts/drafts.js';
import { Composer_TicketFragmentDoc } from '../gql/graphql.js';
import { useShortcuts } from '../keyboard/useShortcuts.js';
import { Kbd } from '../ui/controls/Kbd.js';
import { cx } from '../ui/cx.js';
import { NoteComposer } from './NoteComposer.js';
import { parseWords } from './parseWords.js';
import { ReplyComposer } from './ReplyComposer.js';

gql`
  fragment Composer_ticket on Ticket {
    id
    ...ReplyComposer_ticket
  }
`;

type Kind = 'reply' | 'note';

interface ComposerProps {
  ticket: FragmentType<typeof Composer_TicketFragmentDoc>;
  /** Whether its keys hold now. */
  enabled: boolean;
  onSent: () => void;
}

/** Where the team writes: a reply or a note, two surfaces with a draft each, and no switch that turns one into the other. */
export function Composer({ ticket: reference, enabled, onSent }: ComposerProps) {
  const { data: ticket, complete } = useFragment({
    fragment: Composer_TicketFragmentDoc,
    fragmentName: 'Composer_ticket',
    from: reference,
  });
  const [kind, setKind] = useState<Kind>('reply');
  const place = useRef<HTMLElement>(null);
  const write = (next: Kind) => {
    setKind(next);
    requestAnimationFrame(() => place.current?.querySelector('textarea')?.focus());
  };
  /** Opens the list of canned replies where a reply would take one: at the end of what is written. */
  const insertCanned = () => {
    if (!complete) return;
    const draft = draftOf('reply', ticket.id, parseWords);
    const text = draft.read() ?? '';
    draft.write(`${text}${text === '' || /\s$/.test(text) ? '' : ' '};`);
    setKind('reply');
    requestAnimationFrame(() => {
      const field = place.current?.querySelector('textarea');
      field?.focus();
      field?.setSelectionRange(field.value.length, field.value.length);
    });
  };
  const shortcuts = [
    { keys: 'r', label: 'reply', hint: true, run: () => write('reply') },
    { keys: 'n', label: 'note', hint: true, run: () => write('note') },
    { keys: ';', label: 'insert a canned reply', run: insertCanned },
  ];
  useShortcuts(enabled ? shortcuts : []);
  if (!complete) return null;
  const isNote = kind === 'note';
  return (
    <section
      ref={place}
      aria-label={isNote ? 'Write a note' : 'Write a reply'}
      className={cx(
        'relative mx-auto w-full max-w-(--w-reading) flex-none overflow-hidden rounded-3 border print:hidden',
        isNote ? 'border-dashed border-note-line bg-note' : 'border-control bg-surface',
      )}
    >
      {isNote && <span className="note-side absolute inset-y-0 left-0 w-1.5" aria-hidden />}
      <div className={cx('flex items-center gap-4 border-b px-3', isNote ? 'border-note-line' : 'border-hair')}>
        <Tab selected={!isNote} onSelect={() => write('reply')} keys="r">
          <CornerUpLeft size={14} strokeWidth={1.5} aria-hidden />
          Reply
        </Tab>
        <Tab selected={isNote} isNote onSelect={() => write('note')} keys="n">
          <Lock size={14} strokeWidth={1.5} aria-hidden />
          Note
        </Tab>
      </div>
      {isNote ? (
        <NoteComposer ticketId={ticket.id} onAdded={onSent} />
      ) : (
        <ReplyComposer ticket={ticket} onSent={onSent} />
      )}
    </section>
  );
}

interface TabProps {
  selected: boolean;
  isNote?: boolean;
  keys: string;
  onSelect: () => void;
  children: React.ReactNode;
}

function Tab({ selected, isNote = false, keys, onSelect, children }: TabProps) {
  return (
    <button
      type="button"
      aria-pressed={selected}
      className={cx(
        'hit -mb-px flex h-9 items-center gap-1.5 border-b-2 font-medium',
        selected ? 'border-current' : 'border-transparent text-meta',
        selected && (isNote ? 'text-note-strong' : 'text-strong'),
      )}
      onClick={onSelect}
    >
      {children}
      <Kbd keys={keys} />
    </button>
  );
}
