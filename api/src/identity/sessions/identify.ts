/** Who calls, decided once per request: bearer token, else session cookie, else nobody, which on an open desk is the team. */
import type { Caller, Door } from '../../caller.js';
import { UnauthenticatedError } from '../../errors.js';
import { Role } from '../accounts/user.js';
import type { AccessMode } from './access-mode.js';
import type { SessionStore } from './session-store.js';
import type { TokenStore } from './token-store.js';

export type Credentials = {
  /** As they came, one per header line. */
  readonly authorization: readonly string[];
  readonly session: string | null;
  readonly address: string;
  readonly door: Door;
};

/** The cookie is of no session, or of none any more: told once, with the answer that deletes it. */
export class BadSessionError extends UnauthenticatedError {}

export class Identification {
  constructor(
    private readonly mode: AccessMode,
    private readonly sessions: SessionStore,
    private readonly tokens: TokenStore,
  ) {}

  /** @throws UnauthenticatedError for a credential that is wrong, which is never the same as none */
  async identify({ authorization, session, address, door }: Credentials): Promise<Caller> {
    // Other schemes are of a proxy in front, which asks for a password of its own.
    const bearers = authorization.filter((value) => /^bearer\b/i.test(value.trim()));
    if (bearers.length > 0) return this.byToken(bearers, address, door);
    if (session !== null) return this.bySession(session, address, door);
    return this.nameless(address, door);
  }

  async nameless(address: string, door: Door): Promise<Caller> {
    const isTeam = (await this.mode.current()) === 'OPEN';
    return {
      ...nothing,
      kind: isTeam ? 'team' : 'nobody',
      access: isTeam ? 'AGENT' : 'PUBLIC',
      address,
      door,
    };
  }

  private async byToken(bearers: readonly string[], address: string, door: Door): Promise<Caller> {
    const text = bearers.length === 1 ? /^bearer +(\S+)$/i.exec(bearers[0]?.trim() ?? '')?.[1] : undefined;
    const token = text === undefined ? null : await this.tokens.find(text, address);
    if (!token) throw new UnauthenticatedError('The token is wrong, has expired or was revoked.');
    const isAdmin = token.scopes.includes('ADMIN');
    return {
      kind: 'token',
      id: String(token.id),
      name: token.prefix,
      access: isAdmin ? 'ADMIN' : token.forDesk ? 'AGENT' : 'SELF',
      address,
      door,
      accountId: token.forDesk ? null : token.ownerId,
      sessionId: null,
      scopes: token.scopes,
    };
  }

  private async bySession(secret: string, address: string, door: Door): Promise<Caller> {
    const session = await this.sessions.find(secret);
    if (!session) throw new BadSessionError('You are signed out. Sign in again.');
    return {
      kind: 'person',
      id: String(session.accountId),
      name: session.handle,
      access: session.role === Role.ADMIN ? 'ADMIN' : 'SELF',
      address,
      door,
      accountId: session.accountId,
      sessionId: session.id,
      scopes: null,
    };
  }
}

const nothing = { id: null, name: null, accountId: null, sessionId: null, scopes: null } as const;
