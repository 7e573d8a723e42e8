/** How a file is to be read, as the person chose it in the dialog, and as the server is told. */
import {
  categories,
  categoryNames,
  priorities,
  priorityNames,
  statuses,
  statusNames,
} from '../../tickets/vocabulary.js';

export const fieldNames = {
  title: 'Title',
  description: 'Description',
  category: 'Category',
  priority: 'Priority',
  status: 'Status',
  created_at: 'Created',
  updated_at: 'Updated',
  resolved_at: 'Resolved',
  external_id: 'External id',
  requester_email: 'Requester’s e-mail',
  requester_name: 'Requester’s name',
  assignee_email: 'Assignee’s e-mail',
} as const;

export type ImportedField = keyof typeof fieldNames;
export type ChoiceField = 'category' | 'priority' | 'status';

/** What each field of choice may become, by the words of the server and of the screen. */
export const choicesOf: Record<ChoiceField, readonly { value: string; name: string }[]> = {
  category: categories.map((key) => ({ value: key.toLowerCase(), name: categoryNames[key] })),
  priority: priorities.map((key) => ({ value: key.toLowerCase(), name: priorityNames[key] })),
  status: statuses.map((key) => ({ value: key.toLowerCase(), name: statusNames[key] })),
};

export const presetNames = { zendesk: 'Zendesk', jira: 'Jira', freshdesk: 'Freshdesk', github: 'GitHub' } as const;
export const delimiterNames = { comma: 'Commas', semicolon: 'Semicolons', tab: 'Tabs', pipe: 'Pipes' } as const;
export const dateFormatNames = {
  'day-first': 'Day before month',
  'month-first': 'Month before day',
  unix: 'Seconds since 1970',
  'unix-ms': 'Milliseconds since 1970',
  excel: 'Days as Excel counts them',
} as const;

export interface ImportMapping {
  /** Null: found out by the server. */
  preset: string | null;
  delimiter: string | null;
  dateFormat: string | null;
  /** By the column's key; null leaves the column out. */
  columns: Readonly<Record<string, ImportedField | null>>;
  /** By the field and the file's value. */
  values: Readonly<Partial<Record<ChoiceField, Readonly<Record<string, string>>>>>;
}

export const nothingChosen: ImportMapping = {
  preset: null,
  delimiter: null,
  dateFormat: null,
  columns: {},
  values: {},
};

export function isJson({ name }: { name: string }): boolean {
  return /\.(jsonl|ndjson|json)$/i.test(name);
}

/** In CSV two columns may have one name; in JSON rows may have columns of their own. */
export function columnKey(file: { name: string }, name: string, index: number): string {
  return isJson(file) ? name : `#${index + 1}`;
}

/** A field has one column: the last one chosen; the others go back to being left out. */
export function withColumn(mapping: ImportMapping, key: string, field: ImportedField | null): ImportMapping {
  const others = Object.entries(mapping.columns).map(
    ([other, its]) => [other, field !== null && its === field ? null : its] as const,
  );
  return { ...mapping, columns: { ...Object.fromEntries(others), [key]: field } };
}

export function withValue(mapping: ImportMapping, field: ChoiceField, value: string, ours: string): ImportMapping {
  return { ...mapping, values: { ...mapping.values, [field]: { ...mapping.values[field], [value]: ours } } };
}

/** The parameters of the address, which the preview and the import understand alike. */
export function mappingParams({ preset, delimiter, dateFormat, columns, values }: ImportMapping): URLSearchParams {
  const params = new URLSearchParams();
  if (preset !== null) params.set('preset', preset);
  if (delimiter !== null) params.set('delimiter', delimiter);
  if (dateFormat !== null) params.set('date_format', dateFormat);
  for (const [key, field] of Object.entries(columns)) params.append('map', `${key}=${field ?? '-'}`);
  for (const [field, meanings] of Object.entries(values))
    for (const [value, ours] of Object.entries(meanings)) params.append('value', `${field}:${value}=${ours}`);
  return params;
}
