/** `?assignee=me|none|ID` and `?team=ID`, where ids are the graph's. */
import type { Caller } from '../../caller.js';
import type { Issue } from '../../errors.js';
import { lastText } from '../../http/urlencoded.js';
import { numberOf } from '../../relay/global-id.js';
import type { TicketFilter } from '../read/ticket-filter.js';

type Query = Readonly<Record<string, unknown>>;

/** No row has this key. */
const nobody = 0;

/** What is wrong is added to `issues`. */
export function parseAssignment(
  { accountId }: Caller,
  query: Query,
  issues: Issue[],
): Pick<TicketFilter, 'assignee' | 'team'> {
  const assignee = lastText(query.assignee);
  const team = lastText(query.team);
  const keyOf = (field: string, type: string, id: string) => {
    const key = numberOf(type, id);
    if (key !== null) return key;
    const allowed = field === 'assignee' ? 'me, none or the id of a person' : 'the id of a team';
    issues.push({ path: [field], code: 'invalid', message: `Enter ${allowed}.` });
    return nobody;
  };
  const people = () => {
    if (assignee === null) return null;
    if (assignee === 'none') return { keys: [], none: true };
    const key = assignee === 'me' ? (accountId ?? nobody) : keyOf('assignee', 'User', assignee);
    return { keys: [key], none: false };
  };
  return { assignee: people(), team: team === null ? null : [keyOf('team', 'Team', team)] };
}
