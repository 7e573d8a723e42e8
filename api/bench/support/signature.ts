/** Signs what a session writes to tickets until it ends, as no caller that triage learns from. */
export const signSession = `select set_config('relaydesk.source', 'api', false), set_config('relaydesk.actor', '', false),
  set_config('relaydesk.actor_kind', 'system', false)`;
