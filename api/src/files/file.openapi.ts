import type { Description } from '../rest/openapi.js';
import { bodyRefusals, commonRefusals, ref } from '../rest/openapi-refusals.js';

/** What OpenAPI says of /api/files. */
export const fileDescription: Description = {
  paths: {
    '/api/files': {
      post: {
        operationId: 'sendFile',
        tags: ['files'],
        summary: 'Send a file for a ticket, a reply or a note',
        description:
          'The body is the file itself, at most 25 MB. Name its `id` in `attachmentIds` or `files` within a day, else it is removed. ' +
          'Without signing in, a desk with a team takes 5 files and 25 MB per hour.',
        parameters: [
          {
            name: 'name',
            in: 'query',
            description: 'The name of the file. Default: file.',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          description: 'The bytes of the file, under any content type: what it is, its bytes say.',
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        responses: {
          201: { description: 'The file.', content: { 'application/json': { schema: ref('File') } } },
          507: {
            description: 'The desk has no room for the file.',
            content: { 'application/json': { schema: ref('Detail') } },
          },
          ...bodyRefusals,
          ...commonRefusals,
        },
      },
    },
  },
  schemas: {
    File: {
      type: 'object',
      description: 'A file that no message has yet.',
      required: ['id', 'file_name', 'media_type', 'size'],
      properties: {
        id: { type: 'string', description: 'What `attachmentIds` and `files` take.' },
        file_name: { type: 'string', description: 'Its name, without folders.' },
        media_type: { type: 'string', description: 'What its bytes say.' },
        size: { type: 'integer', description: 'In bytes.' },
      },
    },
  },
};
