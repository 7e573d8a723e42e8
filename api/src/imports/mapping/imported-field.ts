/** What a row may say; anything else in it is left out. */
export const importedFields = [
  'title',
  'description',
  'category',
  'priority',
  'status',
  'created_at',
  'updated_at',
  'resolved_at',
  'external_id',
  'requester_email',
  'requester_name',
] as const;

export type ImportedField = (typeof importedFields)[number];

export const choiceFields = ['category', 'priority', 'status'] as const satisfies readonly ImportedField[];
export type ChoiceField = (typeof choiceFields)[number];

export const instantFields = ['created_at', 'updated_at', 'resolved_at'] as const satisfies readonly ImportedField[];

export function isChoiceField(field: ImportedField): field is ChoiceField {
  return choiceFields.some((name) => name === field);
}

export function isInstantField(field: ImportedField): boolean {
  return instantFields.some((name) => name === field);
}
