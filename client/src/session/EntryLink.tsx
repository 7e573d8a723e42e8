import type { ReactNode } from 'react';
import { Link } from 'react-router';

export function EntryLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="text-accent underline-offset-2 hover:underline">
      {children}
    </Link>
  );
}
