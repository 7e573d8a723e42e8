import type { CallerKind } from '../../src/caller.js';

/** SQL without parameters that writes to tickets behind the desk's back, signed as the desk's own writes are. */
export function signed(sql: string, kind: CallerKind = 'team'): string {
  return `select set_config('relaydesk.source', 'api', true), set_config('relaydesk.actor', '', true),
    set_config('relaydesk.actor_kind', '${kind}', true);\n${sql}`;
}
