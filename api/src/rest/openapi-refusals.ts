/** What OpenAPI says of the refusals that operations share: their statuses, bodies and headers, each described once. */

/** Names a schema of any feature. */
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const refusalOf = {
  400: 'BadRequest',
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  408: 'RequestTimeout',
  409: 'IdempotencyConflict',
  412: 'PreconditionFailed',
  413: 'ContentTooLarge',
  415: 'UnsupportedMediaType',
  421: 'MisdirectedRequest',
  429: 'TooManyRequests',
  500: 'Unexpected',
  503: 'Unavailable',
} as const;

/** The refusals that an operation can answer with, by status. */
export function refusals(...statuses: (keyof typeof refusalOf)[]) {
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${refusalOf[status]}` }]),
  );
}

/** What every address can meet. */
export const addressRefusals = refusals(405, 421, 429);

/** What every operation that asks the database can meet. */
export const commonRefusals = { ...addressRefusals, ...refusals(401, 403, 500, 503) };

/** What every operation that reads fields can meet. */
export const bodyRefusals = refusals(400, 403, 408, 413, 415);

const detail = (description: string, example: string, headers: Readonly<Record<string, object>> = {}) => ({
  description,
  headers,
  content: { 'application/json': { schema: ref('Detail'), example: { detail: example } } },
});

const retryAfter = {
  'Retry-After': { description: 'Seconds to wait before the next attempt.', schema: { type: 'integer', minimum: 1 } },
};

export const refusalResponses = {
  BadRequest: {
    description: 'Something in the request is wrong. Nothing was changed.',
    content: {
      'application/json': {
        schema: { anyOf: [ref('Detail'), ref('FieldErrors')] },
        example: { title: ['This field is required.'] },
      },
    },
  },
  Unauthenticated: detail(
    'A token or session that is wrong; or none, where the team signs in.',
    'Sign in, or send a token: Authorization: Bearer rdk_….',
    { 'WWW-Authenticate': { description: 'How to say who one is.', schema: { type: 'string' } } },
  ),
  Forbidden: detail(
    'The caller may not do this, or a browser sent it from a page that is not ours. Programs without a cookie are not concerned by the latter.',
    'The token lacks the scope TICKETS_WRITE.',
  ),
  NotFound: detail('There is no such ticket.', 'Not found.'),
  MethodNotAllowed: detail('The address does not have this method.', 'Method "DELETE" not allowed.', {
    Allow: { description: 'The methods that it has.', schema: { type: 'string' } },
  }),
  RequestTimeout: detail('The body was not complete in time.', 'The request was not complete in time.'),
  IdempotencyConflict: detail(
    'The Idempotency-Key was used with another body in the last 24 hours, or the state of the ticket does not allow it.',
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
  MisdirectedRequest: detail(
    'The request calls the desk by a name that is not its own.',
    'This desk is not called "example.com". If it should be, add the name to ALLOWED_HOSTS.',
  ),
  TooManyRequests: detail('This client asks too often.', 'Too many requests. Try again in 3 seconds.', retryAfter),
  Unexpected: detail(
    'A fault of the desk. The request id leads the operator to its log.',
    'Something went wrong on our side. Request id: req-1',
  ),
  Unavailable: detail(
    'The database cannot be reached, or too many requests wait for it.',
    'The database is not available. Try again.',
    retryAfter,
  ),
};

export const refusalSchemas = {
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
