/** What browsers must not do with our answers, whatever they are: run foreign or inline scripts, be framed, guess types. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

const policy: HelmetOptions = {
  contentSecurityPolicy: {
    directives: {
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'worker-src': ["'self'", 'blob:'],
      'frame-ancestors': ["'none'"],
      'upgrade-insecure-requests': null,
    },
  },
  strictTransportSecurity: false,
  // For browsers that do not know frame-ancestors.
  xFrameOptions: { action: 'deny' },
};

/** Made once, because they are the same for every answer: made for each they cost more than the ticket in it. */
export function secureHeaders(app: FastifyInstance): void {
  const plain = headersOf(policy);
  // Only where the request came through TLS, as a trusted proxy tells: a desk on plain HTTP must stay reachable.
  const overTls = { ...plain, 'strict-transport-security': 'max-age=31536000; includeSubDomains' };
  app.addHook('onRequest', ({ protocol }, reply, done) => {
    reply.headers(protocol === 'https' ? overTls : plain);
    done();
  });
}

/** What helmet would set on an answer. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  helmet(options)({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}

/** For answers that are sent before any hook runs. */
export const barestHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const;
