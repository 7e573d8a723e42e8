/** `?assignee=me|none|ID`, `?team=ID`, `?requester=ID` and `?waiting_on=`, where ids are the graph's. */
import type { Caller } from '../../caller.js';
import type { Issue } from '../../errors.js';
import { lastText } from '../../http/urlencoded.js';
import { numberOf } from '../../relay/global-id.js';
import { WaitingOn } from '../fields/ticket-values.js';
import type { TicketFilter } from '../read/ticket-filter.js';

type Query = Readonly<Record<string, unknown>>;

/** No row has this key. */
const nobody = 0;

const allowed = {
  assignee: 'me, none or the id of a person',
  team: 'the id of a team',
  requester: 'the id of a requester',
} as const;

/** What is wrong is added to `issues`. */
export function parseAssignment(
  { accountId }: Caller,
  query: Query,
  issues: Issue[],
): Pick<TicketFilter, 'assignee' | 'team' | 'requester' | 'waitingOn'> {
  const assignee = lastText(query.assignee);
  const team = lastText(query.team);
  const requester = lastText(query.requester);
  const turn = lastText(query.waiting_on);
  const keyOf = (field: keyof typeof allowed, type: string, id: string) => {
    const key = numberOf(type, id);
    if (key !== null) return key;
    issues.push({ path: [field], code: 'invalid', message: `Enter ${allowed[field]}.` });
    return nobody;
  };
  const people = () => {
    if (assignee === null) return null;
    if (assignee === 'none') return { keys: [], none: true };
    const key = assignee === 'me' ? (accountId ?? nobody) : keyOf('assignee', 'User', assignee);
    return { keys: [key], none: false };
  };
  const waitingOn = Object.values(WaitingOn).find((value) => value === turn);
  if (turn !== null && !waitingOn) {
    const message = `Select one of ${Object.values(WaitingOn).join(', ')}.`;
    issues.push({ path: ['waiting_on'], code: 'invalid_choice', message });
  }
  return {
    assignee: people(),
    team: team === null ? null : [keyOf('team', 'Team', team)],
    requester: requester === null ? null : keyOf('requester', 'Requester', requester),
    waitingOn: waitingOn ? [waitingOn] : null,
  };
}
