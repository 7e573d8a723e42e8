/**
 * Signs what a transaction writes, for the triggers that keep the trail: through which door it came, who wrote it, and
 * what kind of caller that was. The database refuses a write to tickets that is not signed.
 */
import type { EntityManager } from 'typeorm';
import type { Caller, Door } from '../caller.js';
import { noteSigned } from './commits.js';

/** The trail's word for each door. */
const sources = {
  web: 'web',
  graphql: 'graphql',
  rest: 'api',
  import: 'import',
  mail: 'mail',
  system: 'system',
} satisfies Record<Door, string>;

/** Holds until the transaction ends. */
export async function sign(manager: EntityManager, { door, name, kind, id, accountId }: Caller): Promise<void> {
  noteSigned(manager);
  await manager.query(
    `select set_config('relaydesk.source', $1, true), set_config('relaydesk.actor', $2, true),
       set_config('relaydesk.actor_kind', $3, true), set_config('relaydesk.account', $4, true),
       set_config('relaydesk.token', $5, true)`,
    [sources[door], name ?? '', kind, accountId == null ? '' : String(accountId), kind === 'token' ? (id ?? '') : ''],
  );
}
