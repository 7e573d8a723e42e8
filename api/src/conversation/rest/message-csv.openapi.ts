/** What OpenAPI says of the export of messages. */
import { commonRefusals } from '../../rest/openapi-refusals.js';

const messagesCsv = {
  get: {
    operationId: 'exportMessages',
    tags: ['files'],
    summary: 'Export the messages of all tickets as CSV',
    description:
      'Streamed, UTF-8 with its byte order mark, with a header row, in the order in which they were said. `ticket_id` is the `id` of the export of tickets; notes are left out. A cell that a spreadsheet would take for a formula begins with an apostrophe.',
    responses: {
      200: { description: 'The file.', content: { 'text/csv': { schema: { type: 'string' } } } },
      ...commonRefusals,
    },
  },
};

export const messageCsvDescription = { paths: { '/api/tickets/messages.csv': messagesCsv }, schemas: {} };
