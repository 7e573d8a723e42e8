/** Parameters of a GraphQL request that are there and say nothing: many clients send an empty one where they have none. */
import type { FastifyInstance } from 'fastify';

const optional = ['operationName', 'variables', 'extensions'];
const isEmptyInAddress = new RegExp(`[?&](${optional.join('|')})=(&|$)`);

export function ignoreEmptyParameters(routes: FastifyInstance): void {
  routes.addHook('preHandler', ({ raw, body }, _reply, done) => {
    // Apollo reads the address itself.
    if (isEmptyInAddress.test(raw.url ?? '')) raw.url = withoutEmpty(raw.url ?? '');
    if (typeof body === 'object' && body !== null) {
      const sent = body as Record<string, unknown>;
      for (const name of optional) if (sent[name] === '') delete sent[name];
    }
    done();
  });
}

function withoutEmpty(address: string): string {
  const [path = '', search = ''] = address.split(/\?(.*)/s);
  const parameters = new URLSearchParams(search);
  for (const name of optional) if (parameters.get(name) === '') parameters.delete(name);
  return `${path}?${parameters}`;
}
