/** Who did what an entry of the trail tells of. */
import { importMachine, triageMachine } from '../identity/accounts/machine.js';
import type { Actor, User } from '../identity/accounts/user.js';
import { EventSource } from './event.entity.js';

type Written = {
  readonly accountKey: number | null;
  readonly tokenKey: number | null;
  readonly door: EventSource | 'graphql';
};

type ActorLoaders = {
  readonly user: { load(key: number): Promise<User | null> };
  readonly tokenMachine: { load(key: number): Promise<Actor | null> };
};

/** Null for callers without a name, as on a desk without accounts. */
export async function actorOf(
  { accountKey, tokenKey, door }: Written,
  { user, tokenMachine }: ActorLoaders,
): Promise<Actor | null> {
  if (accountKey != null) return user.load(accountKey);
  if (tokenKey != null) return tokenMachine.load(tokenKey);
  if (door === EventSource.TRIAGE) return triageMachine();
  return door === EventSource.IMPORT ? importMachine() : null;
}
