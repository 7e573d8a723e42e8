import { useSession } from '../session/session.js';
import { cx } from '../ui/cx.js';
import { Avatar } from '../ui/feedback/Avatar.js';
import { askWhose } from './assigning.js';

export interface AssignedTicket {
  id: string;
  number: number;
  assignee?: { id: string; displayName: string } | null;
}

interface AssigneeButtonProps {
  ticket: AssignedTicket;
  /** The name beside the initials. */
  named?: boolean;
  tabIndex?: number;
  className?: string;
}

/** Whose a ticket is; pressing it asks whose it is to be. */
export function AssigneeButton({ ticket: { id, number, assignee }, named, tabIndex, className }: AssigneeButtonProps) {
  const { user } = useSession();
  const name = assignee?.displayName ?? null;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-label={`Assignee of T-${number}: ${name ?? 'nobody'}. Change`}
      className={cx('inline-flex min-w-0 items-center gap-1.5 rounded-2 text-strong', className)}
      onClick={() => askWhose([id])}
    >
      <Avatar name={name} own={assignee?.id === user?.id} />
      {named && <span className="cut">{name ?? 'Nobody'}</span>}
    </button>
  );
}
