import type { FastifyRequest } from 'fastify';
import type { Steps } from './request-steps.js';

/** Clients choose names, of any length. */
const longestName = 64;

/** Tells the request, and so its line in the log and its figures, which operation it runs. */
export const nameOperation: Steps<{ readonly request: FastifyRequest }> = () => ({
  async didResolveOperation({ operationName, contextValue: { request } }) {
    request.operation = operationName?.slice(0, longestName) ?? 'anonymous';
  },
});
