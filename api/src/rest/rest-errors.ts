/** One place decides how REST tells of a failure: the bodies that callers of the contract rely on. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../database/database-error.js';
import { AppError, ConflictError, IdempotencyConflictError, InvalidInputError, NotFoundError } from '../errors.js';
import { BodyError } from './request-body.js';

const retryAfterSeconds = 2;

/** What the wire itself got wrong, by the framework's codes. */
const wireFaults: Record<string, (error: FastifyError, request: FastifyRequest) => [status: number, detail: string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: (_error, { headers }) => [
    415,
    `Unsupported media type "${headers['content-type'] ?? ''}" in request.`,
  ],
  FST_ERR_CTP_BODY_TOO_LARGE: () => [413, 'The request body is too large.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: () => [400, 'JSON parse error - the body is empty.'],
  FST_ERR_CTP_INVALID_JSON_BODY: () => [400, 'JSON parse error - the body is not valid JSON.'],
  FST_ERR_BAD_URL: () => [404, 'Not found.'],
};

export async function sendRestError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  // The route may have announced a file already.
  reply.removeHeader('content-disposition').type('application/json; charset=utf-8');
  if (error instanceof InvalidInputError) return reply.code(400).send(fieldErrors(error));
  if (error instanceof NotFoundError) return reply.code(404).send({ detail: 'Not found.' });
  if (error instanceof ConflictError) return reply.code(412).send({ detail: error.message });
  if (error instanceof IdempotencyConflictError) return reply.code(409).send({ detail: error.message });
  if (isUnavailable(error) || (error instanceof AppError && error.code === 'UNAVAILABLE')) {
    return reply.code(503).header('retry-after', retryAfterSeconds).send({ detail: away });
  }
  const fault = wireFaults[error.code]?.(error, request);
  if (fault) return reply.code(fault[0]).send({ detail: fault[1] });
  if (error instanceof SyntaxError) return reply.code(400).send({ detail: `JSON parse error - ${error.message}` });
  const { statusCode = 500 } = error;
  if (statusCode >= 400 && statusCode < 500) return reply.code(statusCode).send({ detail: error.message });
  request.log.error({ err: error }, 'A REST request failed unexpectedly.');
  return reply.code(500).send({ detail: unexpected(request) });
}

/** A sentence for an answer that broke off after its head was sent. */
export function brokenOff(error: unknown, request: FastifyRequest): string {
  if (error instanceof BodyError) return error.message;
  if (isUnavailable(error)) return away;
  request.log.error({ err: error }, 'An answer broke off unexpectedly.');
  return unexpected(request);
}

const away = 'The database is not available. Try again.';

function unexpected({ id }: FastifyRequest): string {
  return `Something went wrong on our side. Request id: ${id}`;
}

function fieldErrors({ issues }: InvalidInputError): Record<string, string[]> {
  const byField = Map.groupBy(issues, ({ path }) => path.join('.') || 'non_field_errors');
  return Object.fromEntries([...byField].map(([field, found]) => [field, found.map(({ message }) => message)]));
}
