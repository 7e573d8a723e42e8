/**
 * A page of another site can make a browser call a desk on this machine, by pointing a name of its own at 127.0.0.1.
 * The browser then still sends that name: so a request must call the desk by a name that is its own. An address is none
 * that somebody else could have pointed here.
 */
import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';

export function acceptOwnHosts(app: FastifyInstance, names: readonly string[]): void {
  const own = new Set(['localhost', ...names.map((name) => name.toLowerCase())]);
  app.addHook('onRequest', (request, reply, done) => {
    // Of several proxies the first was called by the name that the caller used; Fastify takes the last one's.
    const { headers } = request.raw;
    const [outermost] = String(headers['x-forwarded-host'] ?? '').split(',');
    if (outermost) headers['x-forwarded-host'] = outermost.trim();
    const { hostname } = request;
    const name = hostname.toLowerCase();
    if (name === '' || own.has(name) || isIP(name.replace(/^\[|\]$/g, '')) !== 0) return done();
    const detail = `This desk is not called "${name}". If it should be, add the name to ALLOWED_HOSTS.`;
    reply.code(421).send({ detail });
  });
}
