import { TriangleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from '../cx.js';

/** What a control needs to be named and described by its field. */
interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

interface FieldProps {
  label: string;
  /** Right of the label: a counter, a format, a badge. */
  hint?: ReactNode;
  error?: string | null;
  hideLabel?: boolean;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}

/** A labelled control; its error stands beside it and is announced with it. */
export function Field({ label, hint, error, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className={className}>
      <div className={cx('mb-1.5 flex items-center justify-between gap-2', hideLabel && 'sr-only')}>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint != null && <span className="text-12 text-meta">{hint}</span>}
      </div>
      {children({ id, 'aria-describedby': error ? errorId : undefined, 'aria-invalid': Boolean(error) })}
      {error && (
        <p id={errorId} role="alert" className="mt-1 flex items-center gap-1.5 text-12 text-danger">
          <TriangleAlert size={12} strokeWidth={1.75} aria-hidden />
          {error}
        </p>
      )}
    </div>
  );
}

const control =
  'w-full rounded-2 border border-control bg-surface px-2.5 text-14 text-strong outline-offset-0 aria-invalid:border-danger';

export function TextInput({ className, ...props }: ComponentProps<'input'>) {
  return <input dir="auto" className={cx(control, 'h-9 max-rail:h-11', className)} {...props} />;
}

export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea dir="auto" className={cx(control, 'min-h-28 resize-y py-2 leading-[22px]', className)} {...props} />;
}
