import { Check, Minus } from 'lucide-react';
import { cx } from '../cx.js';

interface CheckboxProps {
  label: string;
  checked: boolean | 'mixed';
  /** `range` is true while Shift is held: everything up to here is meant. */
  onChange: (checked: boolean, range: boolean) => void;
  tabIndex?: number;
  className?: string;
}

/** A native checkbox in the desk's ink. The label around it makes the whole hit area count, above what else covers a row. */
export function Checkbox({ label, checked, onChange, tabIndex, className }: CheckboxProps) {
  const isMixed = checked === 'mixed';
  const Mark = isMixed ? Minus : Check;
  return (
    <label className={cx('hit z-1 grid size-3.5 shrink-0 place-items-center', className)}>
      <input
        type="checkbox"
        aria-label={label}
        checked={checked === true}
        tabIndex={tabIndex}
        ref={(input) => {
          if (input) input.indeterminate = isMixed;
        }}
        className="peer col-start-1 row-start-1 size-3.5 appearance-none rounded-1 border border-control bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent"
        onChange={(event) =>
          onChange(checked !== true, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
        }
      />
      <Mark
        size={11}
        strokeWidth={3}
        className="pointer-events-none z-1 col-start-1 row-start-1 hidden text-on-accent peer-checked:block peer-indeterminate:block"
        aria-hidden
      />
    </label>
  );
}
