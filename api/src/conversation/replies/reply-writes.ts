import type { EntityManager } from 'typeorm';
import { type PublicReply, type ReplyRow, replyOfRow } from './reply.js';

/** Runs a statement that inserts one reply and returns its columns. */
export async function insertReply(manager: EntityManager, text: string, values: unknown[]): Promise<PublicReply> {
  const [row] = await manager.query<ReplyRow[]>(text, values);
  if (!row) throw new Error('The statement answered no row.');
  return replyOfRow(row);
}
