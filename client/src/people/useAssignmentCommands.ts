import { useSession } from '../session/session.js';
import { askWhose } from './assigning.js';
import { useAssignTickets } from './useAssignTickets.js';
import { useClaimTicket } from './useClaimTicket.js';

interface AssignmentCommands {
  /** Null where nobody is signed in. */
  claim: (() => void) | null;
  assign: (() => void) | null;
}

/** Assigning by key: one ticket is claimed, so that two who do it at once cannot both have it; several are taken. */
export function useAssignmentCommands(chosen: () => readonly string[]): AssignmentCommands {
  const { user } = useSession();
  const claimTicket = useClaimTicket();
  const assignTickets = useAssignTickets();
  if (!user) return { claim: null, assign: null };
  return {
    claim() {
      const ids = chosen();
      if (ids.length > 1) void assignTickets(ids, { assigneeId: user.id }, user.displayName);
      else if (ids[0]) void claimTicket(ids[0]);
    },
    assign() {
      const ids = chosen();
      if (ids.length > 0) askWhose(ids);
    },
  };
}

/** The keys for it, the same on every screen. */
export function assignmentShortcuts({ claim, assign }: AssignmentCommands) {
  return [
    ...(claim ? [{ keys: 'i', label: 'assign to me', run: claim }] : []),
    ...(assign ? [{ keys: 'shift+i', label: 'assign to…', run: assign }] : []),
  ];
}
