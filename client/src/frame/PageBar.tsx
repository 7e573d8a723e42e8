import type { ReactNode } from 'react';
import { usePageTitle } from './usePageTitle.js';

interface PageBarProps {
  title: string;
  /** The name of the browser tab; the title unless told. Null leaves it to what is open inside the page. */
  tabTitle?: string | null;
  count?: ReactNode;
  children?: ReactNode;
}

/** The 44 px bar every page begins with: its name, how many, and what can be done. */
export function PageBar({ title, tabTitle = title, count, children }: PageBarProps) {
  usePageTitle(tabTitle);
  return (
    <header className="flex h-11 flex-none items-center gap-2 border-b border-hair px-4 max-rail:h-13">
      <h1 className="font-semibold whitespace-nowrap max-rail:text-16">{title}</h1>
      {count && <span className="whitespace-nowrap text-meta">{count}</span>}
      <span className="grow" />
      {children}
    </header>
  );
}
