import type { Description } from '../../rest/openapi.js';
import { commonRefusals, ref, refusals } from '../../rest/openapi-refusals.js';

const ids = {
  tickets: {
    schema: { type: 'integer', minimum: 1 },
    description: "The ticket's number.",
    of: 'the mail that opened it',
  },
  replies: {
    schema: { type: 'string' },
    description: 'The id that the graph knows the reply by.',
    of: 'the mail it was',
  },
} as const;

const scopes =
  'Needs the scopes TICKETS_READ and PEOPLE_READ. 404 where it did not come by mail, or the mail is forgotten.';

function pathsOf(place: keyof typeof ids, name: string) {
  const { schema, description, of } = ids[place];
  const parameters = [{ name: 'id', in: 'path', required: true, description, schema }];
  return {
    [`/api/${place}/{id}/original`]: {
      parameters,
      get: {
        operationId: `get${name}Original`,
        tags: ['conversation'],
        summary: `Read ${of}: its headers and all of its text`,
        description: scopes,
        responses: {
          200: { description: 'The mail.', content: { 'application/json': { schema: ref('OriginalMail') } } },
          ...refusals(404),
          ...commonRefusals,
        },
      },
    },
    [`/api/${place}/{id}/formatted`]: {
      parameters,
      get: {
        operationId: `get${name}Formatted`,
        tags: ['conversation'],
        summary: `Show ${of} with its formatting`,
        description: `A page for a frame: nothing in it runs, and nothing of it is loaded from elsewhere. ${scopes}`,
        responses: {
          200: { description: 'The page.', content: { 'text/html': { schema: { type: 'string' } } } },
          ...refusals(404),
          ...commonRefusals,
        },
      },
    },
  };
}

/** What OpenAPI says of messages as they came by mail. */
export const originalDescription: Description = {
  paths: { ...pathsOf('tickets', 'Ticket'), ...pathsOf('replies', 'Reply') },
  schemas: {
    OriginalMail: {
      type: 'object',
      description: 'A mail as it came.',
      required: ['headers', 'text', 'has_formatting'],
      properties: {
        headers: { type: 'string', description: 'Its headers, as they stand in it.' },
        text: { type: 'string', description: 'All of its text, what it quotes included.' },
        has_formatting: { type: 'boolean', description: 'Whether `formatted` shows more than the text.' },
      },
    },
  },
};
