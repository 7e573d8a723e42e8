import type { NotificationReason } from '../gql/graphql.js';

interface Told {
  reason: NotificationReason;
  by?: { displayName: string } | null;
}

/** What happened, after the name of who did it where somebody did; "T-7" is the ticket. */
const deeds: Record<NotificationReason, { by: string | null; nobody: string }> = {
  MENTIONED: { by: 'mentioned you', nobody: 'You were mentioned' },
  TEAM_MENTIONED: { by: 'mentioned your team', nobody: 'Your team was mentioned' },
  ASSIGNED: { by: 'assigned this to you', nobody: 'This was assigned to you' },
  REQUESTER_REPLIED: { by: 'replied', nobody: 'The requester replied' },
  TEAM_REPLIED: { by: 'wrote', nobody: 'A colleague wrote' },
  DELIVERY_FAILED: { by: null, nobody: 'Your reply was not delivered' },
  UNASSIGNED_NEW: { by: null, nobody: 'New ticket, not assigned' },
  SNOOZE_ENDED: { by: null, nobody: 'Back from snooze' },
};

export function sentenceOf({ reason, by }: Told): { name: string | null; deed: string } {
  const deed = deeds[reason];
  return by && deed.by !== null ? { name: by.displayName, deed: deed.by } : { name: null, deed: deed.nobody };
}

const ofNotes: readonly NotificationReason[] = ['MENTIONED', 'TEAM_MENTIONED'];

/** Whether its words are the team's own. */
export const isOfNote = ({ reason }: Told) => ofNotes.includes(reason);
