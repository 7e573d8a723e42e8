import { addressRefusals, bodyRefusals, commonRefusals, ref, refusals } from '../rest/openapi-refusals.js';
import { delimiters } from './files/csv-delimiter.js';
import { importSchemas } from './import.openapi-schemas.js';
import { dateFormatHelp } from './mapping/date-format.js';
import { presetNames } from './mapping/presets.js';

const query = (name: string, description: string, schema: object) => ({ name, in: 'query', description, schema });

const texts = { type: 'array', items: { type: 'string' } };
const flag = { type: 'string', enum: ['1', 'true', '0', 'false'] };

/** How the file is to be read; the import and its preview understand them alike. */
const reading = [
  query('delimiter', 'What separates the cells of CSV, instead of what the first two records show.', {
    type: 'string',
    enum: [...Object.keys(delimiters), ...Object.values(delimiters)],
  }),
  query(
    'preset',
    'Columns and values of another tracker. Found by the columns of the file where it is left out, unless it is `none`.',
    { type: 'string', enum: [...presetNames, 'none'] },
  ),
  query('map', '`COLUMN=FIELD`, the column by its name or as `#2`; `COLUMN=-` leaves it out. May be repeated.', texts),
  query('value', '`FIELD:VALUE=OURS`, such as `status:Solved=resolved`. May be repeated.', texts),
  query('date_format', `For times that can be read in more than one way. ${dateFormatHelp}`, { type: 'string' }),
];

const file = {
  required: true,
  description: 'UTF-8: CSV with a header row, one JSON object per line, or a JSON array of objects.',
  content: {
    'text/csv': { schema: { type: 'string' }, example: 'title,description\nPrinter,It smokes.\n' },
    'application/x-ndjson': {
      schema: { type: 'string' },
      example: '{"title":"Printer","description":"It smokes."}\n',
    },
    'application/json': {
      schema: { type: 'array', items: { type: 'object' } },
      example: [{ title: 'Printer', description: 'It smokes.' }],
    },
  },
};

/** What OpenAPI says of /api/tickets/import and of its preview. */
export const importDescription = {
  paths: {
    '/api/tickets/import': {
      post: {
        operationId: 'importTickets',
        tags: ['files'],
        summary: 'Import tickets from CSV or JSON',
        description:
          'A bad row costs only itself; a file that does not begin as UTF-8, that has no row, or two columns for one field, is refused as a whole. ' +
          'Honours `created_at`, `updated_at`, `status` and `resolved_at`; a row whose `external_id` was imported before is counted as a duplicate. ' +
          'Case, blanks, `_` and `-` do not matter in headers and values, and a lone `-` is an empty cell. A title of more than 200 characters is shortened, and stands whole in the description. ' +
          '`assignee_email` is the address of an active member of the team; a token needs the scope PEOPLE_READ for it. ' +
          'Category and priority left out are filled by the local classifier.',
        parameters: [
          query('dry_run', '1 (or true) checks every row and writes nothing.', flag),
          query('triage', '`model` lets the configured language model fill what is left out, at its price.', {
            type: 'string',
            enum: ['model'],
          }),
          ...reading,
        ],
        requestBody: file,
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
    '/api/tickets/import/preview': {
      post: {
        operationId: 'previewImport',
        tags: ['files'],
        summary: 'See what would become of a file',
        description: 'Reads the file like the import and writes nothing. The beginning of a large file will do.',
        parameters: [
          query(
            'part',
            '1 (or true) where the file goes on behind what is sent; a last row cut off is left out.',
            flag,
          ),
          ...reading,
        ],
        requestBody: file,
        responses: {
          200: {
            description: 'Columns, values and first rows, and what they would become.',
            content: { 'application/json': { schema: ref('ImportPreview') } },
          },
          ...bodyRefusals,
          ...addressRefusals,
          ...refusals(401),
        },
      },
    },
  },
  schemas: importSchemas,
};
