/** Whose a ticket may be: somebody who is active, and a team that there is. */
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { sign } from '../../database/signature.js';
import { ConflictError, InvalidInputError } from '../../errors.js';
import { accountsByKey } from '../../identity/accounts/account-reads.js';
import type { User } from '../../identity/accounts/user.js';
import { refuseUnknownRequester } from '../../people/requester-writes.js';
import type { TicketChanges } from '../fields/ticket-rules.js';
import type { Ticket } from '../ticket.entity.js';

/** Holds the person's row, so that somebody who is leaving at this moment is not given a ticket that nobody hands over. */
export async function refuseUnknownAssignment(
  manager: EntityManager,
  { assigneeKey, teamKey, requesterKey }: TicketChanges,
): Promise<void> {
  if (assigneeKey != null) {
    const people = await manager.query<unknown[]>(
      `select from account where id = $1 and activated_at is not null and deactivated_at is null for share`,
      [assigneeKey],
    );
    if (people.length === 0) throw unknown('assigneeId', 'There is no active person with this id.');
  }
  if (requesterKey != null) await refuseUnknownRequester(manager, requesterKey);
  if (teamKey != null) {
    const teams = await manager.query<unknown[]>('select from team where id = $1 for share', [teamKey]);
    if (teams.length === 0) throw unknown('teamId', 'There is no team with this id.');
  }
}

function unknown(field: string, message: string): InvalidInputError {
  return new InvalidInputError([{ path: [field], code: 'invalid', message }]);
}

export async function takenBy(manager: EntityManager, ticket: Ticket, key: number): Promise<ConflictError<Ticket>> {
  const owner = (await accountsByKey(manager, [key])).get(key);
  return new ConflictError(`${owner?.displayName ?? 'Somebody'} has taken this ticket.`, ['id'], ticket);
}

/** Unfinished tickets of somebody who leaves go to another person, or to nobody; finished ones keep whose they were. */
export async function handOverTickets(
  manager: EntityManager,
  from: User,
  to: User | null,
  caller: Caller,
): Promise<void> {
  await sign(manager, caller);
  await manager.query(
    `update ticket set assignee_id = $2, version = version + 1, updated_at = now()
     where assignee_id = $1 and status in ('open', 'in_progress')`,
    [from.key, to?.key ?? null],
  );
}

/** Tickets of a team that is about to be gone belong to no team. */
export async function leaveTeam(manager: EntityManager, teamId: number, caller: Caller): Promise<void> {
  await sign(manager, caller);
  await manager.query(
    'update ticket set team_id = null, version = version + 1, updated_at = now() where team_id = $1',
    [teamId],
  );
}
