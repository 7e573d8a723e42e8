/** What every REST route shares: content types, error bodies, OPTIONS and 405, the index. Features bring their routes. */
import formbody from '@fastify/formbody';
import type { FastifyContextConfig, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { InvalidInputError } from '../errors.js';
import { acceptMultipart } from './multipart.js';
import { sendRestError } from './rest-errors.js';

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;
export type Methods = Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Handler>>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The methods of the address, as the Allow header names them. */
    allow?: string;
  }
}

/** A plain OPTIONS asks what an address can do. Answered before CORS, which takes every OPTIONS for a preflight. */
export function answerOptions(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, headers, routeOptions: { config } }, reply) => {
    if (method !== 'OPTIONS' || headers['access-control-request-method'] || !config.allow) return;
    return reply.code(200).header('allow', config.allow).send('');
  });
}

export async function registerRest(app: FastifyInstance, features: readonly FastifyPluginAsync[]): Promise<void> {
  const routes: FastifyPluginAsync = async (rest) => {
    rest.setErrorHandler(sendRestError);
    rest.setNotFoundHandler((_request, reply) => reply.code(404).send({ detail: 'Not found.' }));
    rest.removeContentTypeParser(['application/json', 'text/plain']);
    acceptJson(rest);
    await rest.register(formbody);
    await acceptMultipart(rest);
    resource(rest, '/', { GET: (request) => index(request) });
    for (const feature of features) await rest.register(feature);
  };
  await app.register(routes, { prefix: '/api' });
}

/** No text is no fields (many clients announce JSON on a DELETE without a body), and `__proto__` is an unknown field like others. */
function acceptJson(rest: FastifyInstance): void {
  const parse = rest.getDefaultJsonParser('remove', 'remove');
  rest.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.trim() === '') done(null, undefined);
    else parse(request, body, done);
  });
}

/** All methods of one address: those it has, HEAD and OPTIONS, and 405 for the others. */
export function resource(
  rest: FastifyInstance,
  url: string,
  methods: Methods,
  config: FastifyContextConfig = {},
): void {
  const names = Object.keys(methods);
  const allow = [...names, ...('GET' in methods ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  for (const [method, handler] of Object.entries(methods)) {
    rest.route({ method, url, config, handler: async (request, reply) => handler(request, reply) });
  }
  rest.options(url, { config: { allow } }, async (_request, reply) => reply.send());
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !names.includes(method));
  rest.route({
    method: others,
    url,
    // Refused before its body is read.
    onRequest: async ({ method }, reply) =>
      reply
        .code(405)
        .header('allow', allow)
        .send({ detail: `Method "${method}" not allowed.` }),
    handler: async () => undefined,
  });
}

/** The body as fields by name. @throws InvalidInputError for anything that is not an object */
export function fieldsOf(body: unknown): Record<string, unknown> {
  if (body === undefined || body === null) return {};
  if (typeof body === 'object' && !Array.isArray(body)) return body as Record<string, unknown>;
  const kind = Array.isArray(body) ? 'list' : typeName(body);
  const message = `Invalid data. Expected a dictionary, but got ${kind}.`;
  throw new InvalidInputError([{ path: [], code: 'invalid', message }]);
}

function typeName(value: unknown): string {
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  return Number.isInteger(value) ? 'int' : 'float';
}

function index({ host, protocol }: FastifyRequest) {
  const base = `${protocol}://${host}/api`;
  return { tickets: `${base}/tickets/`, stats: `${base}/tickets/stats/`, classify: `${base}/tickets/classify/` };
}
