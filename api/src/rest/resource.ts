import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;
export type Methods = Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Handler>>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The methods of the address, as the Allow header names them. */
    allow?: string;
    /** There is nothing here but the answer that the method is none of the address. */
    isRefusal?: boolean;
  }
}

/** All methods of one address: those it has, HEAD and OPTIONS, and 405 for the others. */
export function resource(
  rest: FastifyInstance,
  url: string,
  methods: Methods,
  config: FastifyContextConfig = {},
): void {
  for (const [method, handler] of Object.entries(methods)) {
    rest.route({ method, url, config, handler: async (request, reply) => handler(request, reply) });
  }
  refuseOtherMethods(rest, url, Object.keys(methods));
}

/** For an address that has these methods already. */
export function refuseOtherMethods(rest: FastifyInstance, url: string, methods: readonly string[]): void {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  rest.options(url, { config: { allow } }, async (_request, reply) => reply.send());
  rest.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !methods.includes(method)),
    url,
    config: { isRefusal: true },
    // Refused before its body is read.
    onRequest: async ({ method }, reply) =>
      reply
        .code(405)
        .header('allow', allow)
        .send({ detail: `Method "${method}" not allowed.` }),
    handler: async () => undefined,
  });
}
