import type { ComponentProps } from 'react';
import { cx } from '../../ui/cx.js';

interface ChoiceProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  /** Its name for screen readers. */
  label: string;
  options: readonly { value: string; name: string }[];
  /** Something has to be chosen still. */
  isMissing?: boolean;
  onChange: (value: string) => void;
}

/** A native list of choices, the same on every device and keyboard. */
export function Choice({ label, options, isMissing, onChange, className, ...props }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      className={cx(
        'h-7 w-full min-w-0 rounded-2 border bg-surface pr-1 pl-2 text-12 text-strong max-rail:h-11 max-rail:text-16',
        isMissing ? 'border-warn-line bg-warn-soft' : 'border-control',
        className,
      )}
      onChange={(event) => onChange(event.target.value)}
      {...props}
    >
      {options.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}
