/** Decides who calls, once per request, before any handler of a door runs. How is the assembly's choice. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Door } from '../caller.js';
import { textsInFlight } from '../database/reads/texts-in-flight.js';
import { isDoor, isGraphql } from './doors.js';

/**
 * `reply`: for what must be said with the answer whatever it is, such as a cookie that is to be deleted; null where an
 * open socket is asked again.
 */
export type DecideCaller = (request: FastifyRequest, reply: FastifyReply | null) => Promise<Caller>;

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
  app.addHook('onRequest', async (request, reply) => {
    if (!isDoor(request)) return;
    request.caller = await decide(request, reply);
    textsInFlight.answerWith(request.caller, reply.raw);
  });
}

export function doorOf(request: FastifyRequest): Door {
  if (!isGraphql(request)) return 'rest';
  return request.headers[clientName.header] === clientName.web ? 'web' : 'graphql';
}
