/**
 * The doors to a session, outside of the graph: one request is one guess here, which aliases would make a hundred of.
 * They take JSON of the desk's own pages and of programs; a page of somebody else is refused.
 */
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../caller.js';
import { fieldsOf } from '../../rest/rest.js';
import { sendRestError } from '../../rest/rest-errors.js';
import type { Client } from '../sessions/session-store.js';
import { clientOf } from './client.js';
import type { Cookies } from './cookies.js';
import type { OwnOrigin } from './own-origin.js';
import type { SignInService } from './sign-in.service.js';

export type AuthDoors = {
  readonly signIn: SignInService;
  readonly cookies: Cookies;
  readonly origin: OwnOrigin;
  /** Mails whoever has this address a link to set a new password, where mail is set up. */
  readonly askForReset: (client: Client, email: unknown) => Promise<void>;
  /** For the doors that need a session. @throws UnauthenticatedError */
  readonly callerOf: (request: FastifyRequest) => Promise<Caller>;
};

const bodyLimit = 16_384;

export function authRoutes({ signIn, cookies, origin, askForReset, callerOf }: AuthDoors): FastifyPluginAsync {
  return async (auth) => {
    auth.setErrorHandler(sendRestError);
    refuseForeignPages(auth, origin);
    auth.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    /** A door that ends in a session: 204 and its cookie. */
    const entrance = (path: string, enter: (client: Client, fields: Fields) => Promise<string>) =>
      auth.post(path, { bodyLimit }, async (request, reply) => {
        const secret = await enter(clientOf(request), fieldsOf(request.body));
        cookies.setSession(request, reply, secret);
        return reply.code(204).send();
      });
    entrance('/sign-in', (client, fields) => signIn.signIn(client, fields));
    entrance('/setup', (client, fields) => signIn.setUp(client, fields));
    entrance('/invitation', (client, fields) => signIn.acceptInvitation(client, fields));

    auth.post('/sign-out', { bodyLimit }, async (request, reply) => {
      const secret = cookies.session(request);
      if (secret !== null)
        await refuseUnproven(request, reply, origin, async () => signIn.signOut(await callerOf(request)));
      if (reply.sent) return reply;
      cookies.clearSession(request, reply);
      return reply.code(204).send();
    });

    // The same answer and work for every address; without mail an administrator passes the link on.
    auth.post('/reset', { bodyLimit }, async (request, reply) => {
      await askForReset(clientOf(request), fieldsOf(request.body).email);
      return reply.code(202).send();
    });
    auth.post('/reset/confirm', { bodyLimit }, async (request, reply) => {
      await signIn.confirmReset(clientOf(request), fieldsOf(request.body));
      return reply.code(204).send();
    });
    auth.post('/password', { bodyLimit }, async (request, reply) => {
      await refuseUnproven(request, reply, origin, async () => {
        await signIn.changePassword(await callerOf(request), clientOf(request), fieldsOf(request.body));
      });
      return reply.sent ? reply : reply.code(204).send();
    });
  };
}

type Fields = Record<string, unknown>;

const foreign = 'This request comes from a page that is not of this desk.';

function refuseForeignPages(auth: FastifyInstance, origin: OwnOrigin): void {
  auth.addHook('onRequest', async (request, reply) => {
    // The provider's way back is a navigation from another site by its nature; its state proves it.
    if (request.method !== 'GET' && origin.isForeign(request)) return reply.code(403).send({ detail: foreign });
  });
}

async function refuseUnproven(
  request: FastifyRequest,
  reply: FastifyReply,
  origin: OwnOrigin,
  work: () => Promise<void>,
): Promise<void> {
  if (origin.isProven(request)) await work();
  else await reply.code(403).send({ detail: foreign });
}
