import type { LucideIcon } from 'lucide-react';

/** The state of a thing, never a field of a ticket. */
export function Tag({ icon: Icon, children }: { icon: LucideIcon; children: string }) {
  return (
    <span className="inline-flex h-5 items-center gap-1 rounded-1 border border-line px-1.5 text-12 whitespace-nowrap text-body">
      <Icon size={12} strokeWidth={1.5} aria-hidden />
      {children}
    </span>
  );
}
