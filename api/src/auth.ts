/** The doors to a session, under /auth. */
import type { FastifyInstance } from 'fastify';
import type { Identity } from './identity/identity.js';
import { authRoutes } from './identity/sign-in/auth.routes.js';
import { acceptCookies } from './identity/sign-in/cookies.js';
import { oidcRoutes } from './identity/sign-in/oidc.routes.js';
import { OidcProvider } from './identity/sign-in/oidc-provider.js';

export async function registerAuth(app: FastifyInstance, identity: Identity): Promise<void> {
  const { signIn, cookies, origin, key, config, oidc: service, callerOf, personOf } = identity;
  await acceptCookies(app);
  const prefix = '/auth';
  await app.register(authRoutes({ signIn, cookies, origin, callerOf: (request) => callerOf(request, 'rest') }), {
    prefix,
  });
  if (!config.oidc || !service) return;
  const provider = new OidcProvider(config.oidc, `${config.publicUrl}${prefix}/oidc/callback`);
  await app.register(oidcRoutes({ provider, service, cookies, key, personOf }), { prefix });
}
