import type { ReactNode } from 'react';
import { usePageTitle } from './usePageTitle.js';

/** The 44 px bar every page begins with: its name, how many, and what can be done. It also names the browser tab. */
export function PageBar({ title, count, children }: { title: string; count?: ReactNode; children?: ReactNode }) {
  usePageTitle(title);
  return (
    <header className="flex h-11 flex-none items-center gap-2 border-b border-hair px-4 max-rail:h-13">
      <h1 className="font-semibold whitespace-nowrap max-rail:text-16">{title}</h1>
      {count != null && <span className="whitespace-nowrap text-meta">{count}</span>}
      <span className="grow" />
      {children}
    </header>
  );
}
