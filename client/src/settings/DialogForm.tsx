import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../ui/controls/Button.js';

interface DialogFormProps {
  action: string;
  /** Resolves with what stands in the way, or null. */
  onSubmit: (fields: FormData) => Promise<string | null>;
  onCancel: () => void;
  children: ReactNode;
}

/** The form of a dialog of the settings: its fields, what was refused, and two buttons. */
export function DialogForm({ action, onSubmit, onCancel, children }: DialogFormProps) {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFault(null);
    const refused = await onSubmit(new FormData(event.currentTarget));
    setBusy(false);
    setFault(refused);
  };
  return (
    <form noValidate className="mt-4 flex flex-col gap-4" onSubmit={submit}>
      {children}
      <p role="alert" className="text-danger empty:hidden">
        {fault}
      </p>
      <div className="flex justify-end gap-2">
        <Button size="lg" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" tone="primary" size="lg" aria-disabled={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}

/** One of several that can be chosen together. */
export function CheckLine({
  name,
  value,
  label,
  hint,
  defaultChecked,
}: {
  name: string;
  value: string;
  label: string;
  hint?: string;
  defaultChecked?: boolean;
}) {
  return (
    <label className="flex items-start gap-2 py-1">
      <input
        type="checkbox"
        {...{ name, value, defaultChecked }}
        className="mt-[3px] size-3.5 flex-none accent-(--accent)"
      />
      <span>
        <span className="text-strong">{label}</span>
        {hint && <span className="block text-12 text-meta">{hint}</span>}
      </span>
    </label>
  );
}
