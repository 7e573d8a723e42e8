import fastify, { type FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import { answerBadHttp } from './http/bad-http.js';
import { acceptJson } from './http/json-body.js';
import { loggerOf, logRequests, RequestLog } from './http/log.js';
import { unpackBodies } from './http/packed-bodies.js';
import { barestHeaders } from './http/security-headers.js';
import { parseUrlencoded } from './http/urlencoded.js';
import { sendRestError } from './rest/rest-errors.js';

const bodyLimit = 1_048_576;

/** The server before it has any door: how it logs, what bodies it reads, and how it answers what is no good HTTP. */
export async function createHttpApp({ log, server }: Pick<Config, 'log' | 'server'>): Promise<FastifyInstance> {
  const app = fastify({
    logger: await loggerOf(log.level),
    logController: new RequestLog(),
    bodyLimit,
    trustProxy: server.trustedProxies.length > 0 ? [...server.trustedProxies] : false,
    forceCloseConnections: 'idle',
    // Who still came in is served.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true, querystringParser: parseUrlencoded },
    frameworkErrors: (error, request, reply) => void sendRestError(error, request, reply.headers(barestHeaders)),
    clientErrorHandler: answerBadHttp,
  });
  logRequests(app);
  app.setErrorHandler(sendRestError);
  unpackBodies(app);
  acceptJson(app);
  return app;
}
