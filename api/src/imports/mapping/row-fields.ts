/** The cells of a row as the fields of a ticket: values by the words of the desk, times in ISO 8601 where the reading tells how. */
import type { ColumnFields } from './column-fields.js';
import { folded } from './folded.js';
import type { ImportReading } from './import-reading.js';
import { type ImportedField, isChoiceField, isInstantField } from './imported-field.js';
import { importedInstant } from './imported-instant.js';
import { presets, presetValue } from './presets.js';

/** Many exports write a lone dash where there is nothing. */
const nothing = '-';

export function rowFields(
  cells: readonly unknown[],
  { fields, preset }: Pick<ColumnFields, 'fields' | 'preset'>,
  reading: ImportReading,
): Partial<Record<ImportedField, unknown>> {
  const row: Partial<Record<ImportedField, unknown>> = {};
  for (const [index, field] of fields.entries()) {
    const value = cells[index];
    if (field === null || value === undefined || (preset && value === nothing)) continue;
    row[field] = typeof value === 'string' ? fieldValue(field, value, preset, reading) : value;
  }
  const id = row.external_id;
  // Two trackers may count from the same number.
  if (preset && (typeof id === 'string' || typeof id === 'number')) row.external_id = `${preset}:${id}`;
  const title = row.title;
  if (preset && isEmpty(row.description) && typeof title === 'string') row.description = title;
  return row;
}

function fieldValue(
  field: ImportedField,
  value: string,
  preset: ColumnFields['preset'],
  reading: ImportReading,
): unknown {
  if (isChoiceField(field)) {
    const said = reading.values.get(field)?.get(folded(value));
    return said ?? (preset && presetValue(presets[preset], field, value)) ?? value;
  }
  if (isInstantField(field)) return importedInstant(value, reading.dateFormat) ?? value;
  return value;
}

function isEmpty(value: unknown): boolean {
  return value == null || (typeof value === 'string' && value.trim() === '');
}
