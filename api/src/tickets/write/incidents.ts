/**
 * Tickets that are part of one incident, which is a ticket itself. One pointer says so, and never points at a ticket that
 * is part of another. Each keeps its conversation and its requester; the database keeps both trails in step.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { sign } from '../../database/signature.js';
import { inTransaction } from '../../database/transaction.js';
import { InvalidInputError, NotFoundError, WrongStateError } from '../../errors.js';
import { mostTickets } from '../fields/ticket-rules.js';
import type { Ticket } from '../ticket.entity.js';
import { refuseIncidents } from './incident-guard.js';
import { refuseMerged } from './merging.js';
import { lockTickets } from './ticket-writes.js';

/** So many can be part of one incident: each is held while all of them are answered, and one page lists them. */
export const mostOfIncident = 100;

export type Grouped = { readonly incident: Ticket | null; readonly tickets: readonly Ticket[] };

export class IncidentService {
  constructor(private readonly dataSource: DataSource) {}

  /** Null removes them from whichever they are part of. @throws InvalidInputError, NotFoundError, WrongStateError */
  async set(caller: Caller, incident: number | null, numbers: readonly number[]): Promise<Grouped> {
    return inTransaction(this.dataSource, async (manager) => {
      await sign(manager, caller);
      const wanted = [...new Set(numbers)];
      refuseTooMany(wanted);
      return incident === null ? takeOut(manager, wanted) : putInto(manager, incident, wanted);
    });
  }
}

/** The tickets that are part of an incident and stand for themselves, held until the transaction ends, by number. */
export async function lockIncidentTickets(manager: EntityManager, incident: number): Promise<Ticket[]> {
  const rows = await manager.query<{ number: number }[]>('select number from ticket where incident = $1', [incident]);
  const held = await lockTickets(
    manager,
    rows.map(({ number }) => number),
  );
  return held.filter(({ incidentKey, mergedIntoKey }) => incidentKey === incident && mergedIntoKey == null);
}

async function putInto(manager: EntityManager, number: number, wanted: readonly number[]): Promise<Grouped> {
  const all = byNumber(await lockTickets(manager, [number, ...wanted]));
  const incident = all.get(number);
  if (!incident) throw unknown(['incidentId']);
  refuseMerged(incident, ['incidentId']);
  if (incident.incidentKey != null) {
    const message = `T-${number} is itself part of T-${incident.incidentKey}. Remove it from that incident, or choose that one.`;
    throw new WrongStateError(message, ['incidentId']);
  }
  const fresh = wanted.filter((one, index) => isFresh(all.get(one), number, ['ticketIds', String(index)]));
  await refuseIncidents(manager, fresh, (one) => ['ticketIds', String(wanted.indexOf(one))]);
  await refuseFull(manager, number, fresh.length);
  await pointTo(manager, fresh, number, fresh.length > 0 ? [number] : []);
  return current(manager, number, wanted);
}

/** Whether it is not there yet. @throws NotFoundError, WrongStateError */
function isFresh(ticket: Ticket | undefined, incident: number, path: readonly string[]): boolean {
  if (!ticket) throw unknown(path);
  const { number, incidentKey } = ticket;
  if (number === incident) throw new WrongStateError('A ticket cannot be part of itself.', path);
  if (incidentKey === incident) return false;
  if (incidentKey != null) {
    throw new WrongStateError(
      `T-${number} is already part of T-${incidentKey}. Remove it from that incident first.`,
      path,
    );
  }
  refuseMerged(ticket, path);
  return true;
}

/** Merged ones too: they kept where they belong. Those that are part of nothing stay as they are. */
async function takeOut(manager: EntityManager, wanted: readonly number[]): Promise<Grouped> {
  const known = await manager.query<{ incident: number }[]>(
    'select distinct incident from ticket where number = any($1::integer[]) and incident is not null',
    [wanted],
  );
  const all = byNumber(await lockTickets(manager, [...wanted, ...known.map(({ incident }) => incident)]));
  const leaving = wanted.filter((number, index) => {
    const ticket = all.get(number);
    if (!ticket) throw unknown(['ticketIds', String(index)]);
    if (ticket.incidentKey == null) return false;
    // Put elsewhere at this very moment: whoever asked meant where it was.
    if (all.has(ticket.incidentKey)) return true;
    throw new WrongStateError(`T-${number} is part of T-${ticket.incidentKey} by now.`, ['ticketIds', String(index)]);
  });
  const former = new Set(leaving.flatMap((number) => all.get(number)?.incidentKey ?? []));
  await pointTo(manager, leaving, null, [...former]);
  return current(manager, null, wanted);
}

/** Their versions rise, so that whoever saw them before does not change them; the incidents count as changed too. */
async function pointTo(
  manager: EntityManager,
  numbers: readonly number[],
  incident: number | null,
  concerned: readonly number[],
): Promise<void> {
  await manager.query(
    `update ticket set incident = $2, version = version + 1, updated_at = now() where number = any($1::integer[])`,
    [numbers, incident],
  );
  await manager.query('update ticket set updated_at = now() where number = any($1::integer[])', [concerned]);
}

async function current(manager: EntityManager, incident: number | null, wanted: readonly number[]): Promise<Grouped> {
  const all = byNumber(await lockTickets(manager, incident === null ? wanted : [incident, ...wanted]));
  return {
    incident: all.get(incident ?? 0) ?? null,
    tickets: wanted.flatMap((number) => all.get(number) ?? []),
  };
}

async function refuseFull(manager: EntityManager, incident: number, more: number): Promise<void> {
  const [row] = await manager.query<{ count: number }[]>(
    'select count(*)::int as count from ticket where incident = $1',
    [incident],
  );
  if (more === 0 || (row?.count ?? 0) + more <= mostOfIncident) return;
  throw new WrongStateError(`At most ${mostOfIncident} tickets can be part of one incident.`, ['ticketIds']);
}

function refuseTooMany(numbers: readonly number[]): void {
  if (numbers.length > 0 && numbers.length <= mostTickets) return;
  const message = `\`ticketIds\` has ${numbers.length} entries; 1 to ${mostTickets} are allowed.`;
  throw new InvalidInputError([{ path: ['ticketIds'], code: 'invalid', message }]);
}

const byNumber = (tickets: readonly Ticket[]) => new Map(tickets.map((ticket) => [ticket.number, ticket]));

const unknown = (path: readonly string[]) => new NotFoundError('There is no ticket with this id.', path);
