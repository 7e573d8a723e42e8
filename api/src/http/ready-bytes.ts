/** Answers that are bytes already, in memory that is used again. */
import type { FastifyReply } from 'fastify';

export type ReadyBytes = {
  readonly written: Buffer;
  json(text: string): void;
  /** Once, when they have left the process. */
  giveBack(): void;
};

/** What Fastify sends. */
export function sendable(bytes: ReadyBytes, reply: FastifyReply): Buffer {
  // Not before: the socket reads from it until then.
  reply.raw.once('close', () => bytes.giveBack());
  return bytes.written;
}
