import { type TokenScopeName, tokenScopes } from '../../src/caller.js';
import type { AccessRule } from '../../src/graphql/access.js';

const levels: Record<string, readonly string[]> = {
  nobody: ['PUBLIC'],
  requester: ['PUBLIC', 'REQUESTER'],
  team: ['PUBLIC', 'AGENT'],
  agent: ['PUBLIC', 'AGENT', 'SELF'],
  admin: ['PUBLIC', 'AGENT', 'SELF', 'ADMIN'],
};

/** A kind of caller, and the access that it has by the contract; written apart from the rules, which it judges. */
export type Who = { readonly name: string; readonly as: string; readonly scopes: readonly TokenScopeName[] | null };

export function may({ as, scopes }: Who, rule: AccessRule | null): boolean {
  if (rule === null || !levels[as]?.includes(rule.to)) return false;
  if (scopes && rule.session) return false;
  return !scopes || [rule.scope ?? []].flat().every((scope) => scopes.includes(scope));
}

export const mayReadNotes = ({ as, scopes }: Who) =>
  as !== 'nobody' && as !== 'requester' && (!scopes || scopes.includes('NOTES_READ'));

/** Everybody who may come to a team's desk. */
export const teams: readonly Who[] = [
  { name: 'nobody', as: 'nobody', scopes: null },
  { name: 'an agent', as: 'agent', scopes: null },
  { name: 'an administrator', as: 'admin', scopes: null },
  ...tokenScopes.map((scope): Who => {
    const as = scope === 'ADMIN' ? 'admin' : 'agent';
    return { name: `a token with ${scope}`, as, scopes: [scope] };
  }),
];
