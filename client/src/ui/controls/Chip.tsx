import { X } from 'lucide-react';
import type { ReactNode } from 'react';

interface ChipProps {
  name: string;
  /** The value part: usually a button that opens the menu it was chosen from. */
  children: ReactNode;
  onRemove: () => void;
}

/** An active filter: its name, its value, and the way to remove it. */
export function Chip({ name, children, onRemove }: ChipProps) {
  return (
    <div className="inline-flex h-[26px] shrink-0 items-stretch rounded-2 border border-line text-12 whitespace-nowrap text-body max-rail:h-8">
      <span className="flex items-center px-[7px]">{name}</span>
      <span className="flex items-center border-l border-hair font-medium text-strong">{children}</span>
      <button
        type="button"
        aria-label={`Remove filter ${name}`}
        className="hit flex items-center rounded-r-2 border-l border-hair px-[5px] text-meta hover:bg-hover hover:text-strong max-rail:px-2"
        onClick={onRemove}
      >
        <X size={14} strokeWidth={1.5} aria-hidden />
      </button>
    </div>
  );
}

/** The only filled badge of the desk: a value that triage proposed. */
export function Badge({ children }: { children: ReactNode }) {
  return <span className="rounded-1 bg-accent-soft px-[5px] text-11 font-medium text-accent-strong">{children}</span>;
}
