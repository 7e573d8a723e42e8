/** Who calls the desk's doors, and the doors to a session, under /auth. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';
import { requestRoutes } from './conversation/requests/request.routes.js';
import { BadRequestPageError, type RequestLinks } from './conversation/requests/request-links.js';
import { ForbiddenError } from './errors.js';
import { type DecideCaller, doorOf } from './http/caller.js';
import type { Identity } from './identity/identity.js';
import { BadSessionError } from './identity/sessions/identify.js';
import { authRoutes } from './identity/sign-in/auth.routes.js';
import { acceptCookies } from './identity/sign-in/cookies.js';
import { oidcRoutes } from './identity/sign-in/oidc.routes.js';
import { OidcProvider } from './identity/sign-in/oidc-provider.js';

export async function registerAuth(
  app: FastifyInstance,
  identity: Identity,
  requestLinks: RequestLinks,
): Promise<void> {
  const { signIn, cookies, origin, key, config, oidc: service, accounts, callerOf, personOf } = identity;
  await acceptCookies(app);
  const prefix = '/auth';
  const doors = { signIn, cookies, origin, askForReset: accounts.askForReset.bind(accounts) };
  await app.register(authRoutes({ ...doors, callerOf: (request) => callerOf(request, 'rest') }), { prefix });
  await app.register(requestRoutes({ requestLinks, cookies, origin }), { prefix });
  if (!config.oidc || !service) return;
  const provider = new OidcProvider(config.oidc, `${config.publicUrl}${prefix}/oidc/callback`);
  await app.register(oidcRoutes({ provider, service, cookies, key, personOf }), { prefix });
}

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Pages that are the same for everybody, and so ignore who asks. */
const isPage = (url: string) => /^\/+api\/(docs|openapi\.json)\b/.test(url);

const isOfRest = (url: string) => /^\/+api\//.test(url);

/** What the requester's page asks: there its own cookie counts, and nothing else does. */
const isOfRequestPage = (url: string) => /^\/+(graphql|api\/files|files)\b[^?]*\?(.*&)?as=request(&|$)/.test(url);

export function decideByCredentials(
  { callerOf, nameless, namelessCalls, cookies, origin }: Identity,
  requestLinks: RequestLinks,
): DecideCaller {
  const holderOf = async (request: FastifyRequest): Promise<Caller> => {
    const [cookie, door] = [cookies.request(request), doorOf(request)];
    if (cookie !== null) return requestLinks.holder(cookie, request.ip, door);
    return { kind: 'nobody', id: null, name: null, access: 'PUBLIC', address: request.ip, door };
  };

  return async (request, reply) => {
    const door = doorOf(request);
    if (isPage(request.url)) return nameless(request.ip, door);
    try {
      const caller = isOfRequestPage(request.url) ? await holderOf(request) : await callerOf(request, door);
      const hasCookie = caller.sessionId != null || caller.kind === 'requester';
      if (hasCookie && !safeMethods.includes(request.method) && !origin.isProven(request)) {
        throw new ForbiddenError('This request comes from a page that is not of this desk.');
      }
      // The desk's own pages are not shut out: they lead to sign-in.
      if (caller.kind === 'team' && isOfRest(request.url) && !origin.isProven(request)) namelessCalls.add();
      return caller;
    } catch (error) {
      if (reply && error instanceof BadSessionError) cookies.clearSession(request, reply);
      if (reply && error instanceof BadRequestPageError) cookies.clearRequest(request, reply);
      throw error;
    }
  };
}
