import type { FastifyRequest } from 'fastify';
import type { Client } from '../sessions/session-store.js';

/** What a list of sessions tells of where one was begun. */
export function clientOf({ ip, headers }: FastifyRequest): Client {
  return { address: ip, userAgent: headers['user-agent'] ?? '' };
}
