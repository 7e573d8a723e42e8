import type { EntityManager } from 'typeorm';

/** Lets a requester in or keeps them out. Answers whether that is a change. */
export async function setBlocked(manager: EntityManager, requesterKey: number, blocked: boolean): Promise<boolean> {
  const [, changed] = await manager.query<[unknown[], number]>(
    `update requester set blocked_at = case when $2 then now() end where id = $1 and (blocked_at is not null) <> $2`,
    [requesterKey, blocked],
  );
  return changed > 0;
}
