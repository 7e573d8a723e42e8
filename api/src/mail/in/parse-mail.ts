/** From the bytes of a mail to what a desk reads in it. It changes nothing and asks nobody. */
import PostalMime, { type Address, type Email } from 'postal-mime';
import { normalEmail } from '../../identity/accounts/account-rules.js';
import { asWindows1252, countUnreadable, mended, withReadableHeaders } from './charsets.js';
import { htmlWords } from './html-words.js';
import { readTnef } from './tnef.js';

export type MailFile = { readonly name: string; readonly content: Buffer };

export type ParsedMail = {
  readonly messageId: string | null;
  /** What it answers, nearest first. */
  readonly references: readonly string[];
  readonly from: { readonly name: string | null; readonly address: string } | null;
  /** Every address that its headers name as a recipient. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Whether an HTML part shows more than the text does. */
  readonly hasFormatting: boolean;
  readonly files: readonly MailFile[];
  /** By name, in lower case; the first of several. */
  header(name: string): string | null;
  /** What a mail system says of a mail that it could not deliver, and the headers of that mail. */
  readonly report: { readonly status: string; readonly original: string } | null;
};

/** It is too deep, too large or too many for what a mail may be. */
export class OversizedMailError extends Error {}

const mostParts = 200;
const mostFiles = 50;
const mostLevels = 20;
const mostHeaderBytes = 512_000;
const limits = {
  attachmentEncoding: 'arraybuffer',
  forceRfc822Attachments: true,
  // Ours are told apart from what the parser cannot read; its own come after them.
  maxNestingDepth: 2 * mostLevels,
  maxHeadersSize: 4 * mostHeaderBytes,
} as const;

/** The mail as its sender built it, parts and all. @throws OversizedMailError, or whatever the parser throws */
export async function readMail(bytes: Buffer): Promise<Email> {
  const raw = withReadableHeaders(bytes);
  refuseTooMuch(raw.toString('latin1'));
  return readable(raw);
}

/** @throws OversizedMailError, or whatever the parser throws */
export async function parseMail(bytes: Buffer): Promise<ParsedMail> {
  const mail = await readMail(bytes);
  const parts = mail.attachments.map(({ content, ...part }) => ({
    ...part,
    content: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer),
  }));
  const status = parts.find(({ mimeType }) => mimeType === 'message/delivery-status');
  const original = parts.find(({ mimeType }) => /^(message\/rfc822|text\/rfc822-headers)$/.test(mimeType));
  const files = parts.filter((part) => part !== status).flatMap(filesOf);
  if (files.length > mostFiles) throw new OversizedMailError(`It has more than ${mostFiles} files.`);
  const headers = new Map(mail.headers.toReversed().map(({ key, value }) => [key, value]));
  const header = (name: string) => headers.get(name)?.trim() ?? null;
  const [from] = mailboxes(mail.from ? [mail.from] : []);
  return {
    messageId: idsIn(mail.messageId)[0] ?? null,
    references: [...new Set([...idsIn(mail.inReplyTo), ...idsIn(mail.references).reverse()])],
    from: from ?? null,
    recipients: recipientsOf(mail, header),
    subject: plain(mail.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    text: textOf(mail),
    hasFormatting: (mail.html ?? '').trim() !== '',
    files,
    header,
    report: status ? { status: status.content.toString(), original: original?.content.toString() ?? '' } : null,
  };
}

/** Headers alone, of a mail that could not be read further. */
export async function parseHeaders(bytes: Buffer): Promise<Pick<ParsedMail, 'messageId' | 'from' | 'subject'>> {
  const lines = headOf(bytes).split(/\r?\n(?![ \t])/);
  const kept = lines.filter((line) => /^(from|subject|message-id):/i.test(line));
  const mail = await PostalMime.parse(`${kept.join('\r\n')}\r\n\r\n`);
  const [from] = mailboxes(mail.from ? [mail.from] : []);
  return {
    messageId: idsIn(mail.messageId)[0] ?? null,
    from: from ?? null,
    subject: plain(mail.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

/** Its headers, as they stand in it. */
export function headOf(bytes: Buffer): string {
  const raw = withReadableHeaders(bytes);
  const end = raw.toString('latin1').search(/\r?\n\r?\n/);
  return (end < 0 ? raw : raw.subarray(0, end)).subarray(0, mostHeaderBytes).toString();
}

/** Whichever reading leaves less unreadable. */
async function readable(raw: Buffer): Promise<Email> {
  const declared = await PostalMime.parse(raw, limits);
  const wordsIn = ({ subject, text, html }: Email) => `${subject ?? ''}${text ?? ''}${html ?? ''}`;
  const missing = countUnreadable(wordsIn(declared));
  const other = missing > 0 ? await PostalMime.parse(asWindows1252(raw), limits) : declared;
  const mail = countUnreadable(wordsIn(other)) < missing ? other : declared;
  return {
    ...mail,
    ...(mail.text === undefined ? {} : { text: mended(mail.text) }),
    ...(mail.html === undefined ? {} : { html: mended(mail.html) }),
  };
}

/** Counted before any of it is kept. @throws OversizedMailError */
function refuseTooMuch(raw: string): void {
  const head = raw.search(/\r?\n\r?\n/);
  if ((head < 0 ? raw.length : head) > mostHeaderBytes) throw new OversizedMailError('Its headers are too long.');
  /** The boundaries that are open at a line, outermost first. */
  const open: string[] = [];
  let parts = 0;
  for (const [line, name] of raw.matchAll(/^--.*|^content-type:|\bboundary[ \t]*=[ \t]*"?([^";\s]{1,200})/gim)) {
    if (line.startsWith('--')) {
      const at = open.findLastIndex((boundary) => line.startsWith(`--${boundary}`));
      if (at >= 0) open.length = line.startsWith(`--${open[at]}--`) ? at : at + 1;
    } else if (name !== undefined) open.push(name);
    else parts++;
    if (parts > mostParts) throw new OversizedMailError(`It has more than ${mostParts} parts.`);
    if (open.length > mostLevels)
      throw new OversizedMailError(`Its parts are nested deeper than ${mostLevels} levels.`);
  }
}

/** All of its words, what it quotes included. */
export function textOf({ text, html }: Email): string {
  const words = text?.trim() ? text : htmlWords(html ?? '');
  return plain(words).replace(/\r\n?/g, '\n').trim();
}

/** Control characters but tab and line ends: they show nothing, and the database cannot keep NUL. */
const controls = /[^\P{Cc}\t\n\r]/gu;

/** What the database keeps: no half letters, no controls. */
function plain(text: string): string {
  return text.toWellFormed().replace(controls, ' ');
}

function recipientsOf(mail: Email, header: ParsedMail['header']): string[] {
  const named = mailboxes([...(mail.to ?? []), ...(mail.cc ?? [])]).map(({ address }) => address);
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => header(name) ?? []);
  return [...named, ...delivered.map((address) => address.replace(/^<|>$/g, '').toLowerCase())];
}

function mailboxes(addresses: readonly Address[]): { name: string | null; address: string }[] {
  return addresses.flatMap((entry) => {
    if (entry.group) return mailboxes(entry.group);
    const address = normalEmail(entry.address);
    const name = plain(entry.name).replace(/\s+/g, ' ').trim();
    return address === null ? [] : [{ name: name === '' ? null : [...name].slice(0, 100).join(''), address }];
  });
}

const idsIn = (text: string | undefined) => text?.match(/<[^<>\s]{1,900}>/g) ?? [];

type Part = Omit<Email['attachments'][number], 'content'> & { readonly content: Buffer };

function filesOf({ mimeType, filename, content }: Part): MailFile[] {
  if (content.length === 0) return [];
  if (mimeType === 'application/ms-tnef' || /^winmail\.dat$/i.test(filename ?? '')) {
    const inside = readTnef(content).filter((file) => file.content.length > 0);
    if (inside.length > 0) return inside;
  }
  return [{ name: filename?.trim() || unnamed(mimeType), content }];
}

function unnamed(mimeType: string): string {
  if (mimeType === 'text/calendar') return 'invitation.ics';
  if (mimeType === 'message/rfc822') return 'message.eml';
  return `unnamed.${(mimeType.split('/')[1] ?? 'bin').replace(/[^\w-]/g, '').slice(0, 20) || 'bin'}`;
}
