import { ToggleGroup } from 'radix-ui';
import { cx } from '../cx.js';

interface SegmentedProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; name: string; title?: string }[];
  onChange: (value: V) => void;
  className?: string;
}

/** One of a few, all of them in sight. */
export function Segmented<V extends string>({ label, value, options, onChange, className }: SegmentedProps<V>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => next && onChange(next as V)}
      className={cx('flex shrink-0 overflow-hidden rounded-2 border border-line', className)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          title={option.title}
          className="hit h-6.5 border-hair px-2 text-12 whitespace-nowrap text-body -outline-offset-2 not-first:border-l hover:bg-hover data-[state=on]:bg-active data-[state=on]:font-medium data-[state=on]:text-strong max-rail:h-8"
        >
          {option.name}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
