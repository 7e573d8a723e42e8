import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable } from '../database/database-error.js';
import { AppError } from '../errors.js';

type Log = { error(details: object, message: string): void };

/** Decides what a stranger may learn about a failure: expected ones in their own words, all others as one sentence and the request's id. */
export function formatErrorWith(log: Log) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
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
    if (isOwn && formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted;
    log.error({ err: error }, 'A GraphQL field failed unexpectedly.');
    return {
      ...formatted,
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
}

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
