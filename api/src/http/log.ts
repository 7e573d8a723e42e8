/**
 * What the log may hold. Each answer is one line: who asked for what, how it ended and how long it took. What was sent
 * (bodies, query strings, variables, keys) never gets there, nor do the parameters that a failed statement carries.
 */
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import pino from 'pino';
import type { LogLevel } from '../config.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The name of the GraphQL operation that it runs; null where it runs none. */
    operation: string | null;
  }
}

/** For the logger of an app that has a RequestLog. */
export function logRequests(app: FastifyInstance): void {
  app.decorateRequest('operation', null);
  // Before anything can refuse the request, and not when it is sent: a list that streams writes its head itself.
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onRequestAbort', async (request) => {
    request.log.info(requestForLog(request), 'The client left before it was answered.');
  });
}

export class RequestLog extends LogController {
  /** The line of the answer says all of it. */
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const { operation } = request;
    const answer = {
      ...requestForLog(request),
      ...(operation === null ? {} : { operation }),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (error) request.log.error({ ...answer, err: error }, 'An answer could not be sent.');
    else request.log.info(answer, 'A request was answered.');
  }
}

/** A write per line would cost more than the lines themselves; a crash may lose those of the last moment. */
const buffer = { minLength: 4_096, periodicFlush: 200, sync: false };

/** False for "silent". Programs read JSON; a person at a terminal reads the same lines in words. */
export async function loggerOf(level: LogLevel) {
  if (level === 'silent') return false;
  const stream = process.stdout.isTTY ? await linesInWords() : pino.destination(buffer);
  return { level, serializers: { req: requestForLog, err: errorForLog }, stream };
}

async function linesInWords() {
  const { PinoPretty } = await import('pino-pretty');
  return PinoPretty({ singleLine: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', sync: true });
}

function requestForLog({ method, url, ip }: FastifyRequest) {
  return { method, path: url.split('?', 1)[0], client: ip };
}

type LoggedError = { type: string; message: string; stack: string; code?: string; cause?: LoggedError };

/** Only what is known to be harmless: errors of the database carry whole rows beside their message. */
function errorForLog(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  const { name, message, stack = '', cause } = error;
  const { code } = error as { code?: unknown };
  return {
    type: name,
    message,
    stack,
    ...(typeof code === 'string' ? { code } : {}),
    ...(cause instanceof Error ? { cause: errorForLog(cause) } : {}),
  };
}
