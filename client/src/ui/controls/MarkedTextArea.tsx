import type { ComponentProps } from 'react';
import { cx } from '../cx.js';

const metrics =
  'col-start-1 row-start-1 w-full rounded-2 border px-2.5 py-[6px] text-14 break-words whitespace-pre-wrap max-rail:py-[9px] max-rail:text-16';

type MarkedTextAreaProps = ComponentProps<'textarea'> & {
  value: string;
  /** Words of the text that are quoted as evidence. */
  quote: string | null;
};

/**
 * A text field that grows with its text and can underline words in it. A textarea shows plain text only, so a copy of the
 * text lies exactly behind it: the copy draws the marks and gives both their height.
 */
export function MarkedTextArea({ value, quote, className, ...props }: MarkedTextAreaProps) {
  const found = quote ? locate(quote, value) : null;
  return (
    <div className="grid">
      <div
        className={cx(metrics, 'pointer-events-none border-transparent text-transparent', className)}
        dir="auto"
        aria-hidden
      >
        {found ? (
          <>
            {value.slice(0, found.start)}
            <mark className="bg-accent-soft text-transparent underline decoration-accent decoration-2 underline-offset-4">
              {value.slice(found.start, found.end)}
            </mark>
            {value.slice(found.end)}
          </>
        ) : (
          value
        )}{' '}
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

/** Where the quoted words stand, whatever their case and the white space between them. */
export function locate(quote: string, text: string): { start: number; end: number } | null {
  const words = quote.trim().split(/\s+/);
  if (!words[0]) return null;
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s+');
  const match = new RegExp(pattern, 'iu').exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}
