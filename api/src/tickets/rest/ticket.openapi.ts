/** What OpenAPI says of /api/tickets, of one ticket and of the export; what may be asked for is decided by the query parsers. */
import { fieldsBody } from '../../rest/openapi.js';
import { bodyRefusals, commonRefusals, ref, refusals } from '../../rest/openapi-refusals.js';
import { WaitingOn } from '../fields/ticket-values.js';
import { longestSearch } from '../read/ticket-filter.js';
import { longestKey } from '../write/idempotency.js';
import { largestLimit } from './list-parameters.js';
import { category, priority, status, ticketSchemas } from './ticket.openapi-schemas.js';

const query = (name: string, description: string, schema: object, more: object = {}) => ({
  name,
  in: 'query',
  description,
  schema,
  ...more,
});

/** The list's filters; where a parameter is repeated the last counts, an empty one is no filter. */
const filters = [
  query('category', 'Only tickets of this category.', category),
  query('priority', 'Only tickets of this priority.', priority),
  query('status', 'Only tickets of this status.', status),
  query(
    'search',
    'Words that must each occur in title or description, or all in one message, as parts of words too; case, accents and width do not matter. A number alone, also as #548 or T-548, finds that ticket too.',
    { type: 'string', maxLength: longestSearch },
  ),
];

/** Whose tickets; ids are those of the graph. */
const assignment = [
  query('assignee', 'Only tickets of this person: an id, `me`, or `none` for those that nobody has.', {
    type: 'string',
    examples: ['me', 'none'],
  }),
  query('team', 'Only tickets of the team with this id.', { type: 'string' }),
  query('requester', 'Only tickets of the requester with this id.', { type: 'string' }),
  query('waiting_on', 'Only tickets in which it is the turn of the team, of the requester, or of nobody.', {
    type: 'string',
    enum: Object.values(WaitingOn),
  }),
];

const include = query('include', 'What else to tell of each ticket, separated by commas.', {
  type: 'string',
  pattern: '^(requester|assignee|team)?(,(requester|assignee|team))*$',
  examples: ['assignee,team'],
});

/** Of the list and of the export alike. */
const rangeAndOrder = [
  query('created_from', 'Only tickets made at this ISO 8601 date or time or later (UTC).', { type: 'string' }),
  query('created_to', 'Only tickets made before this ISO 8601 date or time (UTC).', { type: 'string' }),
  query('order', 'What to sort by; a minus in front means largest, newest or most urgent first.', {
    type: 'string',
    default: '-created_at',
    examples: ['created_at', '-priority'],
  }),
];

const several = (schema: object) => ({ type: 'array', items: schema });

const exportFilters = [
  query('category', 'Only tickets of one of these categories. May be repeated.', several(category)),
  query('priority', 'Only tickets of one of these priorities. May be repeated.', several(priority)),
  query('status', 'Only tickets of one of these statuses. May be repeated.', several(status)),
  filters[3],
  ...rangeAndOrder,
];

const etag = { ETag: { description: 'The version, to be sent back as If-Match.', schema: { type: 'string' } } };
const one = (description: string, headers: object = {}) => ({
  description,
  headers: { ...etag, ...headers },
  content: { 'application/json': { schema: ref('Ticket') } },
});

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description: 'The ETag of the version to be changed, such as "3". Without it the last write wins, field by field.',
  schema: { type: 'string' },
};
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'For 24 hours the same key with the same body answers the first result again.',
  schema: { type: 'string', minLength: 1, maxLength: longestKey },
};
const changeRefusals = { ...bodyRefusals, ...refusals(404, 409, 412), ...commonRefusals };

const tickets = {
  get: {
    operationId: 'listTickets',
    tags: ['tickets'],
    summary: 'List tickets, newest first unless `order` says otherwise',
    description: 'All that match, streamed; with `limit` one page, and the address of the next in `Link`.',
    parameters: [
      ...filters,
      ...rangeAndOrder,
      ...assignment,
      include,
      query('limit', 'At most so many tickets. Without it: all.', {
        type: 'integer',
        minimum: 1,
        maximum: largestLimit,
      }),
      query('cursor', 'Where the page begins; taken from the `Link` of the page before.', { type: 'string' }),
    ],
    responses: {
      200: {
        description: 'The tickets.',
        headers: {
          Link: {
            description: 'With `limit`: the next page, rel="next", where there is one.',
            schema: { type: 'string' },
          },
          'X-Total-Count': {
            description: 'With `limit`: how many match, unless that takes too long to count.',
            schema: { type: 'integer' },
          },
        },
        content: { 'application/json': { schema: { type: 'array', items: ref('Ticket') } } },
      },
      ...refusals(400),
      ...commonRefusals,
    },
  },
  post: {
    operationId: 'createTicket',
    tags: ['tickets'],
    summary: 'Create a ticket',
    description: 'Category and priority left out are filled by triage; what the caller gave is never overwritten.',
    parameters: [
      idempotencyKey,
      query('include', '`request_url` tells the address of the submitter’s own page, once.', {
        type: 'string',
        examples: ['request_url'],
      }),
    ],
    requestBody: fieldsBody('TicketCreate'),
    responses: {
      201: one('The ticket, with what triage filled in.', {
        Location: { description: 'Its path.', schema: { type: 'string' } },
        'Idempotent-Replayed': {
          description: '`true` where the Idempotency-Key made it earlier.',
          schema: { type: 'string', enum: ['true'] },
        },
      }),
      ...bodyRefusals,
      ...refusals(409),
      ...commonRefusals,
    },
  },
};

const ticket = {
  parameters: [
    {
      name: 'id',
      in: 'path',
      required: true,
      description: "The ticket's number.",
      schema: { type: 'integer', minimum: 1 },
    },
  ],
  get: {
    operationId: 'getTicket',
    tags: ['tickets'],
    summary: 'Read a ticket',
    description:
      'The ticket with its version as `ETag`. The number of a merged ticket answers the one that goes on for it; changes under that number are refused by 409.',
    parameters: [include],
    responses: {
      200: one('The ticket.', {
        'Content-Location': {
          description: 'The path of the ticket that is answered, where the one asked for is merged.',
          schema: { type: 'string' },
        },
      }),
      ...refusals(400, 404),
      ...commonRefusals,
    },
  },
  put: {
    operationId: 'replaceTicket',
    tags: ['tickets'],
    summary: 'Replace the texts of a ticket, and what else is given',
    description: 'Title and description are needed; the rest keeps its value where it is left out.',
    parameters: [ifMatch, include],
    requestBody: fieldsBody('TicketReplace'),
    responses: { 200: one('The ticket as it is now.'), ...changeRefusals },
  },
  patch: {
    operationId: 'updateTicket',
    tags: ['tickets'],
    summary: 'Change some fields of a ticket',
    description: 'Only the given fields are written, so two callers that change different fields both succeed.',
    parameters: [ifMatch, include],
    requestBody: fieldsBody('TicketUpdate'),
    responses: { 200: one('The ticket as it is now.'), ...changeRefusals },
  },
  delete: {
    operationId: 'deleteTicket',
    tags: ['tickets'],
    summary: 'Delete a ticket; its trail stays',
    description: 'The ticket is gone for good; what happened to it stays readable through GraphQL.',
    parameters: [ifMatch],
    responses: { 204: { description: 'It is gone.' }, ...refusals(404, 409, 412), ...commonRefusals },
  },
};

const exportCsv = {
  get: {
    operationId: 'exportTickets',
    tags: ['files'],
    summary: 'Export tickets as CSV',
    description:
      'Streamed, UTF-8 with its byte order mark, with a header row. A cell that a spreadsheet would take for a formula begins with an apostrophe. ' +
      'The import takes the file back as it was; `external_id` tells it which tickets are there already.',
    parameters: [...exportFilters, ...assignment, include],
    responses: {
      200: { description: 'The file.', content: { 'text/csv': { schema: { type: 'string' } } } },
      ...refusals(400),
      ...commonRefusals,
    },
  },
};

export const ticketDescription = {
  paths: { '/api/tickets': tickets, '/api/tickets/{id}': ticket, '/api/tickets/export.csv': exportCsv },
  schemas: ticketSchemas,
};
