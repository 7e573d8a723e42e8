import { type ComponentProps, Fragment } from 'react';
import { cx } from '../cx.js';

const metrics =
  'col-start-1 row-start-1 w-full rounded-2 border px-2.5 py-[6px] text-14 wrap-anywhere whitespace-pre-wrap max-rail:py-[9px] max-rail:text-16';

type MarkedTextAreaProps = ComponentProps<'textarea'> & {
  value: string;
  /** Passages and words of the text that are evidence. */
  evidence: readonly string[];
};

/**
 * A text field that grows with its text and can underline words in it. A textarea shows plain text only, so a copy of the
 * text lies exactly behind it: the copy draws the marks and gives both their height.
 */
export function MarkedTextArea({ value, evidence, className, ...props }: MarkedTextAreaProps) {
  const marks = marksIn(value, evidence);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)]">
      <div
        className={cx(metrics, 'pointer-events-none border-transparent text-transparent', className)}
        dir="auto"
        aria-hidden
      >
        {/* Its words are cut anew with every letter; a page that is translated must not be patched. */}
        <span key={`${value} ${evidence.join(' ')}`}>
          {marks.map(({ start, end }, index) => (
            <Fragment key={start}>
              {value.slice(marks[index - 1]?.end ?? 0, start)}
              <mark className="bg-accent-soft text-transparent underline decoration-accent decoration-2 underline-offset-4">
                {value.slice(start, end)}
              </mark>
            </Fragment>
          ))}
          {value.slice(marks.at(-1)?.end ?? 0)}{' '}
        </span>
      </div>
      <textarea
        dir="auto"
        value={value}
        className={cx(
          metrics,
          'resize-none overflow-hidden border-control bg-transparent text-strong outline-offset-0 aria-invalid:border-danger',
          className,
        )}
        {...props}
      />
    </div>
  );
}

/** Where the evidence stands, in the order of the text; what overlaps an earlier mark is left out. */
export function marksIn(text: string, evidence: readonly string[]): { start: number; end: number }[] {
  const found = evidence
    .flatMap((quote) => locate(quote, text) ?? [])
    .toSorted((one, other) => one.start - other.start);
  return found.filter(({ start }, index) => found.slice(0, index).every((earlier) => earlier.end <= start));
}

/** Where the quoted words stand, whatever their case and the white space between them. */
export function locate(quote: string, text: string): { start: number; end: number } | null {
  const words = quote.trim().split(/\s+/);
  if (!words[0]) return null;
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s+');
  // A single word is no part of another one.
  const whole = words.length === 1 ? `(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])` : pattern;
  const match = new RegExp(whole, 'iu').exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}
