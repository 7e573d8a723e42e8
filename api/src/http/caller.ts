/** Decides who calls, once per request, before any handler of a door runs. How is the assembly's choice. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller, Door } from '../caller.js';
import { isDoor } from './doors.js';

export type DecideCaller = (request: FastifyRequest) => Promise<Caller>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls. Only requests to a door have one. */
    caller: Caller;
  }
}

/** Apollo Client's header for its name, and the name of ours. Whoever borrows it gains nothing but a line in the trail. */
const clientName = { header: 'apollographql-client-name', web: 'relaydesk-web' };

export function decideCallers(app: FastifyInstance, decide: DecideCaller): void {
  app.decorateRequest('caller');
  app.addHook('onRequest', async (request) => {
    if (isDoor(request.url)) request.caller = await decide(request);
  });
}

/** A desk without accounts: whoever reaches it works as the team. */
export const teamWithoutName: DecideCaller = async (request) => ({
  kind: 'team',
  id: null,
  name: null,
  access: 'AGENT',
  address: request.ip,
  door: doorOf(request),
});

export function doorOf({ url, headers }: FastifyRequest): Door {
  if (!/^\/+graphql(\/|\?|$)/.test(url)) return 'rest';
  return headers[clientName.header] === clientName.web ? 'web' : 'graphql';
}
