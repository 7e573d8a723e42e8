import { Field } from '../../ui/controls/Field.js';
import { Choice } from './Choice.js';
import { dateFormatNames, delimiterNames, type ImportMapping, presetNames } from './importMapping.js';
import type { ImportPreview } from './importPreview.js';

interface ReadingChoicesProps {
  mapping: ImportMapping;
  preview: ImportPreview;
  onChange: (change: Partial<ImportMapping>) => void;
}

const named = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, name]) => ({ value, name }));

/** What the file was taken for, to be corrected where that is wrong. */
export function ReadingChoices({ mapping, preview, onChange }: ReadingChoicesProps) {
  const hasTimes = preview.columns.some(({ field }) => field?.endsWith('_at'));
  return (
    <div className="mb-4 grid grid-cols-3 gap-3 max-rail:grid-cols-1">
      <Field label="Exported from">
        {({ id }) => (
          <Choice
            id={id}
            label="Exported from"
            options={[{ value: 'none', name: 'None of these' }, ...named(presetNames)]}
            value={preview.preset ?? 'none'}
            onChange={(preset) => onChange({ preset, columns: {}, values: {} })}
          />
        )}
      </Field>
      {preview.delimiter !== null && (
        <Field label="Delimiter">
          {({ id }) => (
            <Choice
              id={id}
              label="Delimiter"
              options={named(delimiterNames)}
              value={preview.delimiter ?? ''}
              onChange={(delimiter) => onChange({ delimiter, columns: {}, values: {} })}
            />
          )}
        </Field>
      )}
      {hasTimes && (
        <Field label="Times">
          {({ id }) => (
            <Choice
              id={id}
              label="Times"
              options={[{ value: '', name: 'Only what is clear' }, ...named(dateFormatNames)]}
              value={mapping.dateFormat ?? ''}
              onChange={(dateFormat) => onChange({ dateFormat: dateFormat || null })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
