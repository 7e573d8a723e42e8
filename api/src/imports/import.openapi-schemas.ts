import { choiceFields, ticketFields } from '../tickets/fields/ticket-fields.js';
import { delimiters } from './files/csv-delimiter.js';
import { importedFields } from './mapping/imported-field.js';
import { presetNames } from './mapping/presets.js';

const ours = choiceFields.flatMap((field): readonly string[] => ticketFields[field].values);

const count = { type: 'integer', minimum: 0 };
const line = { type: 'integer', minimum: 1, description: 'Where the row begins in the file.' };
const reason = { type: 'string', description: 'What is wrong with it.' };
const oneOf = (names: readonly string[], description: string) => ({
  type: ['string', 'null'],
  enum: [...names, null],
  description,
});
const delimiter = oneOf(Object.keys(delimiters), 'What separates the cells; null for JSON.');
const preset = oneOf(presetNames, 'The tracker whose columns and values were understood.');
const list = (description: string, properties: Readonly<Record<string, object>>) => ({
  type: 'array',
  description,
  items: { type: 'object', required: Object.keys(properties), properties },
});

export const importSchemas = {
  ImportReport: {
    type: 'object',
    description: 'One line of the answer.',
    required: ['imported', 'duplicates', 'rejected'],
    properties: {
      imported: { ...count, description: 'Rows that became tickets.' },
      duplicates: { ...count, description: 'Rows that an earlier run had imported.' },
      rejected: { ...count, description: 'Rows with a fault.' },
      rejects: list('In the last line: the first 1,000 rejected rows.', {
        line,
        reason,
        raw: {
          type: ['string', 'null'],
          description: 'The row as it stands in the file, to be mended and sent again; null where there was no room.',
        },
      }),
      delimiter: { ...delimiter, description: `In the last line. ${delimiter.description}` },
      preset: { ...preset, description: `In the last line. ${preset.description}` },
      header: {
        type: ['string', 'null'],
        description: 'In the last line: what a file of mended rows begins with; null for JSON.',
      },
      left_out: {
        type: 'array',
        items: { type: 'string' },
        description: 'In the last line: the columns that became no field.',
      },
      error: { type: 'string', description: 'In the last line: why the file could not be read to its end.' },
    },
  },
  ImportPreview: {
    type: 'object',
    description: 'What would become of a file.',
    required: ['delimiter', 'preset', 'columns', 'values', 'rows', 'counts', 'rejects', 'problem'],
    properties: {
      delimiter,
      preset,
      columns: list('The columns in the order of the file.', {
        name: { type: 'string', description: 'As the file has it.' },
        field: oneOf(importedFields, 'What it becomes; null where it is left out.'),
      }),
      values: list("The file's words for each field of choice.", {
        field: { type: 'string', enum: choiceFields, description: 'The field.' },
        values: list('The most frequent first.', {
          value: { type: 'string', description: 'As the file has it.' },
          count: { ...count, description: 'How many rows have it.' },
          becomes: oneOf(ours, 'What it becomes; null where it means nothing yet.'),
        }),
      }),
      rows: list('The first five rows that could be read.', {
        line,
        cells: {
          type: 'array',
          items: { type: 'string' },
          description: 'As they stand in the file, in the order of the columns, cut to 200 characters.',
        },
        ticket: { type: ['object', 'null'], description: 'The fields of the ticket; null where the row is rejected.' },
      }),
      counts: {
        type: 'object',
        description: 'Of what was sent.',
        required: ['rows', 'rejected'],
        properties: {
          rows: { ...count, description: 'All rows.' },
          rejected: { ...count, description: 'Rows that would be rejected.' },
        },
      },
      rejects: list('The first 50 rows that would be rejected.', {
        line,
        reason,
        title: { type: ['string', 'null'], description: 'By which to know it.' },
      }),
      problem: { type: ['string', 'null'], description: 'Why the file cannot be taken in like this.' },
    },
  },
};
