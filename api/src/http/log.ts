/**
 * What the log may hold. Each answer is one line: who asked for what, how it ended and how long it took. What was sent
 * (bodies, query strings, variables, keys) never gets there, nor do the parameters that a failed statement carries.
 */
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';

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

export const logSerializers = { req: requestForLog, err: errorForLog };

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
