/** Who may use an address: one rule for each method of each, decided before a body is read. What has none is denied. */
import type { FastifyInstance } from 'fastify';
import { ForbiddenError, UnauthenticatedError } from '../errors.js';
import { type AccessRules, lackingScopes, meets } from '../graphql/access.js';

export function limitRestAccess(rest: FastifyInstance, rules: AccessRules): void {
  rest.addHook('onRequest', async ({ method, routeOptions: { url = '', config }, caller }) => {
    // Refused for everybody, whoever they are.
    if (config.isRefusal || method === 'OPTIONS') return;
    const rule = rules[keyOf(method, url)] ?? null;
    if (meets(caller, rule)) return;
    if (caller.kind === 'nobody' || caller.kind === 'team') {
      throw new UnauthenticatedError('Sign in, or send a token: Authorization: Bearer rdk_….');
    }
    const [scope] = lackingScopes(caller, rule);
    throw new ForbiddenError(scope ? `The token lacks the scope ${scope}.` : 'You may not do this.');
  });
}

const pages = '/api/docs';

export function keyOf(method: string, url: string): string {
  const address = url.startsWith(pages) ? pages : url.replace(/\/+$/, '');
  return `${method === 'HEAD' ? 'GET' : method} ${address}`;
}
