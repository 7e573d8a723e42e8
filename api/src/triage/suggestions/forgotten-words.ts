import type { EntityManager } from 'typeorm';

/** What suggestions quoted and told of a requester who is forgotten. */
export async function forgetSuggestedWords(manager: EntityManager, requesterKey: number): Promise<void> {
  await manager.query(
    `update triage_suggestion set quote = null, rationale = null
     where ticket_number in (select number from ticket where requester_id = $1)`,
    [requesterKey],
  );
}
