/** POST /auth/request: a link in, a cookie out that is worth one request for 30 minutes. One request is one guess. */
import type { FastifyPluginAsync } from 'fastify';
import { ForbiddenError } from '../../errors.js';
import type { Cookies } from '../../identity/sign-in/cookies.js';
import type { OwnOrigin } from '../../identity/sign-in/own-origin.js';
import { fieldsOf } from '../../rest/rest.js';
import { sendRestError } from '../../rest/rest-errors.js';
import { pageSeconds, type RequestLinks } from './request-links.js';

export type RequestDoor = {
  readonly requestLinks: RequestLinks;
  readonly cookies: Cookies;
  readonly origin: OwnOrigin;
};

const bodyLimit = 16_384;

export function requestRoutes({ requestLinks, cookies, origin }: RequestDoor): FastifyPluginAsync {
  return async (auth) => {
    auth.setErrorHandler(sendRestError);
    auth.addHook('onRequest', async (request) => {
      if (origin.isForeign(request))
        throw new ForbiddenError('This request comes from a page that is not of this desk.');
    });
    auth.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
    auth.post('/request', { bodyLimit }, async (request, reply) => {
      const { token } = fieldsOf(request.body);
      cookies.setRequest(request, reply, await requestLinks.enter(token), pageSeconds);
      return reply.code(204).send();
    });
  };
}
