import { bodyRefusals, commonRefusals, ref } from '../rest/openapi-refusals.js';

const count = { type: 'integer', minimum: 0 };

/** What OpenAPI says of /api/tickets/import. */
export const importDescription = {
  paths: {
    '/api/tickets/import': {
      post: {
        operationId: 'importTickets',
        tags: ['files'],
        summary: 'Import tickets from CSV or lines of JSON',
        description:
          'A bad row costs only itself; a file that does not begin as UTF-8 is refused as a whole. Honours `created_at`, `status` and `resolved_at`; a row whose `external_id` was ' +
          'imported before is counted as a duplicate. Category and priority left out are filled by the local classifier.',
        parameters: [
          {
            name: 'dry_run',
            in: 'query',
            description: '1 (or true) checks every row and writes nothing.',
            schema: { type: 'string', enum: ['1', 'true', '0', 'false'] },
          },
          {
            name: 'triage',
            in: 'query',
            description: '`model` lets the configured language model fill what is left out, at its price.',
            schema: { type: 'string', enum: ['model'] },
          },
        ],
        requestBody: {
          required: true,
          description: 'UTF-8: CSV with a header row, or one JSON object per line.',
          content: {
            'text/csv': { schema: { type: 'string' }, example: 'title,description\nPrinter,It smokes.\n' },
            'application/x-ndjson': {
              schema: { type: 'string' },
              example: '{"title":"Printer","description":"It smokes."}\n',
            },
          },
        },
        responses: {
          200: {
            description: 'Progress as lines of JSON while the file is read; the last line is the report.',
            content: { 'application/x-ndjson': { schema: ref('ImportReport') } },
          },
          ...bodyRefusals,
          ...commonRefusals,
        },
      },
    },
  },
  schemas: {
    ImportReport: {
      type: 'object',
      description: 'One line of the answer.',
      required: ['imported', 'duplicates', 'rejected'],
      properties: {
        imported: { ...count, description: 'Rows that became tickets.' },
        duplicates: { ...count, description: 'Rows that an earlier run had imported.' },
        rejected: { ...count, description: 'Rows with a fault.' },
        rejects: {
          type: 'array',
          description: 'In the last line: the first 1,000 rejected rows.',
          items: {
            type: 'object',
            required: ['line', 'reason'],
            properties: {
              line: { type: 'integer', minimum: 1, description: 'Where the row begins in the file.' },
              reason: { type: 'string', description: 'What is wrong with it.' },
            },
          },
        },
        error: { type: 'string', description: 'In the last line: why the file could not be read to its end.' },
      },
    },
  },
};
