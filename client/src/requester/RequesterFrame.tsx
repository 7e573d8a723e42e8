import type { ReactNode } from 'react';
import { Brand } from '../shell/Brand.js';

/** The frame of the requester's page: no sidebar, nothing of the desk. */
export function RequesterFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-full flex-col overflow-y-auto bg-surface">
      <header className="flex h-13 flex-none items-center border-b border-hair px-6 max-rail:px-4 [&_.max-side\:sr-only]:not-sr-only">
        <Brand />
      </header>
      <main className="mx-auto flex w-full max-w-[592px] grow flex-col px-4 pt-8 max-rail:pt-5">{children}</main>
      <footer className="flex-none px-4 pt-10 pb-6 text-center text-12 text-meta">
        Answered by people, run with Relaydesk
      </footer>
    </div>
  );
}
