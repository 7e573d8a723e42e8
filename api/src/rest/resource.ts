import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;
export type Methods = Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Handler>>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The methods of the address, as the Allow header names them. */
    allow?: string;
  }
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
