import removeMarkdown from 'remove-markdown';

/** Only the beginning can show: a hundred thousand characters in a cut line would cost layout for nothing. */
const SHOWN_CHARACTERS = 240;
/** Stands for "<" meanwhile: what follows it is text here, as in the opened ticket, and no HTML to be removed. */
const BRACKET = '\uE000';

/** The beginning of a description as one line of plain text, without the marks of its markdown. */
export function excerpt(markdown: string): string {
  const beginning = markdown.slice(0, SHOWN_CHARACTERS).replaceAll('<', BRACKET);
  return removeMarkdown(beginning).replaceAll(BRACKET, '<').replace(/\s+/g, ' ').trim();
}
