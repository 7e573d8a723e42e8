/** Assembles accounts, sessions, tokens and their doors on one database. */
import 'reflect-metadata';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Caller, Door } from '../caller.js';
import type { IdentityConfig } from '../config-identity.js';
import { UnauthenticatedError } from '../errors.js';
import { AccountService, type HandOver } from './accounts/account.service.js';
import type { AccountCourier } from './accounts/account-courier.js';
import { forgetOldLinks } from './accounts/one-time-secrets.js';
import { setupCode } from './accounts/setup-code.js';
import { AuditService } from './audit/audit.service.js';
import { forgetOldAudit } from './audit/audit-trail.js';
import { AccessMode } from './sessions/access-mode.js';
import { Identification } from './sessions/identify.js';
import { forgetOldCalls, NamelessCalls } from './sessions/nameless-calls.js';
import { SessionService } from './sessions/session.service.js';
import { forgetOldSessions, SessionStore } from './sessions/session-store.js';
import { TokenService } from './sessions/token.service.js';
import { TokenStore } from './sessions/token-store.js';
import { Cookies } from './sign-in/cookies.js';
import { OidcService } from './sign-in/oidc.service.js';
import { OwnOrigin } from './sign-in/own-origin.js';
import { SecretKey } from './sign-in/secret-key.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { forgetOldTries } from './sign-in/sign-in-delay.js';

export type Identity = ReturnType<typeof buildIdentity>;

export type IdentityOptions = {
  /** Names by which the desk may be called. */
  readonly hosts: readonly string[];
  readonly handOver: HandOver;
  readonly courier: AccountCourier;
};

export function buildIdentity(
  dataSource: DataSource,
  config: IdentityConfig,
  { hosts, handOver, courier }: IdentityOptions,
) {
  const sessionStore = new SessionStore(dataSource);
  const tokenStore = new TokenStore(dataSource);
  const mode = new AccessMode(dataSource, config.access);
  const signIn = new SignInService(dataSource, sessionStore, mode);
  const namelessCalls = new NamelessCalls(dataSource);
  const identification = new Identification(mode, sessionStore, tokenStore);
  const cookies = new Cookies(config.publicUrl);
  const origin = new OwnOrigin(config.publicUrl, hosts);
  const key = new SecretKey(config);

  /** @throws UnauthenticatedError for a credential that is wrong */
  function callerOf(request: FastifyRequest, door: Door): Promise<Caller> {
    return identification.identify({
      authorization: authorizationsOf(request),
      session: cookies.session(request),
      address: request.ip,
      door,
    });
  }

  async function personOf(request: FastifyRequest): Promise<Caller | null> {
    try {
      const caller = await callerOf(request, 'rest');
      return caller.kind === 'person' ? caller : null;
    } catch (error) {
      if (error instanceof UnauthenticatedError) return null;
      throw error;
    }
  }

  return {
    config,
    mode,
    cookies,
    origin,
    key,
    signIn,
    oidc: config.oidc && new OidcService(dataSource, signIn, mode, config.oidc.adminEmail),
    callerOf,
    personOf,
    nameless: (address: string, door: Door) => identification.nameless(address, door),
    namelessCalls,
    accounts: new AccountService(dataSource, sessionStore, handOver, courier),
    sessions: new SessionService(dataSource, sessionStore),
    tokens: new TokenService(dataSource, tokenStore),
    audit: new AuditService(dataSource),
    mailsPasswordResets: courier.isSetUp,
    /** For whoever starts the desk; null once it has a team. */
    setupCode: () => setupCode(dataSource, config.dataDirectory),
    /** Forgets what has expired. */
    async retain(): Promise<void> {
      await forgetOldSessions(dataSource);
      await forgetOldLinks(dataSource);
      await forgetOldTries(dataSource);
      await forgetOldCalls(dataSource);
      await forgetOldAudit(dataSource);
    },
  };
}

/** Node keeps the first of several, so that a second one would go unseen. */
function authorizationsOf({ raw: { rawHeaders, headers } }: FastifyRequest): string[] {
  if (headers.authorization === undefined) return [];
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization');
}
