import { TriangleAlert } from 'lucide-react';
import { type FormEventHandler, type ReactNode, useRef } from 'react';
import { usePageTitle } from '../frame/usePageTitle.js';
import { Brand } from '../shell/Brand.js';
import { Button } from '../ui/controls/Button.js';
import { Field, TextInput } from '../ui/controls/Field.js';
import { useFaultFocus } from '../ui/useFaultFocus.js';
import type { Refusal } from './knock.js';

/** The frame of every page at the door: one card, one decision, no sidebar. */
export function EntryCard({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  usePageTitle(title);
  return (
    <main className="h-full overflow-y-auto bg-app px-4 py-12 max-rail:py-6">
      <div className="mx-auto max-w-[440px]">
        <div className="mb-4 [&_.max-side\:sr-only]:not-sr-only">
          <Brand />
        </div>
        <section className="rounded-3 border border-line bg-surface p-6 max-rail:p-4">
          <h1 className="text-20 font-semibold tracking-[-0.018em]">{title}</h1>
          {lead && <p className="mt-1 text-pretty text-body">{lead}</p>}
          {children}
        </section>
      </div>
    </main>
  );
}

interface EntryFormProps {
  label: string;
  action: string;
  busy: boolean;
  refusal: Refusal | null;
  onSubmit: FormEventHandler<HTMLFormElement>;
  children: ReactNode;
}

export function EntryForm({ label, action, busy, refusal, onSubmit, children }: EntryFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useFaultFocus(form, refusal);
  return (
    <form ref={form} aria-label={label} noValidate className="mt-5 flex flex-col gap-4" onSubmit={onSubmit}>
      {children}
      <p role="alert" className="flex items-start gap-1.5 text-danger empty:hidden">
        {refusal?.form && (
          <>
            <TriangleAlert size={14} strokeWidth={1.75} className="mt-[3px] shrink-0" aria-hidden />
            <span>{refusal.form}</span>
          </>
        )}
      </p>
      <Button type="submit" tone="primary" size="lg" className="h-9! max-rail:h-11!" aria-disabled={busy}>
        {action}
      </Button>
    </form>
  );
}

type EntryFieldProps = Omit<React.ComponentProps<'input'>, 'name'> & {
  name: string;
  label: string;
  hint?: ReactNode;
  refusal: Refusal | null;
};

export function EntryField({ label, hint, refusal, ...input }: EntryFieldProps) {
  return (
    <Field label={label} hint={hint} error={refusal?.fields[input.name] ?? null}>
      {(control) => <TextInput {...control} {...input} />}
    </Field>
  );
}

/** A new password, with the one rule it has to meet. */
export function NewPasswordField({ label = 'Password', refusal }: { label?: string; refusal: Refusal | null }) {
  return (
    <EntryField
      name="password"
      type="password"
      label={label}
      hint="at least 10 characters"
      autoComplete="new-password"
      maxLength={256}
      refusal={refusal}
    />
  );
}
