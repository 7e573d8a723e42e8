import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable } from '../database/database-error.js';
import { AppError } from '../errors.js';

const unexpected = 'INTERNAL_SERVER_ERROR';

/** Decides what a stranger may learn about a failure: expected ones in their own words, of all others one sentence. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const error = unwrapResolverError(thrown);
  if (error instanceof AppError) {
    const code = error.code === 'INVALID_INPUT' ? 'BAD_USER_INPUT' : error.code;
    return { ...formatted, message: error.message, extensions: { code } };
  }
  if (isUnavailable(error)) {
    const message = 'The database is not available at the moment. Try again in a few seconds.';
    return { ...formatted, message, extensions: { code: 'UNAVAILABLE' } };
  }
  const isOwn = thrown instanceof GraphQLError && (error === thrown || error instanceof GraphQLError);
  if (isOwn && formatted.extensions?.code !== unexpected) return formatted;
  return { ...formatted, message: 'Something went wrong on our side.', extensions: { code: unexpected } };
}

/** Logs what was not expected, and gives the caller the request's id to quote. */
export const reportUnexpected: ApolloServerPlugin<{ readonly request: FastifyRequest }> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, errors, contextValue: { request } }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        body.singleResult.errors = body.singleResult.errors.map((formatted, index) => {
          if (formatted.extensions?.code !== unexpected) return formatted;
          request.log.error({ err: unwrapResolverError(errors?.[index]) }, 'A GraphQL field failed unexpectedly.');
          return { ...formatted, extensions: { ...formatted.extensions, requestId: request.id } };
        });
      },
    };
  },
};

const mostErrors = 5;

/** A document with a thousand faults is not worth an answer of a thousand errors. */
export const fewErrors: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        body.singleResult.errors = body.singleResult.errors.slice(0, mostErrors);
      },
    };
  },
};
