/** What OpenAPI says of what is said on a ticket. */
import { mostFiles } from '../../files/attached.js';
import { fieldsBody } from '../../rest/openapi.js';
import { bodyRefusals, commonRefusals, ref, refusals } from '../../rest/openapi-refusals.js';
import { longestKey } from '../../tickets/write/idempotency.js';
import { longestMessage } from '../message-text.js';
import { Channel, Direction } from '../replies/reply.js';
import { largestLimit } from './message-parameters.js';

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: "The ticket's number.",
  schema: { type: 'integer', minimum: 1 },
};
const paging = [
  {
    name: 'limit',
    in: 'query',
    description: 'At most so many. Without it: all.',
    schema: { type: 'integer', minimum: 1, maximum: largestLimit },
  },
  {
    name: 'cursor',
    in: 'query',
    description: 'Where the page begins; taken from the `Link` of the page before.',
    schema: { type: 'string' },
  },
];
const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'For 24 hours the same key with the same body adds nothing twice.',
  schema: { type: 'string', minLength: 1, maxLength: longestKey },
};

const listed = (description: string, schema: string) => ({
  description,
  headers: {
    Link: { description: 'With `limit`: the next page, rel="next", where there is one.', schema: { type: 'string' } },
    'X-Total-Count': { description: 'With `limit`: how many there are.', schema: { type: 'integer' } },
  },
  content: { 'application/json': { schema: { type: 'array', items: ref(schema) } } },
});
const added = (description: string, schema: string) => ({
  description,
  content: { 'application/json': { schema: ref(schema) } },
});

const messages = {
  parameters: [idParameter],
  get: {
    operationId: 'listMessages',
    tags: ['conversation'],
    summary: 'List what both sides said, oldest first',
    description:
      'Public replies alone; the first words are the description of the ticket itself. Those on tickets that are merged into it are among them.',
    parameters: paging,
    responses: { 200: listed('The messages.', 'Message'), ...refusals(400, 404), ...commonRefusals },
  },
  post: {
    operationId: 'addMessage',
    tags: ['conversation'],
    summary: 'Reply to the requester',
    description: 'Needs the scope REPLIES_SEND. 409 where the requester is blocked, or the ticket is merged.',
    parameters: [idempotencyKey],
    requestBody: fieldsBody('MessageCreate'),
    responses: { 201: added('The message.', 'Message'), ...bodyRefusals, ...refusals(404, 409), ...commonRefusals },
  },
};

const notes = {
  parameters: [idParameter],
  get: {
    operationId: 'listNotes',
    tags: ['conversation'],
    summary: 'List what the team wrote for itself, oldest first',
    description: 'Needs the scope NOTES_READ.',
    parameters: paging,
    responses: { 200: listed('The notes.', 'Note'), ...refusals(400, 404), ...commonRefusals },
  },
  post: {
    operationId: 'addNote',
    tags: ['conversation'],
    summary: 'Write something for the team',
    description: 'Needs the scopes NOTES_READ and TICKETS_WRITE. `@handle` calls a person or a team.',
    parameters: [idempotencyKey],
    requestBody: fieldsBody('NoteCreate'),
    responses: { 201: added('The note.', 'Note'), ...bodyRefusals, ...refusals(404, 409), ...commonRefusals },
  },
};

const text = (description: string) => ({ type: 'string', description });
const instant = (description: string) => ({ type: 'string', format: 'date-time', description });
const authorName = {
  type: ['string', 'null'],
  description: 'The name of whoever said it; null for the team without a name, and for requesters who were erased.',
};
const files = { type: 'array', items: ref('AttachedFile'), description: 'Its files, in the order they were named.' };
const namedFiles = {
  type: ['array', 'null'],
  items: { type: 'string' },
  maxItems: mostFiles,
  description: 'The ids of files that were sent to `/api/files/` and that nothing has used.',
};
const body = { type: 'string', minLength: 1, maxLength: longestMessage, description: 'Markdown, as it was sent.' };

export const conversationDescription = {
  paths: {
    '/api/tickets/{id}/messages': messages,
    '/api/tickets/{id}/notes': notes,
  },
  schemas: {
    AttachedFile: {
      type: 'object',
      description: 'A file of a message or a note.',
      required: ['id', 'file_name', 'media_type', 'size', 'url'],
      properties: {
        id: text('The id that the graph knows it by.'),
        file_name: text('Its name, without folders.'),
        media_type: text('What its bytes say.'),
        size: { type: 'integer', description: 'In bytes.' },
        url: text('Where its bytes are: a path on this desk, good for ten minutes and for this caller.'),
      },
    },
    Message: {
      type: 'object',
      description: 'Words that both sides see.',
      required: ['id', 'direction', 'channel', 'author_name', 'body', 'created_at', 'files'],
      properties: {
        id: text('The id that the graph knows it by.'),
        direction: { type: 'string', enum: Object.values(Direction), description: 'Which way it went.' },
        channel: {
          type: 'string',
          enum: Object.values(Channel),
          description: 'Through which channel it came or went.',
        },
        author_name: authorName,
        body,
        created_at: instant('When it was said, in UTC with milliseconds.'),
        files,
      },
    },
    MessageCreate: {
      type: 'object',
      description: 'A reply to be.',
      required: ['body'],
      properties: { body, files: namedFiles },
      examples: [{ body: 'Thanks, we look into it.' }],
    },
    Note: {
      type: 'object',
      description: 'Words for the team alone.',
      required: ['id', 'author_name', 'body', 'created_at', 'edited_at', 'files'],
      properties: {
        id: text('The id that the graph knows it by.'),
        author_name: authorName,
        body,
        created_at: instant('When it was written, in UTC with milliseconds.'),
        edited_at: {
          type: ['string', 'null'],
          format: 'date-time',
          description: 'When it was last worded anew; null where it never was.',
        },
        files,
      },
    },
    NoteCreate: {
      type: 'object',
      description: 'A note to be.',
      required: ['body'],
      properties: { body, files: namedFiles },
      examples: [{ body: 'Looks like the cache. @ada, what do you think?' }],
    },
  },
} as const;
