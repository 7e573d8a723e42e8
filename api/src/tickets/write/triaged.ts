/** Whether a person has still to look at a ticket. Changes settle that by a trigger; these are the cases without a change. */
import type { EntityManager } from 'typeorm';

/** A person kept a ticket as it is. What a program keeps, nobody has looked at. */
export async function markTriaged(manager: EntityManager, number: number): Promise<void> {
  await manager.query(
    'update ticket set needs_triage = false where number = $1 and needs_triage and is_written_by_people()',
    [number],
  );
}

/** As if nobody had looked at it. */
export async function markUntriaged(manager: EntityManager, numbers: readonly number[]): Promise<void> {
  await manager.query('update ticket set needs_triage = true where number = any($1::integer[])', [numbers]);
}
