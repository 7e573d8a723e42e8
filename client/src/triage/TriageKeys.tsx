import { Check, Undo2 } from 'lucide-react';
import { Button } from '../ui/controls/Button.js';
import { Kbd } from '../ui/controls/Kbd.js';
import { cx } from '../ui/cx.js';
import { Menu } from '../ui/overlays/Menu.js';
import { MenuItem } from '../ui/overlays/MenuItems.js';
import { type Answer, type Question, questions } from './decisions.js';

interface TriageKeysProps {
  /** What a number would answer; null where nothing is being chosen. */
  question: { name: Question; answers: readonly Answer[] } | null;
  /** Whether there is a ticket to decide about. */
  isOpen: boolean;
  onAnswer: (answer: Answer) => void;
  onAsk: (question: Question | null) => void;
  onAccept: () => void;
  onSkip: () => void;
  /** Null where nobody is signed in. */
  onTake: (() => void) | null;
  onAssign: (() => void) | null;
  onMerge: () => void;
  onSpam: () => void;
  /** The latest decision in words, and the way back. */
  last: string | null;
  onUndo: () => void;
}

const bar =
  'relative flex flex-none flex-wrap justify-center gap-2 border-t border-line px-6 py-3 max-rail:grid max-rail:gap-1.5 max-rail:p-2 [&>button]:h-9 max-rail:[&>button]:h-11 max-rail:[&>button]:px-1 max-rail:[&_kbd]:hidden';

/** What can be decided, each with its key; on a phone, buttons for the thumb. */
export function TriageKeys(props: TriageKeysProps) {
  const { question, isOpen, onAnswer, onAsk, last, onUndo } = props;
  return (
    <>
      {last && (
        <div className="pointer-events-none flex flex-none justify-end px-4 pb-2 max-rail:px-2">
          <p
            role="status"
            className="pointer-events-auto flex min-h-10 items-center gap-2 rounded-3 border border-line bg-raised pr-1.5 pl-3 shadow-lift max-rail:w-full max-rail:justify-between"
          >
            <Check size={16} strokeWidth={1.5} className="flex-none text-good" aria-hidden />
            <span className="cut grow">{last}</span>
            <Button tone="ghost" size="sm" keys="z" onClick={onUndo}>
              <Undo2 size={14} strokeWidth={1.5} aria-hidden />
              Undo
            </Button>
          </p>
        </div>
      )}
      {question ? (
        <div role="toolbar" aria-label={questions[question.name].label} className={cx(bar, 'max-rail:grid-cols-3')}>
          {question.answers.map((answer, index) => (
            <Button key={answer.name} onClick={() => onAnswer(answer)}>
              {answer.glyph}
              <span className="cut">{answer.name}</span>
              <Kbd keys={String(index + 1)} className="ml-0.5" />
            </Button>
          ))}
          <Button tone="ghost" keys="Escape" onClick={() => onAsk(null)}>
            Back
          </Button>
        </div>
      ) : (
        isOpen && <Decisions {...props} />
      )}
    </>
  );
}

function Decisions({ onAsk, onAccept, onSkip, onTake, onAssign, onMerge, onSpam }: TriageKeysProps) {
  const ask = (name: Question) => (
    <Button keys={questions[name].keys} onClick={() => onAsk(name)}>
      {questions[name].label}
    </Button>
  );
  return (
    <div role="toolbar" aria-label="Decide" className={cx(bar, 'max-rail:grid-cols-4')}>
      <Button tone="primary" keys="a" className="max-rail:col-span-3 max-rail:text-14" onClick={onAccept}>
        <Check size={16} strokeWidth={1.5} aria-hidden />
        Accept
      </Button>
      <Button keys="j" onClick={onSkip}>
        Skip
      </Button>
      {ask('category')}
      {ask('priority')}
      {ask('snooze')}
      {onTake && (
        <Button keys="i" className="max-rail:hidden" onClick={onTake}>
          Mine
        </Button>
      )}
      {onAssign && (
        <Button keys="shift+i" className="max-rail:hidden" onClick={onAssign}>
          Assign
        </Button>
      )}
      <Button keys="d" className="max-rail:hidden" onClick={onMerge}>
        Duplicate
      </Button>
      <Button tone="danger" keys="!" className="max-rail:hidden" onClick={onSpam}>
        Spam
      </Button>
      <Menu
        label="More decisions"
        side="top"
        align="end"
        trigger={
          <Button className="rail:hidden" aria-label="More decisions">
            More
          </Button>
        }
      >
        {onTake && <MenuItem onSelect={onTake}>Mine</MenuItem>}
        {onAssign && <MenuItem onSelect={onAssign}>Assign to…</MenuItem>}
        <MenuItem onSelect={onMerge}>Duplicate of…</MenuItem>
        <MenuItem tone="danger" onSelect={onSpam}>
          Spam
        </MenuItem>
      </Menu>
    </div>
  );
}
