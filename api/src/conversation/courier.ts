/** What carries words of the desk to the addresses of those who ask. The later feature mail is it. */
import type { EntityManager } from 'typeorm';
import type { PublicReply } from './replies/reply.js';

export interface Courier {
  /** Whether anything is sent at all. */
  readonly isSetUp: boolean;
  /** In the transaction that writes the reply; what is taken back in time never leaves. */
  carryReply(manager: EntityManager, reply: PublicReply): Promise<void>;
  /** Sends whoever asked the link to their page. Answers the address; null where none can be reached. */
  carryLink(manager: EntityManager, ticketNumber: number): Promise<string | null>;
}
