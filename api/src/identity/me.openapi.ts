import type { Description } from '../rest/openapi.js';
import { addressRefusals, commonRefusals, ref, refusals } from '../rest/openapi-refusals.js';

export const meDescription: Description = {
  paths: {
    '/api/me': {
      get: {
        operationId: 'getMe',
        tags: ['people'],
        summary: 'Read who is calling',
        description: 'Who the caller is, and what the desk allows them.',
        responses: {
          200: { description: 'The caller.', content: { 'application/json': { schema: ref('Me') } } },
          ...addressRefusals,
          ...refusals(401, 500, 503),
        },
      },
    },
    '/api/audit.csv': {
      get: {
        operationId: 'exportAudit',
        tags: ['people'],
        summary: 'Export the audit as CSV',
        description: 'What was done to the desk itself, newest first. For administrators.',
        responses: {
          200: { description: 'A row per entry.', content: { 'text/csv': { schema: { type: 'string' } } } },
          ...commonRefusals,
        },
      },
    },
  },
  schemas: {
    Me: {
      type: 'object',
      description: 'The caller.',
      required: ['mode', 'access', 'user', 'scopes'],
      properties: {
        mode: {
          type: 'string',
          enum: ['OPEN', 'TEAM'],
          description: 'Whether callers without a name are the team, or must sign in.',
        },
        access: {
          type: 'string',
          enum: ['PUBLIC', 'REQUESTER', 'AGENT', 'SELF', 'ADMIN'],
          description: 'What the caller counts as.',
        },
        user: {
          description: 'The person behind the session or token; null where there is none.',
          anyOf: [ref('MyAccount'), { type: 'null' }],
        },
        scopes: {
          type: ['array', 'null'],
          items: { type: 'string' },
          description: 'Scopes of the token; null where there is none.',
        },
      },
    },
    MyAccount: {
      type: 'object',
      description: 'A member of the team.',
      required: ['id', 'name', 'handle', 'email', 'role'],
      properties: {
        id: { type: 'string', description: 'The id that the graph knows them by.' },
        name: { type: 'string', description: 'The name to show.' },
        handle: { type: 'string', description: 'The short name, without the @.' },
        email: { type: 'string', description: 'The address they sign in with.' },
        role: { type: 'string', enum: ['AGENT', 'ADMIN'], description: 'What they may do.' },
      },
    },
  },
};
