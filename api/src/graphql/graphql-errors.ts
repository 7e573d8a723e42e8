import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { diskFullMessage, isDiskFull, isTimeout, isUnavailable } from '../database/database-error.js';
import { AppError, BusyError, ForbiddenError, InvalidInputError, UnauthenticatedError } from '../errors.js';
import { wireFault } from '../http/wire-faults.js';
import { requestOf } from './request-of-context.js';
import type { Steps } from './request-steps.js';

const unexpected = 'INTERNAL_SERVER_ERROR';
const apology = 'Something went wrong on our side.';

/** Decides what a stranger may learn about a failure: expected ones in their own words, of all others one sentence. */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const error = unwrapResolverError(thrown);
  if (error instanceof InvalidInputError) {
    const message = error.issues.map(({ path, message }) => `\`${path.join('.')}\`: ${message}`).join(' ');
    return { ...formatted, message, extensions: { code: 'BAD_USER_INPUT', argument: error.issues[0]?.path.join('.') } };
  }
  if (error instanceof AppError) return { ...formatted, message: error.message, extensions: { code: error.code } };
  if (isUnavailable(error)) {
    const message = 'The database is not available at the moment. Try again in a few seconds.';
    return { ...formatted, message, extensions: { code: 'UNAVAILABLE' } };
  }
  if (isTimeout(error)) {
    return { ...formatted, message: 'The database took too long. Try again.', extensions: { code: 'UNAVAILABLE' } };
  }
  if (error instanceof BusyError) return { ...formatted, message: error.message, extensions: { code: 'UNAVAILABLE' } };
  if (error instanceof GraphQLError && thrown instanceof GraphQLError) {
    if (isTooDeep(error)) return { ...formatted, message: 'Syntax Error: The document is nested too deeply.' };
    if (formatted.extensions?.code !== unexpected)
      return { ...formatted, message: shortened(withoutGuess(formatted.message)) };
    if (isRefusal(thrown)) return { ...formatted, extensions: { ...formatted.extensions, code: 'BAD_REQUEST' } };
  }
  return { ...formatted, message: apology, extensions: { code: unexpected } };
}

/** The parser calls itself for each level of a document. */
function isTooDeep({ originalError }: GraphQLError): boolean {
  return originalError instanceof GraphQLError && originalError.originalError instanceof RangeError;
}

/** What Apollo refuses with a status of its own, such as a persisted query that does not match its hash, has no code. */
function isRefusal({ extensions: { http } }: GraphQLError): boolean {
  const { status = 500 } = (http ?? {}) as { status?: number };
  return status >= 400 && status < 500;
}

/** Apollo takes the names that graphql-js guesses out of faults of documents only, not of variables. */
function withoutGuess(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?$/, '');
}

const longestMessage = 500;

/** Messages repeat what was sent, of any size, and say at their end what is wrong with it. */
function shortened(message: string): string {
  if (message.length <= longestMessage) return message;
  const half = longestMessage / 2;
  return `${message.slice(0, half)} … ${message.slice(-half)}`.toWellFormed();
}

/** What fails before Apollo sees the request, in the form that GraphQL's clients read. */
export async function sendGraphqlError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof UnauthenticatedError || error instanceof ForbiddenError) {
    const isUnknown = error.code === 'UNAUTHENTICATED';
    if (isUnknown) reply.header('www-authenticate', 'Bearer');
    const { code, message } = error;
    return reply.code(isUnknown ? 401 : 403).send({ errors: [{ message, extensions: { code } }] });
  }
  const fault = wireFault(error, request);
  if (fault) {
    const code = fault.status === 429 ? 'RATE_LIMITED' : 'BAD_REQUEST';
    return reply.code(fault.status).send({ errors: [{ message: fault.detail, extensions: { code } }] });
  }
  request.log.error({ err: error }, 'A GraphQL request failed unexpectedly.');
  const extensions = { code: unexpected, requestId: request.id };
  return reply.code(500).send({ errors: [{ message: apology, extensions }] });
}

/** Logs what was not expected, and gives the caller the request's id to quote. */
export const reportUnexpected: Steps = () => ({
  async willSendResponse({ response: { body }, errors, contextValue }) {
    if (body.kind !== 'single' || !body.singleResult.errors) return;
    const request = requestOf(contextValue);
    const full = errors?.map(unwrapResolverError).find(isDiskFull);
    if (full) request.log.error({ err: full }, diskFullMessage);
    body.singleResult.errors = body.singleResult.errors.map((formatted, index) => {
      if (formatted.extensions?.code !== unexpected) return formatted;
      request.log.error({ err: unwrapResolverError(errors?.[index]) }, 'A GraphQL field failed unexpectedly.');
      return { ...formatted, extensions: { ...formatted.extensions, requestId: request.id } };
    });
  },
});

const mostErrors = 5;

/** A document with a thousand faults is not worth an answer of a thousand errors. */
export const fewErrors: Steps = () => ({
  async willSendResponse({ response: { body } }) {
    if (body.kind !== 'single' || !body.singleResult.errors) return;
    body.singleResult.errors = body.singleResult.errors.slice(0, mostErrors);
  },
});
