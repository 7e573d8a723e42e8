import type { Caller } from '../../caller.js';
import type { Identity } from '../identity.js';
import { AccessMode, SignInKind, Viewer } from './viewer.js';

/** What the desk tells every caller of themselves and of itself. */
export async function viewerOf(caller: Caller, { mode, config, mailsPasswordResets }: Identity): Promise<Viewer> {
  const password = { kind: SignInKind.PASSWORD, label: 'E-mail and password', url: null };
  const oidc = config.oidc && { kind: SignInKind.OIDC, label: config.oidc.name, url: '/auth/oidc/start' };
  return Object.assign(new Viewer(), {
    mode: AccessMode[await mode.current()],
    access: caller.access,
    tokenScopes: caller.scopes ?? null,
    signInMethods: oidc ? [password, oidc] : [password],
    needsFirstAdmin: !(await mode.hasTeam()),
    anybodyMaySubmit: config.submit === 'open',
    mailsPasswordResets,
  });
}
