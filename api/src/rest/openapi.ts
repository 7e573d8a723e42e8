/**
 * The OpenAPI 3.1 description of the REST doors, and the pages that show it. Every feature brings the paths and schemas
 * of its own routes, written beside them (docs/decisions/0006 says why); what all routes share stands here once.
 */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressRefusals, ref, refusalResponses, refusalSchemas } from './openapi-refusals.js';
import { refuseOtherMethods, resource } from './resource.js';

/** OpenAPI path items and JSON Schemas, by their names. */
export type Description = {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly schemas: Readonly<Record<string, object>>;
};

type PathItem = { readonly [method in Method]?: Operation } & { readonly parameters?: readonly object[] };
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Operation = Readonly<Record<string, unknown>> & { readonly responses: Readonly<Record<string, Response>> };
type Response = {
  readonly $ref?: string;
  readonly description?: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: object;
};

/** A body that is JSON or a form, of the named schema. */
export const fieldsBody = (schema: string) => ({
  required: true,
  description: 'JSON or a form; of a repeated form field the last counts.',
  content: Object.fromEntries(
    ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'].map((type) => [
      type,
      { schema: ref(schema) },
    ]),
  ),
});

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API token, made by a person in their settings: rdk_ and what follows. What it may do is in its scopes.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'relaydesk',
    description: 'The session of a browser that is signed in; over HTTPS its name is __Host-relaydesk.',
  },
};

const count = { type: 'integer', minimum: 0 };
const headers = {
  'X-Request-Id': { description: 'Names the request in the log of the desk.', schema: { type: 'string' } },
  'RateLimit-Limit': {
    description: 'Requests that this client may send in a minute, where rates are limited.',
    schema: count,
  },
  'RateLimit-Remaining': { description: 'How many of them are left.', schema: count },
  'RateLimit-Reset': { description: 'Seconds until all of them are there again.', schema: count },
};

/** Every answer has them, so no feature describes them. */
const headerRefs = Object.fromEntries(
  Object.keys(headers).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

function withHeaders(response: Response): Response {
  return '$ref' in response ? response : { ...response, headers: { ...headerRefs, ...response.headers } };
}

function mapped<Value, Result>(record: Readonly<Record<string, Value>>, change: (value: Value) => Result) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}

function completed(item: PathItem): object {
  const complete = (part: Operation | readonly object[] | undefined) =>
    part && 'responses' in part ? { ...part, responses: mapped(part.responses, withHeaders) } : part;
  return mapped(item, complete);
}

export async function registerOpenApi(
  rest: FastifyInstance,
  descriptions: readonly Description[],
  page: Buffer | null,
): Promise<void> {
  const all = [ownDescription, ...descriptions];
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Relaydesk REST API',
      version: '1',
      description:
        'Tickets of a support desk: create, find, change, delete, import, export, count and classify them. ' +
        'Every path is answered with a final slash too. A desk without accounts asks for nothing; where the team signs in, programs send a token.',
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'The maintainers of Relaydesk' },
    },
    servers: [{ url: '/', description: 'The desk that serves this document.' }],
    // Nothing, as long as the desk has no accounts.
    security: [{}, { token: [] }, { session: [] }],
    tags: [
      { name: 'tickets', description: 'What people asked for.' },
      { name: 'files', description: 'Many tickets at once, as CSV or lines of JSON.' },
      { name: 'statistics', description: 'Figures of the whole desk, exact at every moment.' },
      { name: 'triage', description: 'Suggestions of category and priority.' },
      { name: 'people', description: 'Who is calling, and what was done to the desk itself.' },
      { name: 'index', description: 'Where things are.' },
    ],
    paths: mapped(Object.assign({}, ...all.map(({ paths }) => paths)), completed),
    components: {
      securitySchemes,
      headers,
      responses: mapped<Response, Response>(refusalResponses, withHeaders),
      schemas: Object.assign({}, refusalSchemas, ...all.map(({ schemas }) => schemas)),
    },
  };
  await rest.register(swagger, { mode: 'static', specification: { document: document as never } });
  resource(rest, '/openapi.json', { GET: () => document });
  await rest.register(swaggerUi, {
    routePrefix: '/docs',
    // The page links its files from the origin's root.
    indexPrefix: '/api',
    uiConfig: { layout: 'BaseLayout', deepLinking: true, tryItOutEnabled: true, validatorUrl: null },
    theme: { title: 'Relaydesk REST API' },
    uiHooks: page ? { onRequest: showInFrame(page) } : {},
  });
  refuseOtherMethods(rest, '/docs', ['GET']);
}

/** The page takes the place of Swagger UI's own, whose files it uses. */
const showInFrame = (page: Buffer) => (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
  if (!/^\/api\/docs\/?$/.test(request.routeOptions.url ?? '')) return done();
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
};

const ownDescription: Description = {
  paths: {
    '/api/openapi.json': {
      get: {
        operationId: 'getOpenApi',
        tags: ['index'],
        summary: 'Read this document',
        description: 'OpenAPI 3.1, for generators of clients and for tests.',
        responses: {
          200: { description: 'The document.', content: { 'application/json': { schema: { type: 'object' } } } },
          ...addressRefusals,
        },
      },
    },
    '/api/docs': {
      get: {
        operationId: 'getDocs',
        tags: ['index'],
        summary: 'Read this document as a page',
        description: 'For people, with every operation ready to be tried.',
        responses: {
          200: { description: 'The page.', content: { 'text/html': { schema: { type: 'string' } } } },
          ...addressRefusals,
        },
      },
    },
  },
  schemas: {},
};
