/** The way to the provider and back. What goes wrong leads to the sign-in page, which says so; nothing of it makes a session. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Caller } from '../../caller.js';
import { ForbiddenError } from '../../errors.js';
import { clientOf } from './client.js';
import type { Cookies } from './cookies.js';
import type { OidcService } from './oidc.service.js';
import type { OidcProvider, Pending } from './oidc-provider.js';
import type { SecretKey } from './secret-key.js';

export type OidcDoors = {
  readonly provider: OidcProvider;
  readonly service: OidcService;
  readonly cookies: Cookies;
  readonly key: SecretKey;
  /** Null for whoever is not signed in. */
  readonly personOf: (request: FastifyRequest) => Promise<Caller | null>;
};

const purpose = 'oidc';
const pendingSeconds = 600;

/** What the sign-in page can say. */
type Problem = 'provider' | 'expired' | 'refused';
const problemPage = (problem: Problem) => `/sign-in?problem=${problem}`;

export function oidcRoutes({ provider, service, cookies, key, personOf }: OidcDoors): FastifyPluginAsync {
  return async (auth) => {
    auth.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    auth.get('/oidc/start', async (request, reply) => {
      try {
        const { url, pending } = await provider.begin();
        // Whoever is signed in joins the provider's account to their own; the session that began it must end it.
        const session = (await personOf(request))?.sessionId ?? null;
        const kept = JSON.stringify({
          ...pending,
          session,
          to: ownPath(request.query),
          until: Date.now() + pendingSeconds * 1_000,
        });
        cookies.setOidc(request, reply, key.sign(purpose, Buffer.from(kept).toString('base64url')), pendingSeconds);
        return reply.redirect(url, 303);
      } catch (error) {
        request.log.warn({ err: error }, 'The OpenID provider cannot be reached.');
        return reply.redirect(problemPage('provider'), 303);
      }
    });

    auth.get('/oidc/callback', async (request, reply) => {
      const pending = pendingOf(cookies.oidc(request), key);
      cookies.setOidc(request, reply, '', 0);
      if (!pending) return reply.redirect(problemPage('expired'), 303);
      try {
        const identity = await provider.finish(request.url.split('?', 2)[1] ?? '', pending);
        const person = pending.session === null ? null : await personOf(request);
        if (person && person.sessionId === pending.session) {
          await service.linkTo(person, identity);
        } else {
          cookies.setSession(request, reply, await service.enter(identity, clientOf(request)));
        }
        return reply.redirect(pending.to, 303);
      } catch (error) {
        if (error instanceof ForbiddenError) return reply.redirect(problemPage('refused'), 303);
        request.log.warn({ err: error }, 'A sign-in by the OpenID provider failed.');
        return reply.redirect(problemPage('provider'), 303);
      }
    });
  };
}

/** `?to=`: where the person was going. Only a page of this desk: others must not be reached by way of a sign-in. */
function ownPath(query: unknown): string {
  const { to } = query as { to?: unknown };
  const desk = 'http://desk.invalid';
  if (typeof to !== 'string' || !URL.canParse(to, desk)) return '/';
  const { origin, pathname, search, hash } = new URL(to, desk);
  const path = `${pathname}${search}${hash}`;
  // A second slash would begin the name of another host.
  return origin === desk && !path.startsWith('//') ? path : '/';
}

type Kept = Pending & { readonly session: string | null; readonly to: string };

function pendingOf(cookie: string | null, key: SecretKey): Kept | null {
  const text = cookie === null ? null : key.open(purpose, cookie);
  if (text === null) return null;
  const pending = JSON.parse(Buffer.from(text, 'base64url').toString()) as Kept & { readonly until: number };
  return pending.until > Date.now() ? pending : null;
}
