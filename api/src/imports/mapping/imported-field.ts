import {
  type ChoiceField,
  choiceFields,
  type FieldsWith,
  fieldsWith,
  ticketFields,
} from '../../tickets/fields/ticket-fields.js';

type Imported = FieldsWith<{ inImports: true }>;

/** What a row may say; anything else in it is left out. */
const peopleFields = ['requester_email', 'requester_name', 'assignee_email'] as const;

export const importedFields = [
  ...fieldsWith({ inImports: true }).map((field) => ticketFields[field].name),
  ...peopleFields,
];

export type ImportedField = (typeof ticketFields)[Imported]['name'] | (typeof peopleFields)[number];

export const instantFields = fieldsWith({ inImports: true, kind: 'instant' }).map((field) => ticketFields[field].name);

export function isChoiceField(field: ImportedField): field is ChoiceField {
  return choiceFields.some((name) => name === field);
}

export function isInstantField(field: ImportedField): boolean {
  return instantFields.some((name) => name === field);
}
