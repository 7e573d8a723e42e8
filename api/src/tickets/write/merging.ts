/**
 * Tickets that go on in another. One pointer says so, and never points at a ticket that is merged itself: what was merged
 * into a ticket moves along with it. The database keeps counts, turns, words and both trails in step.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../../caller.js';
import { sign } from '../../database/signature.js';
import { inTransaction } from '../../database/transaction.js';
import { InvalidInputError, NotFoundError, WrongStateError } from '../../errors.js';
import type { Ticket } from '../ticket.entity.js';
import { refuseIncidents } from './incident-guard.js';
import { lockTickets } from './ticket-writes.js';

/** At most so many at once. */
export const mostMerged = 20;

export type Merged = { readonly ticket: Ticket; readonly mergedTickets: readonly Ticket[] };

export type MergeOptions = { readonly allowDifferentRequesters: boolean };

export class MergeService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws InvalidInputError, NotFoundError, WrongStateError */
  async merge(caller: Caller, into: number, numbers: readonly number[], options: MergeOptions): Promise<Merged> {
    return inTransaction(this.dataSource, async (manager) => {
      await sign(manager, caller);
      return mergeTickets(manager, into, numbers, options);
    });
  }

  /** @throws NotFoundError, WrongStateError */
  async unmerge(caller: Caller, number: number): Promise<{ ticket: Ticket; formerTarget: Ticket }> {
    return inTransaction(this.dataSource, async (manager) => {
      await sign(manager, caller);
      const [ticket, former] = await lockWithTarget(manager, number);
      if (!ticket) throw unknown(['id']);
      if (!former) throw new WrongStateError(`T-${number} is not merged.`, ['id']);
      await pointTo(manager, [number], null);
      const [after, target] = await lockPair(manager, number, former.number);
      return { ticket: after, formerTarget: target };
    });
  }
}

/** In a signed transaction. @throws InvalidInputError, NotFoundError, WrongStateError */
export async function mergeTickets(
  manager: EntityManager,
  into: number,
  numbers: readonly number[],
  { allowDifferentRequesters }: MergeOptions,
): Promise<Merged> {
  const wanted = [...new Set(numbers)];
  refuseTooMany(wanted);
  const target = await targetOf(manager, into, wanted);
  const all = new Map((await lockGroups(manager, [target, ...wanted])).map((ticket) => [ticket.number, ticket]));
  const goesOn = all.get(target);
  if (!goesOn) throw unknown(['intoId']);
  // Merged at this very moment: the next try finds where it went.
  if (goesOn.mergedIntoKey != null) throw new WrongStateError(`T-${target} is merged itself.`, ['intoId']);
  const fresh = wanted.filter((number, index) => {
    const path = ['ids', String(index)];
    const ticket = all.get(number);
    if (!ticket) throw unknown(path);
    if (number === target) throw new WrongStateError('A ticket cannot be merged into itself.', path);
    if (ticket.mergedIntoKey === target) return false;
    if (ticket.mergedIntoKey != null) {
      throw new WrongStateError(`T-${number} is merged into T-${ticket.mergedIntoKey}. Unmerge it first.`, path);
    }
    if (!allowDifferentRequesters && differ(ticket, goesOn)) {
      const message = `T-${number} and T-${target} have different requesters. Allow that, and each will see only their own messages.`;
      throw new WrongStateError(message, path);
    }
    return true;
  });
  await refuseIncidents(manager, fresh, (number) => ['ids', String(wanted.indexOf(number))]);
  const followers = [...all.values()].filter(({ mergedIntoKey }) => fresh.includes(mergedIntoKey ?? 0));
  await pointTo(manager, [...fresh, ...followers.map(({ number }) => number)], target);
  const after = new Map((await lockTickets(manager, [target, ...wanted])).map((ticket) => [ticket.number, ticket]));
  return {
    ticket: after.get(target) ?? goesOn,
    mergedTickets: wanted.flatMap((number) => after.get(number) ?? []),
  };
}

/** Held together, the ticket and the one that goes on for it, where there is one. */
export async function lockWithTarget(manager: EntityManager, number: number): Promise<[Ticket?, Ticket?]> {
  const [known] = await manager.query<{ target: number | null }[]>(
    'select merged_into as target from ticket where number = $1',
    [number],
  );
  const locked = await lockTickets(manager, known?.target == null ? [number] : [number, known.target]);
  const ticket = locked.find((one) => one.number === number);
  const target = locked.find((one) => one.number === ticket?.mergedIntoKey);
  if (ticket?.mergedIntoKey == null || target) return [ticket, target];
  return [ticket, (await lockTickets(manager, [ticket.mergedIntoKey]))[0]];
}

/** Points these where they go on, or nowhere; their versions rise, so that whoever saw them before does not change them. */
export async function pointTo(
  manager: EntityManager,
  numbers: readonly number[],
  target: number | null,
): Promise<void> {
  if (numbers.length === 0) return;
  await manager.query(
    `update ticket set merged_into = $2, version = version + 1, updated_at = now() where number = any($1::integer[])`,
    [numbers, target],
  );
}

/** @throws WrongStateError */
export function refuseMerged({ number, mergedIntoKey }: Ticket, path: readonly string[] = ['id']): void {
  if (mergedIntoKey == null) return;
  throw new WrongStateError(`T-${number} is merged into T-${mergedIntoKey}. Change that one, or unmerge it.`, path);
}

/** Nobody is known to be another person than nobody; but nobody's pages are shared either. */
function differ(one: Ticket, other: Ticket): boolean {
  return one.requesterKey !== null && other.requesterKey !== null && one.requesterKey !== other.requesterKey;
}

/** A merged ticket stands for the one that goes on, but for whoever would merge that one into it. */
async function targetOf(manager: EntityManager, into: number, numbers: readonly number[]): Promise<number> {
  const [row] = await manager.query<{ target: number }[]>(
    'select coalesce(merged_into, number) as target from ticket where number = $1',
    [into],
  );
  if (!row) throw unknown(['intoId']);
  const index = numbers.indexOf(row.target);
  if (index >= 0 && row.target !== into) {
    throw new WrongStateError(`T-${into} is merged into T-${row.target}. Unmerge it first.`, ['ids', String(index)]);
  }
  return row.target;
}

/** With what was merged into them. */
async function lockGroups(manager: EntityManager, numbers: readonly number[]): Promise<Ticket[]> {
  const rows = await manager.query<{ number: number }[]>(
    'select number from ticket where merged_into = any($1::integer[])',
    [numbers],
  );
  return lockTickets(manager, [...numbers, ...rows.map(({ number }) => number)]);
}

async function lockPair(manager: EntityManager, one: number, other: number): Promise<[Ticket, Ticket]> {
  const locked = await lockTickets(manager, [one, other]);
  const [first, second] = [one, other].map((number) => locked.find((ticket) => ticket.number === number));
  if (!first || !second) throw unknown(['id']);
  return [first, second];
}

function refuseTooMany(numbers: readonly number[]): void {
  if (numbers.length > 0 && numbers.length <= mostMerged) return;
  const message = `\`ids\` has ${numbers.length} entries; 1 to ${mostMerged} are allowed.`;
  throw new InvalidInputError([{ path: ['ids'], code: 'invalid', message }]);
}

const unknown = (path: readonly string[]) => new NotFoundError('There is no ticket with this id.', path);
