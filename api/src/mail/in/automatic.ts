/** Whether a machine wrote a mail by itself. Such mail is filed, and answered by nothing, or two machines would never end. */
import type { ParsedMail } from './parse-mail.js';

type Judged = Pick<ParsedMail, 'from' | 'header' | 'report'>;

/** Why, for a person; null where a person wrote it. `X-Auto-Response-Suppress` alone proves nothing: Outlook sets it for people too. */
export function automaticBy({ from, header, report }: Judged): string | null {
  const submitted = header('auto-submitted')?.toLowerCase();
  if (submitted && !/^no\b/.test(submitted)) return 'A machine wrote it: Auto-Submitted.';
  const precedence = header('precedence')?.toLowerCase() ?? '';
  if (/^(bulk|junk|list|auto_reply)$/.test(precedence)) return `A machine wrote it: Precedence ${precedence}.`;
  if (header('list-id') !== null) return 'It comes from a mailing list.';
  if (header('x-autoreply') !== null || header('x-autorespond') !== null)
    return 'A machine wrote it: an automatic answer.';
  if (header('return-path') === '<>') return 'A machine wrote it: it has no sender to come back to.';
  const type = header('content-type')?.toLowerCase() ?? '';
  if (report !== null || type.startsWith('multipart/report')) return 'A mail system wrote it: a report.';
  if (from && /^(mailer-daemon|postmaster)@/.test(from.address)) return 'A mail system wrote it.';
  return null;
}

export type Bounce = {
  /** One sentence of the other side. */
  readonly reason: string;
  /** Of the mail that came back; null where the report does not tell. */
  readonly messageId: string | null;
  /** Whether the address takes no mail for good. */
  readonly isForGood: boolean;
};

/** What a report says of a mail that did not arrive; null for what is none, such as that it is only late. */
export function bounceIn({ report }: Pick<ParsedMail, 'report'>): Bounce | null {
  if (report === null) return null;
  const field = (name: string, text: string) =>
    new RegExp(`^${name}:[ \\t]*([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)`, 'im')
      .exec(text)?.[1]
      ?.replace(/\s+/g, ' ')
      .trim();
  const action = field('action', report.status)?.toLowerCase();
  const status = field('status', report.status) ?? '';
  if (action !== 'failed' && !(action === undefined && status.startsWith('5'))) return null;
  const said = field('diagnostic-code', report.status)?.replace(/^smtp;\s*/i, '') ?? status;
  return {
    reason: `The other side said: ${said}`.slice(0, 400),
    messageId: /<[^<>\s]+>/.exec(field('message-id', report.original) ?? '')?.[0] ?? null,
    isForGood: status.startsWith('5'),
  };
}
