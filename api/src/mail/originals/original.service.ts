/** A message as it came by mail, read again from the bytes that are kept: its headers, all of its text, its formatting. */
import type { DataSource } from 'typeorm';
import type { Caller } from '../../caller.js';
import { NotFoundError } from '../../errors.js';
import { bytesOf } from '../in/inbound-mail.js';
import { headOf, readMail, textOf } from '../in/parse-mail.js';
import { formattedPage } from './formatted-page.js';

/** What a mail became: the first words of a ticket, or words on one. */
export type Became = 'ticket' | 'reply';

export type Original = { readonly headers: string; readonly text: string; readonly hasFormatting: boolean };

/** Of one message: whether its mail is kept, and whether it had formatting. */
export type KeptMail = { readonly hasFormatting: boolean };

const columns = {
  ticket: { key: 'ticket_number', state: 'new_ticket' },
  reply: { key: 'reply_id', state: 'threaded' },
} satisfies Record<Became, { key: string; state: string }>;

const isKept = 'exists (select from inbound_mail_chunk where mail_id = mail.id)';

export class OriginalService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFoundError where it did not come by mail, or its bytes are forgotten */
  async get(_caller: Caller, became: Became, key: string): Promise<Original> {
    const bytes = await this.bytes(became, key);
    const mail = await readMail(bytes);
    return { headers: headOf(bytes), text: textOf(mail), hasFormatting: (mail.html ?? '').trim() !== '' };
  }

  /** A page for a frame. @throws NotFoundError */
  async formatted(_caller: Caller, became: Became, key: string): Promise<string> {
    const mail = await readMail(await this.bytes(became, key));
    if (!mail.html?.trim()) throw new NotFoundError('This message has no formatting.', ['id']);
    return formattedPage(mail);
  }

  /** By key; what did not come by mail, or is not kept, is left out. */
  async kept(_caller: Caller, became: Became, keys: readonly string[]): Promise<Map<string, KeptMail>> {
    const { key, state } = columns[became];
    const rows = await this.dataSource.query<{ key: string; hasFormatting: boolean }[]>(
      `select ${key}::text as key, has_formatting as "hasFormatting" from inbound_mail as mail
       where ${key} = any($1::bigint[]) and state = '${state}' and ${isKept} order by id desc`,
      [keys],
    );
    return new Map(rows.map(({ key: found, hasFormatting }) => [found, { hasFormatting }]));
  }

  private async bytes(became: Became, of: string): Promise<Buffer> {
    const { key, state } = columns[became];
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `select id::text from inbound_mail as mail
       where ${key} = $1::bigint and state = '${state}' and ${isKept} order by id limit 1`,
      [of],
    );
    if (!row) throw new NotFoundError('There is no mail of this message, or not any more.', ['id']);
    return bytesOf(this.dataSource, row.id);
  }
}
