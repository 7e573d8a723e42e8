/**
 * The OpenAPI 3.1 description of the REST doors, and the pages that show it. Every feature brings the paths and schemas
 * of its own routes, written beside them; what all routes share (errors, their bodies) stands here once.
 */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { resource } from './resource.js';

/** OpenAPI path items and JSON Schemas, by their names. */
export type Description = {
  readonly paths: Readonly<Record<string, object>>;
  readonly schemas: Readonly<Record<string, object>>;
};

/** Names a schema of any feature. */
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The refusals that an operation can answer with, by status. */
export function refusals(...statuses: (keyof typeof refusalOf)[]) {
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${refusalOf[status]}` }]),
  );
}

const refusalOf = {
  400: 'BadRequest',
  404: 'NotFound',
  408: 'RequestTimeout',
  409: 'IdempotencyConflict',
  412: 'PreconditionFailed',
  413: 'ContentTooLarge',
  415: 'UnsupportedMediaType',
  429: 'TooManyRequests',
  503: 'Unavailable',
} as const;

/** What every operation can meet. */
export const commonRefusals = refusals(429, 503);

const detail = (description: string, example: string, headers?: object) => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/json': { schema: ref('Detail'), example: { detail: example } } },
});

const retryAfter = {
  'Retry-After': { description: 'Seconds to wait before the next attempt.', schema: { type: 'integer' } },
};

const responses = {
  BadRequest: {
    description: 'Something in the request is wrong. Nothing was changed.',
    content: {
      'application/json': {
        schema: { anyOf: [ref('FieldErrors'), ref('Detail')] },
        example: { title: ['This field is required.'] },
      },
    },
  },
  NotFound: detail('There is no such ticket.', 'Not found.'),
  RequestTimeout: detail('The body was not complete in time.', 'The request was not complete in time.'),
  IdempotencyConflict: detail(
    'The Idempotency-Key was used with another body in the last 24 hours.',
    'This key was used for another request.',
  ),
  PreconditionFailed: detail(
    'The ticket has another version than If-Match names. Read it again, then decide.',
    'The ticket was changed meanwhile.',
    { ETag: { description: 'The current version.', schema: { type: 'string' } } },
  ),
  ContentTooLarge: detail('The body is larger than this address accepts.', 'The request body is too large.'),
  UnsupportedMediaType: detail(
    'The body has a content type that this address does not read.',
    'Unsupported media type "text/plain" in request.',
  ),
  TooManyRequests: detail('This client asks too often.', 'Too many requests. Try again in 3 seconds.', retryAfter),
  Unavailable: detail(
    'The database cannot be reached, or too many requests wait for it.',
    'The database is not available. Try again.',
    retryAfter,
  ),
};

const schemas = {
  Detail: {
    type: 'object',
    description: 'One sentence about what is wrong.',
    required: ['detail'],
    properties: { detail: { type: 'string', description: 'The sentence.' } },
  },
  FieldErrors: {
    type: 'object',
    description: 'What is wrong, by field; `non_field_errors` holds what concerns the body as a whole.',
    additionalProperties: { type: 'array', items: { type: 'string' }, minItems: 1 },
  },
} as const;

export async function registerOpenApi(rest: FastifyInstance, descriptions: readonly Description[]): Promise<void> {
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Relaydesk REST API',
      version: '1',
      description:
        'Tickets of a support desk: create, find, change, delete, import, export, count and classify them. ' +
        'Every path is answered with a final slash too. There are no accounts.',
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'The maintainers of Relaydesk' },
    },
    servers: [{ url: '/', description: 'The desk that serves this document.' }],
    security: [],
    tags: [
      { name: 'tickets', description: 'What people asked for.' },
      { name: 'files', description: 'Many tickets at once, as CSV or lines of JSON.' },
      { name: 'statistics', description: 'Figures of the whole desk, exact at every moment.' },
      { name: 'triage', description: 'Proposals of category and priority.' },
      { name: 'index', description: 'Where things are.' },
    ],
    paths: Object.assign({}, ...descriptions.map(({ paths }) => paths)),
    components: { schemas: Object.assign({}, schemas, ...descriptions.map((one) => one.schemas)), responses },
  };
  await rest.register(swagger, { mode: 'static', specification: { document: document as never } });
  resource(rest, '/openapi.json', { GET: () => document });
  await rest.register(swaggerUi, {
    routePrefix: '/docs',
    // The page links its files from the origin's root.
    indexPrefix: '/api',
    uiConfig: { layout: 'BaseLayout', deepLinking: true, tryItOutEnabled: true, validatorUrl: null },
    theme: { title: 'Relaydesk REST API' },
  });
}
