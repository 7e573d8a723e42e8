/** People and teams as the graph names them, as the keys that the service knows. */
import type { Caller } from '../../caller.js';
import { InvalidInputError } from '../../errors.js';
import type { RequesterInput } from '../../people/requester.inputs.js';
import { numberOf } from '../../relay/global-id.js';
import type { TicketFilter } from '../read/ticket-filter.js';
import type { TicketFilterInput } from './ticket-filter.inputs.js';

type Given = {
  readonly assigneeId?: string | null | undefined;
  readonly teamId?: string | null | undefined;
  readonly requesterId?: string | null | undefined;
};

/** Undefined stays undefined, and null stays null. @throws InvalidInputError for what names no person or team */
export function withAssignment<Fields extends Given>({ assigneeId, teamId, requesterId, ...fields }: Fields) {
  return {
    ...fields,
    ...(assigneeId === undefined ? {} : { assigneeKey: keyOf('User', 'assigneeId', assigneeId) }),
    ...(teamId === undefined ? {} : { teamKey: keyOf('Team', 'teamId', teamId) }),
    ...(requesterId === undefined ? {} : { requesterKey: keyOf('Requester', 'requesterId', requesterId) }),
  };
}

const nouns = { User: 'active person', Team: 'team', Requester: 'requester' };

function keyOf(type: keyof typeof nouns, path: string, id: string | null): number | null {
  if (id === null) return null;
  const key = numberOf(type, id);
  if (key !== null) return key;
  const message = `There is no ${nouns[type]} with this id.`;
  throw new InvalidInputError([{ path: [path], code: 'invalid', message }]);
}

/** Who asks, as the graph names them. A malformed id is of nobody, as any other that is unknown. */
export function withRequester<Fields extends object>(given: Fields & { readonly requester?: unknown }) {
  const { requester, ...fields } = given;
  if (requester === undefined || requester === null) return fields;
  const { id, ...named } = requester as RequesterInput;
  return { ...fields, requester: { ...named, key: id == null ? null : (numberOf('Requester', id) ?? nobody) } };
}

/** No row has this key: what names nobody matches nothing. */
const nobody = 0;

export function filterOf(
  caller: Caller,
  { assignee, teamId, requesterId, incidentId, ...filter }: TicketFilterInput,
): TicketFilter {
  const keys = (type: string, ids: readonly string[]) => ids.map((id) => numberOf(type, id) ?? nobody);
  const isAsked = assignee && (assignee.ids || assignee.none != null || assignee.me != null);
  const people = isAsked
    ? {
        keys: [...keys('User', assignee.ids ?? []), ...(assignee.me ? [caller.accountId ?? nobody] : [])],
        none: assignee.none === true,
      }
    : null;
  return {
    ...filter,
    assignee: people,
    team: teamId ? keys('Team', teamId) : null,
    requester: requesterId == null ? null : (numberOf('Requester', requesterId) ?? nobody),
    incident: incidentId == null ? null : (numberOf('Ticket', incidentId) ?? nobody),
  };
}
