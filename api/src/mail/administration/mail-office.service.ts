import type { DataSource } from 'typeorm';
import { type Caller, ownerOf } from '../../caller.js';
import type { MailConfig } from '../../config-mail.js';
import { type KeysetBounds, type Page, type PageRequest, readPage } from '../../database/keyset.js';
import { NotFoundError } from '../../errors.js';
import type { Signer } from '../../files/file-addresses.js';
import type { Channel } from '../channels.js';
import { bytesOf } from '../in/inbound-mail.js';
import type { MailIntake } from '../in/mail-intake.js';
import { InboundMail, type InboundMailState } from './inbound-mail.type.js';
import { ChannelHealth, MailHealth } from './mail-health.js';

const iso = (instant: string) => `to_char(${instant} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `id::text as key, ticket_number as "ticketNumber", ${iso('received_at')} as "receivedAt", from_address as "from",
  subject, state, verdict, size, exists (select from inbound_mail_chunk where mail_id = id) as "hasSource"`;

type Row = Omit<InboundMail, 'id' | 'nodeKey'>;
const mailOf = (row: Row) => Object.assign(new InboundMail(), row);
export const inboundPosition = ({ key }: InboundMail) => ({ sort: null, number: Number(key) });

const condition = '($1::text[] is null or state::text = any($1))';
const lifeSeconds = 600;
const purpose = 'mail as it came';

type ChannelRow = Pick<ChannelHealth, 'lastSuccessAt' | 'failingSince' | 'message'> & { readonly name: Channel };

/** What administrators see of mail: what came in and why it went where it went, and how each way fares. */
export class MailOfficeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly intake: MailIntake,
    private readonly signer: Signer,
    private readonly config: MailConfig,
  ) {}

  page(_caller: Caller, states: readonly InboundMailState[] | null, request: PageRequest): Promise<Page<InboundMail>> {
    return readPage({ positionOf: inboundPosition, rows: (bounds) => this.rows(states, bounds) }, request);
  }

  async count(_caller: Caller, states: readonly InboundMailState[] | null): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from inbound_mail where ${condition}`,
      [states],
    );
    return row?.count ?? 0;
  }

  async get(caller: Caller, key: string): Promise<InboundMail | null> {
    if (caller.access !== 'ADMIN') return null;
    const [row] = await this.dataSource.query<Row[]>(`select ${columns} from inbound_mail where id = $1::bigint`, [
      key,
    ]);
    return row ? mailOf(row) : null;
  }

  /** @throws NotFoundError */
  async readAgain(caller: Caller, key: string, ticketNumber: number | null): Promise<InboundMail> {
    await this.intake.readAgain(caller, key, ticketNumber);
    const mail = await this.get(caller, key);
    if (!mail) throw new NotFoundError('There is no such mail to read again.', ['id']);
    return mail;
  }

  /** A path on this desk, good for ten minutes and for this caller. */
  sourceUrl(caller: Caller, key: string): string {
    const expires = Math.floor(Date.now() / 1_000) + lifeSeconds;
    const text = this.signed(caller, key, expires);
    const signature = this.signer.sign(purpose, text).slice(text.length + 1);
    return `/mail/source/${key}?expires=${expires}&signature=${signature}`;
  }

  /** The mail as it came. @throws NotFoundError in the same words for every address that is not good */
  async source(
    caller: Caller,
    key: string,
    { expires, signature }: Readonly<Record<string, unknown>>,
  ): Promise<Buffer> {
    const isSigned =
      typeof expires === 'string' &&
      /^\d{1,12}$/.test(expires) &&
      this.signer.open(purpose, `${this.signed(caller, key, Number(expires))}.${String(signature)}`) !== null;
    const isGood = isSigned && Number(expires) > Date.now() / 1_000 && caller.access === 'ADMIN';
    const bytes = isGood ? await bytesOf(this.dataSource, key) : Buffer.alloc(0);
    if (bytes.length === 0) throw new NotFoundError('There is no mail at this address.', ['id']);
    return bytes;
  }

  async health(_caller: Caller): Promise<MailHealth> {
    const rows = await this.dataSource.query<ChannelRow[]>(
      `select name, ${iso('last_success_at')} as "lastSuccessAt", ${iso('failing_since')} as "failingSince", message from mail_channel`,
    );
    const known = new Map(rows.map((row) => [row.name, row]));
    const [counts] = await this.dataSource.query<{ stuckCount: number; undeliveredCount: number }[]>(
      `select (select count(*) from outgoing_mail where kind = 'reply' and undelivered_at > now() - interval '24 hours')::int as "undeliveredCount",
         ((select count(*) from outgoing_mail where state = 'failed' or (state = 'queued' and attempts > 0))
         + (select count(*) from inbound_mail where state in ('failed', 'quarantined')))::int as "stuckCount"`,
    );
    const { out, in: way } = this.config;
    const outgoing = out
      ? channel(`SMTP ${new URL(out.url).host}`, known.get('out'))
      : Object.assign(channel('SMTP', undefined), {
          working: false,
          message: 'No mail is set up. Set SMTP_URL and MAIL_FROM to send replies.',
        });
    const incoming = [
      ...(way.token === null ? [] : [channel('POST /mail/in', known.get('http'))]),
      ...(way.imapUrl === null ? [] : [channel(`Mailbox ${new URL(way.imapUrl).host}`, known.get('imap'))]),
      ...(way.listen === null ? [] : [channel(`SMTP listener on port ${way.listen.port}`, known.get('smtp'))]),
    ];
    const { stuckCount = 0, undeliveredCount = 0 } = counts ?? {};
    // What is not set up has not begun to fail.
    const isFailing = [outgoing, ...incoming].some(({ failingSince }) => failingSince !== null);
    const needsAttention = isFailing || undeliveredCount > 0;
    return Object.assign(new MailHealth(), { outgoing, incoming, stuckCount, undeliveredCount, needsAttention });
  }

  private signed(caller: Caller, key: string, expires: number): string {
    return `${key} ${expires} ${ownerOf(caller)}`;
  }

  private async rows(states: readonly InboundMailState[] | null, bounds: KeysetBounds): Promise<InboundMail[]> {
    const rows = await this.dataSource.query<Row[]>(
      `select ${columns} from inbound_mail
       where ${condition} and id < coalesce($2::bigint, 9223372036854775807) and id > coalesce($3::bigint, 0)
       order by inbound_mail.id ${bounds.reverse ? 'asc' : 'desc'} limit $4`,
      [states, bounds.after?.number ?? null, bounds.before?.number ?? null, bounds.limit],
    );
    return rows.map(mailOf);
  }
}

function channel(name: string, row: ChannelRow | undefined): ChannelHealth {
  const { lastSuccessAt = null, failingSince = null, message = null } = row ?? {};
  return Object.assign(new ChannelHealth(), {
    name,
    working: failingSince === null,
    lastSuccessAt,
    failingSince,
    message,
  });
}
