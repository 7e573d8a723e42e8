/** One place decides how REST tells of a failure: the bodies that callers of the contract rely on. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { diskFullMessage, isDiskFull, isTimeout, isUnavailable } from '../database/database-error.js';
import {
  BusyError,
  ConflictError,
  ForbiddenError,
  IdempotencyConflictError,
  InvalidInputError,
  type Issue,
  NoRoomError,
  NotFoundError,
  TooManyError,
  UnauthenticatedError,
  WrongStateError,
} from '../errors.js';
import { BodyError, wireFault } from '../http/wire-faults.js';

const retryAfterSeconds = 2;

export function sendRestError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  // The route may have announced a file already.
  reply.removeHeader('content-disposition').type('application/json; charset=utf-8');
  if (error instanceof InvalidInputError) return reply.code(400).send(fieldErrors(error.issues));
  if (error instanceof NotFoundError) {
    const { inputPath, message } = error;
    const isInBody = inputPath.length > 0 && inputPath[0] !== 'id';
    if (isInBody) return reply.code(400).send(fieldErrors([{ path: inputPath, message }]));
    return reply.code(404).send({ detail: 'Not found.' });
  }
  if (error instanceof ConflictError) return reply.code(412).send({ detail: error.message });
  if (error instanceof IdempotencyConflictError || error instanceof WrongStateError)
    return reply.code(409).send({ detail: error.message });
  if (error instanceof UnauthenticatedError) {
    return reply.code(401).header('www-authenticate', 'Bearer').send({ detail: error.message });
  }
  if (error instanceof ForbiddenError) return reply.code(403).send({ detail: error.message });
  if (error instanceof TooManyError) {
    return reply.code(429).header('retry-after', error.retryAfterSeconds).send({ detail: error.message });
  }
  if (error instanceof NoRoomError) return reply.code(507).send({ detail: error.message });
  if (isUnavailable(error)) {
    if (isDiskFull(error)) request.log.error({ err: error }, diskFullMessage);
    return reply.code(503).header('retry-after', retryAfterSeconds).send({ detail: away });
  }
  if (isTimeout(error)) return reply.code(503).header('retry-after', retryAfterSeconds).send({ detail: slow });
  if (error instanceof BusyError) {
    return reply.code(503).header('retry-after', retryAfterSeconds).send({ detail: error.message });
  }
  const fault = wireFault(error, request);
  if (fault) return reply.code(fault.status).send({ detail: fault.detail });
  request.log.error({ err: error }, 'A REST request failed unexpectedly.');
  return reply.code(500).send({ detail: unexpected(request) });
}

/** A sentence for an answer that broke off after its head was sent. */
export function brokenOff(error: unknown, request: FastifyRequest): string {
  if (error instanceof BodyError) return error.message;
  if (isUnavailable(error)) return away;
  if (isTimeout(error)) return slow;
  if (error instanceof BusyError) return error.message;
  request.log.error({ err: error }, 'An answer broke off unexpectedly.');
  return unexpected(request);
}

const away = 'The database is not available. Try again.';
const slow = 'The database took too long. Try again.';

function unexpected({ id }: FastifyRequest): string {
  return `Something went wrong on our side. Request id: ${id}`;
}

/** Faults under the names that REST has for what is at fault. */
function fieldErrors(faults: readonly Pick<Issue, 'path' | 'message'>[]): Record<string, string[]> {
  const byField = Map.groupBy(faults, ({ path }) => path.map(nameInRest).join('.') || 'non_field_errors');
  return Object.fromEntries([...byField].map(([field, found]) => [field, found.map(({ message }) => message)]));
}

function nameInRest(name: string): string {
  if (name === 'idempotencyKey') return 'Idempotency-Key';
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
