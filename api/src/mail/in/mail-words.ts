/** What of a mail becomes the title, the words and the files of a ticket or a message. No word of it is left out. */
import { isLonger } from '../../tickets/fields/ticket-rules.js';
import { isBlank, oneLine } from '../../tickets/fields/visible-text.js';
import type { MailFile, ParsedMail } from './parse-mail.js';

const longestTitle = 200;
const longestText = 100_000;
const noText = 'This mail has no text.';

export type MailWords = { readonly body: string; readonly files: readonly MailFile[] };

export function titleOf(subject: string): string {
  const title = oneLine(subject);
  if (isBlank(title)) return 'No subject';
  return isLonger(title, longestTitle) ? `${[...title].slice(0, longestTitle - 1).join('')}…` : title;
}

/** What is longer than a message may be comes whole as a file, and its beginning is shown. */
export function wordsOf(text: string, files: readonly MailFile[]): MailWords {
  if (isBlank(text)) return { body: noText, files };
  if (!isLonger(text, longestText)) return { body: text, files };
  const end = '\n\n… The whole text is in the file message.txt.';
  const body =
    [...text]
      .slice(0, longestText - end.length)
      .join('')
      .trimEnd() + end;
  return { body, files: [{ name: 'message.txt', content: Buffer.from(text) }, ...files] };
}

/** Of a mail that begins a ticket: a subject that is too long for a title stands above the words. */
export function openingWords({ subject, text, files }: Pick<ParsedMail, 'subject' | 'text' | 'files'>): MailWords {
  const isCut = isLonger(oneLine(subject), longestTitle);
  return wordsOf(isCut ? `${subject}\n\n${text}` : text, files);
}
