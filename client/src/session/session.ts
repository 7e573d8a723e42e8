/** Who is signed in, for every screen below the session's page. */
import { createContext, use } from 'react';
import type { AccessMode, Role, SignInKind } from '../gql/graphql.js';

export interface Person {
  id: string;
  displayName: string;
  handle: string;
  email: string;
  role: Role;
}

export interface Session {
  /** Null while unknown. */
  mode: AccessMode | null;
  needsFirstAdmin: boolean;
  /** Whether people without an account may send requests. */
  anybodyMaySubmit: boolean;
  /** Whether a link to set a new password comes by mail. */
  mailsPasswordResets: boolean;
  /** Null for nobody. */
  user: Person | null;
  /** The moment from which changes are told; null where none are. */
  liveCursor: string | null;
  signInMethods: readonly { kind: SignInKind; label: string; url?: string | null }[];
}

export const unknownSession: Session = {
  mode: null,
  needsFirstAdmin: false,
  anybodyMaySubmit: true,
  mailsPasswordResets: false,
  user: null,
  liveCursor: null,
  signInMethods: [],
};

export const SessionContext = createContext<Session>(unknownSession);

export function useSession(): Session {
  return use(SessionContext);
}

/** Whether whoever looks works as the team: everybody, until the team signs in. */
export function useIsMember(): boolean {
  const { mode, user } = useSession();
  return mode !== 'TEAM' || user !== null;
}

/** Where the person was going, told by the address of the sign-in page. Only paths of this desk lead on. */
export function wayBack(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '/';
  const url = new URL(to, window.location.origin);
  return url.origin === window.location.origin ? `${url.pathname}${url.search}${url.hash}` : '/';
}

export function signInPath({ pathname, search }: { pathname: string; search: string }): string {
  const place = `${pathname}${search}`;
  return place === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ to: place })}`;
}
