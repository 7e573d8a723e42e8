/** Who said something, and what a caller may do about it. */
import type { Caller } from '../caller.js';
import type { Actor } from '../identity/accounts/user.js';

export type Authored = {
  readonly accountKey: number | null;
  readonly tokenKey: number | null;
  readonly actorKind: string | null;
  readonly requesterKey?: number | null;
};

type Loader = { load(key: number): Promise<Actor | null> };
export type ActorLoaders = { readonly user: Loader; readonly tokenMachine: Loader; readonly requester: Loader };

/** Null for the team without a name, and for requesters who were erased. */
export async function authorOf(said: Authored, loaders: ActorLoaders): Promise<Actor | null> {
  if (said.requesterKey != null) return loaders.requester.load(said.requesterKey);
  if (said.accountKey !== null) return loaders.user.load(said.accountKey);
  return said.tokenKey === null ? null : loaders.tokenMachine.load(said.tokenKey);
}

/** The team without a name is one author. */
export function isAuthor({ kind, id, accountId }: Caller, { accountKey, tokenKey, actorKind }: Authored): boolean {
  if (accountId != null) return accountKey === accountId;
  if (kind === 'token') return accountKey === null && tokenKey === Number(id);
  return kind === 'team' && actorKind === 'team';
}

/** What the team wrote for itself: for the team, and for programs that were given it. */
export function mayReadNotes({ access, scopes }: Caller): boolean {
  if (access === 'PUBLIC' || access === 'REQUESTER') return false;
  return scopes == null || scopes.includes('NOTES_READ');
}
