/** The words of an HTML mail. Nothing of it is fetched, and nothing of it runs. */
import { compile } from 'html-to-text';

const read = compile({
  wordwrap: false,
  // Without a depth, twenty thousand nested elements end in a stack overflow.
  limits: { maxInputLength: 5_000_000, maxDepth: 200 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', options: { uppercaseHeaderCells: false } },
  ],
});

export function htmlWords(html: string): string {
  return read(html).replace(/\u00a0/g, ' ');
}
