/** People and teams as the graph names them, as the keys that the service knows. */
import type { Caller } from '../../caller.js';
import { InvalidInputError } from '../../errors.js';
import { numberOf } from '../../relay/global-id.js';
import type { TicketFilter } from '../read/ticket-filter.js';
import type { TicketFilterInput } from './ticket.inputs.js';

type Given = { readonly assigneeId?: string | null | undefined; readonly teamId?: string | null | undefined };

/** Undefined stays undefined, and null stays null. @throws InvalidInputError for what names no person or team */
export function withAssignment<Fields extends Given>({ assigneeId, teamId, ...fields }: Fields) {
  return {
    ...fields,
    ...(assigneeId === undefined ? {} : { assigneeKey: keyOf('User', 'assigneeId', assigneeId) }),
    ...(teamId === undefined ? {} : { teamKey: keyOf('Team', 'teamId', teamId) }),
  };
}

function keyOf(type: string, path: string, id: string | null): number | null {
  if (id === null) return null;
  const key = numberOf(type, id);
  if (key !== null) return key;
  const message = `There is no ${type === 'User' ? 'active person' : 'team'} with this id.`;
  throw new InvalidInputError([{ path: [path], code: 'invalid', message }]);
}

/** No row has this key: what names nobody matches nothing. */
const nobody = 0;

export function filterOf(caller: Caller, { assignee, teamId, ...filter }: TicketFilterInput): TicketFilter {
  const keys = (type: string, ids: readonly string[]) => ids.map((id) => numberOf(type, id) ?? nobody);
  const isAsked = assignee && (assignee.ids || assignee.none != null || assignee.me != null);
  const people = isAsked
    ? {
        keys: [...keys('User', assignee.ids ?? []), ...(assignee.me ? [caller.accountId ?? nobody] : [])],
        none: assignee.none === true,
      }
    : null;
  return { ...filter, assignee: people, team: teamId ? keys('Team', teamId) : null };
}
