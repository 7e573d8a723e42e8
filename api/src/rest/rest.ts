/** What every REST route shares: content types, error bodies, OPTIONS and 405, the index. Features bring their routes. */
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { InvalidInputError } from '../errors.js';
import type { AccessRules } from '../graphql/access.js';
import { acceptForms } from './forms.js';
import { type Description, registerOpenApi } from './openapi.js';
import { addressRefusals, ref } from './openapi-refusals.js';
import { resource } from './resource.js';
import { limitRestAccess } from './rest-access.js';

const allowOnPages = 'GET, HEAD, OPTIONS';

/** A plain OPTIONS asks what an address can do. Answered before CORS, which takes every OPTIONS for a preflight. */
export function answerOptions(app: FastifyInstance): void {
  app.addHook('onRequest', ({ method, url, headers, routeOptions: { config } }, reply, done) => {
    if (method !== 'OPTIONS' || headers['access-control-request-method']) return done();
    if (config.allow === undefined && /^\/+api(\/|$)/.test(url)) return reply.code(404).send({ detail: 'Not found.' });
    return reply
      .code(200)
      .header('allow', config.allow ?? allowOnPages)
      .send('');
  });
}

/** What a feature brings: its routes, and what OpenAPI says of them. */
export type RestFeature = { readonly routes: FastifyPluginAsync; readonly description: Description };

export type RestOptions = {
  /** Whose pages may send forms, besides the desk's own. */
  readonly allowedOrigins: readonly string[];
  /** Who may use an address, by method and address. */
  readonly rules: AccessRules;
  /** What shows the description in the desk's frame; without it Swagger UI shows its own page. */
  readonly page: Buffer | null;
};

export async function registerRest(
  app: FastifyInstance,
  features: readonly RestFeature[],
  { allowedOrigins, rules, page }: RestOptions,
): Promise<void> {
  const routes: FastifyPluginAsync = async (rest) => {
    limitRestAccess(rest, rules);
    await acceptForms(rest, allowedOrigins);
    resource(rest, '/', { GET: (request) => index(request) });
    for (const { routes } of features) await rest.register(routes);
    await registerOpenApi(rest, [indexDescription, ...features.map(({ description }) => description)], page);
  };
  await app.register(routes, { prefix: '/api' });
}

/** The body as fields by name. @throws InvalidInputError for anything that is not an object */
export function fieldsOf(body: unknown): Record<string, unknown> {
  if (body === undefined) return {};
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  const kind = Array.isArray(body) ? 'list' : typeName(body);
  const message = `Invalid data. Expected a dictionary, but got ${kind}.`;
  throw new InvalidInputError([{ path: [], code: 'invalid', message }]);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  return Number.isInteger(value) ? 'int' : 'float';
}

function index({ host, protocol }: FastifyRequest) {
  const base = `${protocol}://${host}`;
  return Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, base + path]));
}

const entries = {
  tickets: '/api/tickets/',
  stats: '/api/tickets/stats/',
  classify: '/api/tickets/classify/',
  export: '/api/tickets/export.csv',
  import: '/api/tickets/import/',
  openapi: '/api/openapi.json',
  docs: '/api/docs',
  graphql: '/graphql',
  graphiql: '/graphiql',
};

const indexDescription: Description = {
  paths: {
    '/api': {
      get: {
        operationId: 'getIndex',
        tags: ['index'],
        summary: 'List the addresses of the API',
        description: 'A place to start from: every other address by its name.',
        responses: {
          200: { description: 'Addresses by name.', content: { 'application/json': { schema: ref('Index') } } },
          ...addressRefusals,
        },
      },
    },
  },
  schemas: {
    Index: {
      type: 'object',
      description: 'Addresses by name.',
      required: Object.keys(entries),
      properties: Object.fromEntries(
        Object.keys(entries).map((name) => [name, { type: 'string', format: 'uri', description: `Where ${name} is.` }]),
      ),
    },
  },
};
