/**
 * Who asks. Decided once per request at the door, then the first argument of every service method, reads included, so
 * that a method which forgets to ask cannot be compiled. Services decide about objects by it; edges decide nothing.
 */

/** What the caller is: a person, a program, or nobody in particular. */
export type CallerKind =
  /** Reached the desk without a name while the team signs in. */
  | 'nobody'
  /** Reached an open desk without a name, and so works as the team. */
  | 'team'
  /** A member of the team who signed in. */
  | 'person'
  /** A program with a token. */
  | 'token'
  /** The holder of the link to one request. */
  | 'requester'
  /** The desk itself: upkeep, commands, triage. */
  | 'system';

/** What the caller counts as, least first. Given a rule on the schema, a caller needs at least that. */
export const accessLevels = ['PUBLIC', 'REQUESTER', 'AGENT', 'SELF', 'ADMIN'] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** What a program with a token may do; what it lacks is refused. */
export const tokenScopes = [
  'TICKETS_READ',
  'TICKETS_WRITE',
  'REPLIES_SEND',
  'REQUESTS_CREATE',
  'NOTES_READ',
  'PEOPLE_READ',
  'ADMIN',
] as const;
export type TokenScopeName = (typeof tokenScopes)[number];

/** How the request came in. The trail tells the web client's writes, GraphQL's and REST's apart. */
export type Door = 'web' | 'graphql' | 'rest' | 'import' | 'mail' | 'system';

export type Caller = {
  readonly kind: CallerKind;
  /** The key of the person, the token, or the link to a request; null where there is none. */
  readonly id: string | null;
  /** The name that the trail keeps: a person's handle, a token's name; null for callers without a name. */
  readonly name: string | null;
  readonly access: AccessLevel;
  /** The network address, for budgets; null for the desk itself. */
  readonly address: string | null;
  readonly door: Door;
  /** The account of the person, or of the owner of a personal token. */
  readonly accountId?: number | null;
  /** The session that the request came with; a token has none. */
  readonly sessionId?: string | null;
  /** Null for everybody but a token. */
  readonly scopes?: readonly TokenScopeName[] | null;
  /** Of the holder of a link: the one ticket that it is worth. */
  readonly ticketNumber?: number | null;
};

/** The desk itself: commands, upkeep, and what is done later on nobody's behalf. */
export const systemCaller: Caller = {
  kind: 'system',
  id: null,
  name: null,
  access: 'ADMIN',
  address: null,
  door: 'system',
};

/** The same caller, for rows that are brought in from elsewhere with a past of their own. */
export function importing(caller: Caller): Caller {
  return { ...caller, door: 'import' };
}

/** Whose idempotency keys these are. All callers without a name share theirs, as they share the desk. */
export function ownerOf({ kind, id }: Caller): string {
  return id === null ? kind : `${kind} ${id}`;
}

/** On whose account a budget is spent. */
export function payerOf({ address, kind }: Caller): string {
  return address ?? kind;
}
