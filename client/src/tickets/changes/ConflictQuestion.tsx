import { TriangleAlert } from 'lucide-react';
import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Time } from '../../time/Time.js';
import { Button } from '../../ui/controls/Button.js';
import { useFocusReturn } from '../../ui/overlays/useFocusReturn.js';
import { CategoryGlyph, PriorityGlyph, StatusGlyph } from '../glyphs.js';
import type { Conflict, Question } from './conflicts.js';
import { type ChangedField, displayValue, type TicketValues } from './ticketChange.js';

/** Someone else changed the same field meanwhile: both values side by side, two equal buttons, no default. */
export function ConflictQuestion({ conflict, answer }: Question) {
  const returnFocus = useFocusReturn();
  const mine = { ...conflict.seen, ...conflict.mine };
  return (
    <AlertDialog.Root open>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-(--z-dialog) bg-scrim" />
        <AlertDialog.Content
          className="fixed top-1/4 left-1/2 z-(--z-dialog) w-[min(560px,calc(100vw-32px))] -translate-x-1/2 overflow-hidden rounded-4 border border-warn-line bg-raised shadow-lift outline-none motion-safe:animate-settle"
          onOpenAutoFocus={(event) => {
            // Focus rests on the dialog itself: neither answer is the default.
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={returnFocus}
          onEscapeKeyDown={(event) => event.preventDefault()}
        >
          <AlertDialog.Title className="flex items-center gap-2 bg-warn-soft px-4 py-2.5 font-medium">
            <TriangleAlert size={16} strokeWidth={1.5} className="text-warn" aria-hidden />
            T-{conflict.number} changed while you edited
          </AlertDialog.Title>
          <AlertDialog.Description className="sr-only">
            Choose whether to keep your value or to take the other one.
          </AlertDialog.Description>
          <div className="grid grid-cols-2 divide-x divide-hair max-rail:grid-cols-1 max-rail:divide-x-0 max-rail:divide-y">
            <Side heading="Yours, not saved" conflict={conflict} values={mine}>
              <Button className="w-full" onClick={() => answer('mine')}>
                Keep mine
              </Button>
            </Side>
            <Side
              heading={
                <>
                  Theirs, <Time instant={conflict.changedAt} />
                </>
              }
              conflict={conflict}
              values={conflict.theirs}
            >
              <Button className="w-full" onClick={() => answer('theirs')}>
                Take theirs
              </Button>
            </Side>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

interface SideProps {
  heading: ReactNode;
  conflict: Conflict;
  values: TicketValues;
  children: ReactNode;
}

function Side({ heading, conflict, values, children }: SideProps) {
  return (
    <section className="flex min-w-0 flex-col gap-3 p-4">
      <h3 className="text-12 text-meta">{heading}</h3>
      {conflict.fields.map((field) => (
        <div key={field}>
          <p className="flex items-start gap-2 font-medium">
            <ValueGlyph field={field} values={values} />
            <span className="line-clamp-6 min-w-0 wrap-anywhere whitespace-pre-wrap" dir="auto">
              {displayValue(field, values)}
            </span>
          </p>
          <p className="mt-1 line-clamp-2 text-12 wrap-anywhere text-meta">
            from <bdi>{displayValue(field, conflict.seen)}</bdi>
          </p>
        </div>
      ))}
      <div className="mt-auto">{children}</div>
    </section>
  );
}

function ValueGlyph({ field, values }: { field: ChangedField; values: TicketValues }) {
  if (field === 'status') return <StatusGlyph status={values.status} />;
  if (field === 'priority') return <PriorityGlyph priority={values.priority} />;
  if (field === 'category') return <CategoryGlyph category={values.category} />;
  return null;
}
