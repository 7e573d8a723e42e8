/**
 * Which column becomes which field. What the caller says goes before the preset, the preset before the field's own name;
 * a column that yields is left out. Two columns of the same right are a fault, for one of them would be lost.
 */
import { folded } from './folded.js';
import type { ImportReading } from './import-reading.js';
import { type ImportedField, importedFields } from './imported-field.js';
import { type Preset, type PresetName, presetField, presetOf, presets } from './presets.js';

export type ColumnFields = {
  /** For each column its field; null for what is left out. */
  readonly fields: readonly (ImportedField | null)[];
  readonly preset: PresetName | null;
  /** Which columns are at odds, in sentences. */
  readonly problem: string | null;
};

/** What the caller maps and the file does not have. */
export function missingColumns(columns: readonly string[], { columns: said }: ImportReading): string[] {
  const keys = new Set(columns.flatMap((name, index) => [folded(name), `#${index + 1}`]));
  return [...said.keys()].filter((key) => !keys.has(key));
}

export function columnFields(columns: readonly string[], reading: ImportReading): ColumnFields {
  const preset = reading.preset === 'auto' ? presetOf(columns) : reading.preset;
  const claims = columns.map((column, index) => claimOf(column, index, reading, preset && presets[preset]));
  const problems: string[] = [];
  const fields: (ImportedField | null)[] = columns.map(() => null);
  for (const field of importedFields) {
    const claimants = claims.flatMap((claim, index) => (claim?.field === field ? [{ index, right: claim.right }] : []));
    const right = Math.min(...claimants.map((claimant) => claimant.right));
    const first = claimants.filter((claimant) => claimant.right === right);
    if (first.length > 1) {
      const names = first.map(({ index }) => `"${shown(columns[index])}" (column ${index + 1})`);
      problems.push(`${names.slice(0, -1).join(', ')} and ${names.at(-1)} are both ${field}.`);
    } else if (first[0]) fields[first[0].index] = field;
  }
  const remedy = 'Map one of them to the field, or leave the other out.';
  return { fields, preset, problem: problems.length > 0 ? [...problems, remedy].join(' ') : null };
}

/** The lower, the more it counts. */
const rights = { said: 1, preset: 2, ownName: 3 };

function claimOf(
  column: string,
  index: number,
  { columns }: ImportReading,
  preset: Preset | null,
): { field: ImportedField; right: number } | null {
  for (const key of [`#${index + 1}`, folded(column)]) {
    const said = columns.get(key);
    if (said !== undefined) return said && { field: said, right: rights.said };
  }
  const ofPreset = preset && presetField(preset, column);
  if (ofPreset) return { field: ofPreset, right: rights.preset };
  const own = importedFields.find((field) => folded(field) === folded(column));
  return own ? { field: own, right: rights.ownName } : null;
}

function shown(column = ''): string {
  return column.trim().slice(0, 100).toWellFormed();
}
