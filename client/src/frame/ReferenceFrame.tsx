import { ArrowLeft, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from '../ui/controls/Button.js';

interface ReferenceFrameProps {
  /** The name of the page; it brings its own heading where it has more to say. */
  name: ReactNode;
  /** Where its sister is. */
  other: { href: string; label: string; icon: LucideIcon };
  children: ReactNode;
}

/** What stands around the pages that show the API: their name, the way back, and each other. */
export function ReferenceFrame({ name, other: { href, label, icon: Icon }, children }: ReferenceFrameProps) {
  return (
    <div className="flex h-full flex-col bg-surface">
      <header className="flex h-11 flex-none items-center gap-2 border-b border-hair px-4 max-rail:h-13 max-rail:px-2">
        <a href="/" className={buttonClass({ tone: 'ghost' })}>
          <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
          <span className="max-rail:sr-only">Back to the desk</span>
        </a>
        {name}
        <span className="grow" />
        <a href={href} className={buttonClass({ tone: 'ghost' })}>
          <Icon size={16} strokeWidth={1.5} aria-hidden />
          <span className="max-rail:sr-only">{label}</span>
        </a>
      </header>
      {children}
    </div>
  );
}
