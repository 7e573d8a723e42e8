import { formatExact } from '../../time/time.js';
import { useTimeZone } from '../../time/timeZone.js';
import { cx } from '../../ui/cx.js';
import { ScrollRegion } from '../../ui/ScrollRegion.js';
import { Choice } from './Choice.js';
import { choicesOf, fieldNames, type ImportedField } from './importMapping.js';
import type { ImportPreview } from './importPreview.js';

interface PreviewTableProps {
  preview: ImportPreview;
  /** What each column is to become, which the rows show once the server has read them anew. */
  chosen: readonly (ImportedField | null)[];
  onColumn: (index: number, field: ImportedField | null) => void;
}

const LEFT_OUT = '';
const options = [
  { value: LEFT_OUT, name: 'Left out' },
  ...Object.entries(fieldNames).map(([value, name]) => ({ value, name })),
];

/** The first rows as they will be, each column below the field that it becomes. */
export function PreviewTable({ preview: { columns, rows }, chosen, onColumn }: PreviewTableProps) {
  const timeZone = useTimeZone();
  return (
    <ScrollRegion label="First rows" className="overflow-x-auto rounded-3 border border-line">
      <table className="w-full text-12">
        <thead>
          <tr className="border-b border-hair">
            {columns.map(({ name }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have their places, and may share a name.
              <th key={index} scope="col" className="w-36 max-w-56 min-w-36 p-2 text-left font-normal text-meta">
                <span className="cut mb-1 block" dir="auto" title={name}>
                  {name || `Column ${index + 1}`}
                </span>
                <Choice
                  label={`${name || `Column ${index + 1}`} becomes`}
                  options={options}
                  value={chosen[index] ?? LEFT_OUT}
                  onChange={(value) => onColumn(index, value === LEFT_OUT ? null : (value as ImportedField))}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells, ticket }) => (
            <tr key={line} className="border-t border-hair first:border-t-0">
              {columns.map(({ field }, index) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  key={index}
                  dir="auto"
                  className={cx('cut max-w-56 px-2 py-1.5', field ? 'text-strong' : 'text-meta')}
                >
                  {field && ticket ? shownValue(field, ticket[field] ?? null, timeZone) : cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function shownValue(field: ImportedField, value: string | null, timeZone: string): string {
  if (value === null) return '';
  if (field === 'category' || field === 'priority' || field === 'status') {
    return choicesOf[field].find((choice) => choice.value === value)?.name ?? value;
  }
  return field.endsWith('_at') ? formatExact(value, timeZone) : value;
}
