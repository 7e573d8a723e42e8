import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cx } from '../ui/cx.js';

export const sidebarItem = (current: boolean) =>
  cx(
    'flex h-7 w-full items-center gap-2 rounded-2 px-2 font-medium text-body -outline-offset-2 hover:bg-hover [&>svg]:shrink-0 [:where(&>svg)]:text-meta',
    'max-side:size-9 max-side:justify-center max-side:px-0',
    current && 'bg-active text-strong hover:bg-active [&>svg]:text-strong',
  );

interface SidebarLinkProps {
  to: string;
  icon: LucideIcon;
  label: string;
  current: boolean;
  count?: ReactNode;
  /** A page outside the app: a plain link that loads it. */
  external?: boolean;
}

/** One place to go. In the narrow rail only its icon is seen; its name stays for screen readers and on hover. */
export function SidebarLink({ to, icon: Icon, label, current, count, external }: SidebarLinkProps) {
  const content = (
    <>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <span className="cut max-side:sr-only">{label}</span>
      {count != null && <span className="digits ml-auto text-12 font-normal text-meta max-side:hidden">{count}</span>}
    </>
  );
  const shared = {
    className: sidebarItem(current),
    title: label,
    'aria-current': current ? ('page' as const) : undefined,
  };
  return external ? (
    <a href={to} {...shared}>
      {content}
    </a>
  ) : (
    <Link to={to} {...shared}>
      {content}
    </Link>
  );
}

export function SidebarHeading({ children }: { children: ReactNode }) {
  return <h2 className="px-2 pt-4 pb-1 text-11 font-medium text-meta max-side:hidden">{children}</h2>;
}
