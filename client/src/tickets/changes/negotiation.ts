/**
 * How a change reaches a ticket that others may change too. Each attempt names the version it is based on. Where the server
 * has a newer one, the change is repeated on top of it, unless both touched the same field: then the person decides.
 */
import type { UserErrorCode } from '../../gql/graphql.js';
import type { Conflict, Resolution } from './conflicts.js';
import { changedFields, disputedFields, type TicketChange, type TicketValues } from './ticketChange.js';

interface VersionedTicket extends TicketValues {
  number: number;
  version: number;
  updatedAt: string;
}

export interface Fault {
  code: UserErrorCode;
  path: readonly string[];
  message: string;
}

/** One request to the server. After a conflict it answers with the ticket as it is now. */
export type Attempt = (
  change: TicketChange,
  expectedVersion: number,
) => Promise<{ ticket: VersionedTicket | null; userErrors: readonly Fault[] }>;

interface Negotiation {
  change: TicketChange;
  /** The ticket the person was looking at. */
  seen: VersionedTicket;
  /** The version that the last change from this window left; 0 where there was none. */
  lastVersion: number;
  attempt: Attempt;
  ask: (conflict: Conflict) => Promise<Resolution>;
}

/** Resolves with the version the ticket has afterwards and the faults that stopped the change, if any. */
export async function negotiate({ change, seen, lastVersion, attempt, ask }: Negotiation): Promise<{
  version: number;
  faults: readonly Fault[];
}> {
  const { ticket, userErrors } = await attempt(change, Math.max(seen.version, lastVersion));
  const isConflict = userErrors.some(({ code }) => code === 'CONFLICT');
  if (!ticket || !isConflict) return { version: ticket?.version ?? lastVersion, faults: userErrors };

  const fields = disputedFields(change, seen, ticket);
  const conflict = { number: seen.number, fields, seen, mine: change, theirs: ticket, changedAt: ticket.updatedAt };
  const isMine = fields.length === 0 || (await ask(conflict)) === 'mine';
  const rest = isMine ? change : without(change, fields);
  if (changedFields(rest).length === 0) return { version: ticket.version, faults: [] };
  return negotiate({ change: rest, seen: ticket, lastVersion: ticket.version, attempt, ask });
}

function without(change: TicketChange, fields: readonly string[]): TicketChange {
  return Object.fromEntries(Object.entries(change).filter(([field]) => !fields.includes(field)));
}
