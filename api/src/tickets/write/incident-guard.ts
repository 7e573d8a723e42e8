import type { EntityManager } from 'typeorm';
import { WrongStateError } from '../../errors.js';

/** In a signed transaction that holds the tickets: what others are part of is not merged away. @throws WrongStateError */
export async function refuseIncidents(
  manager: EntityManager,
  numbers: readonly number[],
  pathOf: (number: number) => readonly string[],
): Promise<void> {
  const [row] = await manager.query<{ number: number; count: number }[]>(
    `select incident as number, count(*)::int as count from ticket where incident = any($1::integer[])
     group by 1 order by 1 limit 1`,
    [numbers],
  );
  if (!row) return;
  const telling = row.count === 1 ? 'One ticket tells' : `${row.count} tickets tell`;
  throw new WrongStateError(`${telling} of T-${row.number}. Take them out of it first.`, pathOf(row.number));
}
