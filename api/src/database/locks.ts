/**
 * Every advisory lock of the desk, each held until the transaction ends. `fold_ticket_counts()` takes one of its own,
 * `relaydesk.fold_ticket_counts`, in SQL. Who does periodic work is no lock: see jobs/periodic.ts.
 */
import type { EntityManager } from 'typeorm';

/** Keys stay the same in every version: during a rollout, two versions must exclude each other. */
const keys = {
  /** One process migrates, the others wait for it. */
  migrations: '7355608150',
  /** Two that ask for samples at once must not both find the desk empty. */
  samples: `hashtext('relaydesk.add_samples')`,
  /** Two racers must not both become the first administrator, nor the last two be demoted by each other. */
  team: `hashtext('relaydesk.team')`,
  /** Two uploads without a name that begin at once must not both find room for one. */
  uploads: `hashtext('relaydesk.uploads')`,
  /** Two repairs at a time would both append what is missing. */
  statsRepair: `hashtext('relaydesk.repair_stats')`,
};

/** Waits until nobody else holds it. */
export async function takeLock(manager: EntityManager, name: keyof typeof keys): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(${keys[name]})`);
}

/**
 * Two copies of one mail must not both find that none came before, nor must a mail and its answer both become tickets: who
 * decides about a mail holds its Message-ID and those it answers. Taken in one order, so that nobody waits in a circle.
 */
export async function takeMailLocks(manager: EntityManager, messageIds: readonly string[]): Promise<void> {
  await manager.query(
    `select pg_advisory_xact_lock(hashtext('relaydesk.mail'), hash)
     from (select distinct hashtext(id) as hash from unnest($1::text[]) as id order by hash) as ordered`,
    [messageIds],
  );
}
