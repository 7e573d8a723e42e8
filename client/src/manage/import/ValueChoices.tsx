import { ArrowRight } from 'lucide-react';
import { formatNumber } from '../../time/time.js';
import { Choice } from './Choice.js';
import { type ChoiceField, choicesOf, fieldNames } from './importMapping.js';
import type { PreviewValues } from './importPreview.js';

interface ValueChoicesProps {
  found: PreviewValues;
  onChoose: (field: ChoiceField, value: string, ours: string) => void;
}

/** What the file's words mean for one field; those that mean nothing yet come with their rows rejected. */
export function ValueChoices({ found: { field, values }, onChoose }: ValueChoicesProps) {
  const name = fieldNames[field];
  const missing = values.filter(({ becomes }) => becomes === null).length;
  return (
    <section aria-label={`Values of ${name}`} className="mb-5">
      <h3 className="mb-2 flex justify-between gap-2 text-12">
        <span className="font-medium text-strong">{name}</span>
        <span className={missing > 0 ? 'text-warn' : 'text-meta'}>
          {missing > 0 ? `${formatNumber(missing)} to choose` : 'known'}
        </span>
      </h3>
      {values.map(({ value, count, becomes }) => (
        <div
          key={value}
          className="mb-1.5 grid grid-cols-[minmax(0,1fr)_14px_minmax(0,1fr)] items-center gap-2 text-12"
        >
          <span className="cut" dir="auto" title={value}>
            {value} <span className="digits text-meta">{formatNumber(count)}</span>
          </span>
          <ArrowRight size={14} strokeWidth={1.5} className="text-meta" aria-hidden />
          <Choice
            label={`${name} ${value} means`}
            isMissing={becomes === null}
            options={becomes === null ? [{ value: '', name: 'Choose…' }, ...choicesOf[field]] : choicesOf[field]}
            value={becomes ?? ''}
            onChange={(ours) => ours && onChoose(field, value, ours)}
          />
        </div>
      ))}
    </section>
  );
}
