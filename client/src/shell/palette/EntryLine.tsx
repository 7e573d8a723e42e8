import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../../ui/cx.js';

interface EntryLineProps {
  id: string;
  heading: string | null;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
  children: ReactNode;
}

/** One result; a heading stands above the first of its group. */
export function EntryLine({ id, heading, isActive, onPoint, onChoose, children }: EntryLineProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <>
      {heading && (
        <div role="presentation" className="px-2.5 pt-1.5 pb-1 text-11 font-medium text-meta">
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the combobox holds the focus. */}
      <div
        ref={line}
        id={id}
        role="option"
        aria-selected={isActive}
        className={cx('flex h-9 items-center gap-2.5 rounded-2 px-2.5 max-rail:h-11', isActive && 'bg-active')}
        onMouseMove={isActive ? undefined : onPoint}
        onClick={onChoose}
      >
        {children}
      </div>
    </>
  );
}
