import type { ComponentType } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { signInPath, useIsMember, useSession } from './session.js';

/** On a team's desk everything below leads to sign-in, and back to where one was going; `visitors` is what people without an account see instead. */
export function MembersOnly({ visitors }: { visitors: Readonly<Record<string, ComponentType>> }) {
  const { needsFirstAdmin } = useSession();
  const isMember = useIsMember();
  const location = useLocation();
  if (isMember) return <Outlet />;
  const Visitors = visitors[location.pathname];
  if (Visitors) return <Visitors />;
  return <Navigate to={needsFirstAdmin ? '/setup' : signInPath(location)} replace />;
}
