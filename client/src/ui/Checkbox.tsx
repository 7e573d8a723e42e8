import { Check, Minus } from 'lucide-react';
import { Checkbox as RadixCheckbox } from 'radix-ui';
import { cx } from './cx.js';

interface CheckboxProps {
  label: string;
  checked: boolean | 'mixed';
  /** `range` is true while Shift is held: everything up to here is meant. */
  onChange: (checked: boolean, range: boolean) => void;
  tabIndex?: number;
  className?: string;
}

export function Checkbox({ label, checked, onChange, tabIndex, className }: CheckboxProps) {
  return (
    <RadixCheckbox.Root
      aria-label={label}
      checked={checked === 'mixed' ? 'indeterminate' : checked}
      tabIndex={tabIndex}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onChange(checked !== true, event.shiftKey);
      }}
      className={cx(
        'hit grid size-3.5 shrink-0 place-items-center rounded-1 border border-control bg-surface text-on-accent',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent',
        className,
      )}
    >
      <RadixCheckbox.Indicator>
        {checked === 'mixed' ? (
          <Minus size={10} strokeWidth={3} aria-hidden />
        ) : (
          <Check size={11} strokeWidth={3} aria-hidden />
        )}
      </RadixCheckbox.Indicator>
    </RadixCheckbox.Root>
  );
}
