/** What carries links to people of the team. The later feature mail is it. */
import type { EntityManager } from 'typeorm';
import type { LinkKind } from './one-time-secrets.js';

export type AccountLink = LinkKind;

export interface AccountCourier {
  /** Where not, whoever makes a link is told it, to pass it on. */
  readonly isSetUp: boolean;
  /** The link itself is made when the mail leaves, so that it stands nowhere until then. */
  carryAccountLink(manager: EntityManager, kind: AccountLink, accountKey: number): Promise<void>;
  /** Later, and only where the address is of somebody active. @param from The client's address, for the audit. */
  askForReset(manager: EntityManager, email: string, from: string | null): Promise<void>;
}

/** For a desk that sends no mail, and for commands. */
export const noAccountCourier: AccountCourier = {
  isSetUp: false,
  carryAccountLink: async () => undefined,
  askForReset: async () => undefined,
};
