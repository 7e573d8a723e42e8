import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyRequest } from 'fastify';

/** Clients choose names, of any length. */
const longestName = 64;

/** Tells the request, and so its line in the log and its figures, which operation it runs. */
export const nameOperation: ApolloServerPlugin<{ readonly request: FastifyRequest }> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operationName, contextValue: { request } }) {
        request.operation = operationName?.slice(0, longestName) ?? 'anonymous';
      },
    };
  },
};
