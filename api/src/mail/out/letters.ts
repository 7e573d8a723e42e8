/** What each mail says when it leaves. It is read and made at that moment: links that open something stand nowhere before. */
import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { systemCaller } from '../../caller.js';
import type { MailOutConfig } from '../../config-mail.js';
import { repliesByKey } from '../../conversation/replies/reply-reads.js';
import type { RequestLinks } from '../../conversation/requests/request-links.js';
import { inTransaction } from '../../database/transaction.js';
import type { FileService } from '../../files/file.service.js';
import { makeLink } from '../../identity/accounts/one-time-secrets.js';
import type { MailAddresses } from '../mail-addresses.js';
import { type LetterWords, letterHtml, letterText } from './letter-text.js';
import { type Outgoing, sentBefore } from './outgoing-mail.js';
import type { Letter, LetterFile } from './smtp.js';

/** What was to be told of is no more, or has come about. */
export class NothingToSendError extends Error {}

export type LetterParts = {
  readonly dataSource: DataSource;
  readonly config: MailOutConfig;
  readonly publicUrl: string;
  readonly addresses: MailAddresses;
  readonly requestLinks: RequestLinks;
  readonly files: FileService;
};

/** Encoded, a file is a third longer; most servers take 25 MB and more. */
const mostAttachedBytes = 15 * 2 ** 20;
/** As many as a line of headers should hold: the beginning of the thread, and its end. */
const mostReferences = 20;

type Content = Pick<Letter, 'subject' | 'autoSubmitted' | 'references' | 'files'> & { readonly words: LetterWords };

/** @throws NothingToSendError */
export async function letterOf(parts: LetterParts, mail: Outgoing): Promise<Letter> {
  const { config, addresses } = parts;
  const { words, ...content } = await contents[mail.kind](parts, mail);
  return {
    ...content,
    from: config.from,
    to: mail.address,
    sender: addresses.of('b', mail.key) ?? config.from.address,
    replyTo: mail.ticketNumber === null ? null : addresses.of('r', mail.key),
    messageId: mail.messageId,
    text: letterText(words),
    html: letterHtml(words),
  };
}

type Compose = (parts: LetterParts, mail: Outgoing) => Promise<Content>;

const ofTicket =
  (say: (title: string) => string): Compose =>
  async (parts, mail) => {
    const { title, reference } = await ticketOf(parts, mail);
    const url = await parts.requestLinks.addressFor(mail.ticketNumber ?? 0, mail.address);
    if (url === null) throw new NothingToSendError('The request is somebody else’s by now.');
    const link = { label: 'Your request', url };
    return {
      subject: `${title} [${reference}]`,
      autoSubmitted: 'auto-generated',
      references: await threadOf(parts, mail),
      files: [],
      words: { body: say(title), signature: null, link, footer: [reference] },
    };
  };

const contents: Record<Outgoing['kind'], Compose> = {
  async reply(parts, mail) {
    const { dataSource, requestLinks } = parts;
    const reply = (await repliesByKey(systemCaller, dataSource, [mail.replyKey ?? ''])).get(mail.replyKey ?? '');
    if (!reply) throw new NothingToSendError('The reply is gone.');
    const { title, reference } = await ticketOf(parts, mail);
    const url = await requestLinks.addressFor(reply.ticketNumber, mail.address);
    const { files, left } = await filesOf(parts, reply.key);
    const note = left.length > 0 ? [`Too large for this mail, and on the page: ${left.join(', ')}`] : [];
    return {
      subject: `Re: ${title} [${reference}]`,
      autoSubmitted: null,
      references: await threadOf(parts, mail),
      files,
      words: {
        body: reply.body,
        signature: await firstNameOf(dataSource, reply.accountKey),
        link: url === null ? null : { label: 'The whole conversation', url },
        footer: [...note, reference],
      },
    };
  },

  request_link: ofTicket((title) => `Here you can read what is said about your request “${title}”, and answer.`),
  /** Fixed words: nothing that somebody sent under a borrowed name is passed on. */
  async acknowledgement(parts, mail) {
    const { reference } = await ticketOf(parts, mail);
    const url = await parts.requestLinks.addressFor(mail.ticketNumber ?? 0, mail.address);
    if (url === null) throw new NothingToSendError('The request is somebody else’s by now.');
    const body = 'Your mail has arrived. We will answer as soon as we can.';
    return {
      subject: `Your mail has arrived [${reference}]`,
      autoSubmitted: 'auto-replied',
      references: await threadOf(parts, mail),
      files: [],
      words: { body, signature: null, link: { label: 'Your request', url }, footer: [reference] },
    };
  },

  async invitation(parts, mail) {
    const url = await linkOf(parts, mail, 'invitation');
    const body = 'You are invited to the support desk. The link works once, for three days.';
    return accountLetter(parts, 'Your invitation to the support desk', body, { label: 'Join the team', url });
  },

  async reset(parts, mail) {
    const url = await linkOf(parts, mail, 'reset');
    const body =
      'Here you can set a new password. The link works once, for an hour. If you did not ask for it, you need not do anything.';
    return accountLetter(parts, 'A new password', body, { label: 'Set a new password', url });
  },

  /** No words of the ticket but its title: notes stay on the desk. */
  async notification(parts, mail) {
    const { dataSource, publicUrl } = parts;
    const { title, reference } = await ticketOf(parts, { ticketNumber: mail.aboutTicket });
    const [wanted] = await dataSource.query<unknown[]>(
      'select from account where id = $1 and email_notifications and deactivated_at is null',
      [mail.accountKey],
    );
    if (!wanted) throw new NothingToSendError('This person no longer wants these e-mails.');
    const said = Object.entries(reasonSentences).flatMap(([reason, sentence]) =>
      mail.reasons?.includes(reason) ? [sentence] : [],
    );
    return {
      subject: `${title} [${reference}]`,
      autoSubmitted: 'auto-generated',
      references: [],
      files: [],
      words: {
        body: `${title}\n\n${said.join('\n')}`,
        signature: null,
        link: { label: `Open ${reference}`, url: `${publicUrl}/tickets/${mail.aboutTicket}` },
        footer: [`You can turn these e-mails off in your profile: ${publicUrl}/settings/profile`],
      },
    };
  },
};

/** In the order in which they are said. */
const reasonSentences: Readonly<Record<string, string>> = {
  mentioned: 'You were mentioned in a note.',
  team_mentioned: 'Your team was mentioned in a note.',
  assigned: 'The ticket was assigned to you.',
  requester_replied: 'The requester replied.',
};

function accountLetter({ publicUrl }: LetterParts, subject: string, body: string, link: LetterWords['link']): Content {
  const words = { body, signature: null, link, footer: [publicUrl] };
  return { subject, autoSubmitted: 'auto-generated', references: [], files: [], words };
}

async function linkOf({ dataSource, publicUrl }: LetterParts, { accountKey }: Outgoing, kind: 'invitation' | 'reset') {
  return inTransaction(dataSource, async (manager) => {
    const [row] = await manager.query<{ id: number }[]>(
      `select id from account where id = $1 and deactivated_at is null and (activated_at is not null) = $2`,
      [accountKey, kind === 'reset'],
    );
    if (!row) throw new NothingToSendError('Whoever it was for has come already, or has left.');
    return `${publicUrl}/${kind}#${await makeLink(manager, kind, row.id)}`;
  });
}

async function ticketOf({ dataSource }: LetterParts, { ticketNumber }: Pick<Outgoing, 'ticketNumber'>) {
  const [row] = await dataSource.query<{ title: string }[]>('select title from ticket where number = $1', [
    ticketNumber,
  ]);
  if (!row) throw new NothingToSendError('The ticket is gone.');
  return { title: row.title.replace(/^(re:\s*)+/i, ''), reference: `T-${ticketNumber}` };
}

async function threadOf({ dataSource }: LetterParts, mail: Outgoing): Promise<string[]> {
  const ids = await sentBefore(dataSource, mail);
  return ids.length > mostReferences ? [...ids.slice(0, 1), ...ids.slice(1 - mostReferences)] : ids;
}

/** As the requester's page names people of the team. */
async function firstNameOf(dataSource: DataSource, accountKey: number | null): Promise<string | null> {
  if (accountKey === null) return null;
  const [row] = await dataSource.query<{ name: string }[]>('select display_name as name from account where id = $1', [
    accountKey,
  ]);
  return row?.name.trim().split(/\s+/)[0] ?? null;
}

async function filesOf({ files }: LetterParts, replyKey: string): Promise<{ files: LetterFile[]; left: string[] }> {
  const known = (await files.listOf(systemCaller, 'reply', [replyKey])).get(replyKey) ?? [];
  let room = mostAttachedBytes;
  const taken = known.filter(({ size }) => {
    if (size > room) return false;
    room -= size;
    return true;
  });
  return {
    left: known.filter((file) => !taken.includes(file)).map(({ fileName }) => fileName),
    files: taken.map((file) => ({
      fileName: file.fileName,
      mediaType: file.mediaType,
      // Chunk by chunk, as fast as the server takes them.
      content: Readable.from(files.read(systemCaller, file, 0, file.size - 1), { highWaterMark: 1, objectMode: false }),
    })),
  };
}
