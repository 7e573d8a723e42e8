import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Announces itself, for a state that replaces content. */
  role?: 'status' | 'alert';
  /** Where it is the whole page, its title is the page's heading. */
  heading?: 'h1' | 'h2';
}

/** One icon, one sentence that helps, one primary action. */
export function EmptyState({ icon: Icon, title, children, actions, role, heading: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="m-auto max-w-[340px] min-w-0 p-4 text-center" role={role}>
      <Icon size={20} strokeWidth={1.5} className="mx-auto mb-3 text-meta" aria-hidden />
      <Heading className="text-14 font-semibold wrap-anywhere">{title}</Heading>
      {children && <div className="mx-auto mt-1 max-w-[280px] text-balance wrap-anywhere text-body">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
