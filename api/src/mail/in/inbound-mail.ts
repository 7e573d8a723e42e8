/** The statements about mail that came in. */
import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { takeMailLocks } from '../../database/locks.js';

export type InboundState =
  | 'received'
  | 'new_ticket'
  | 'threaded'
  | 'automatic'
  | 'bounce'
  | 'ignored'
  | 'quarantined'
  | 'failed';

export type Kept = { readonly key: string; readonly state: InboundState; readonly isNew: boolean };

export type ToRead = {
  readonly key: string;
  readonly raw: Buffer;
  readonly recipients: readonly string[];
  /** Which it is on already, where it is read again. */
  readonly ticketNumber: number | null;
};

/** What was read in the headers, however broken the rest is. */
export type Headline = {
  readonly messageId: string | null;
  readonly fromAddress: string | null;
  readonly subject: string | null;
  readonly answers: readonly string[];
  readonly hasFormatting: boolean;
};

export type Verdict = {
  readonly state: Exclude<InboundState, 'received'>;
  readonly verdict: string;
  readonly ticketNumber?: number | null;
  readonly replyKey?: string | null;
};

const chunkBytes = 262_144;

/** The bytes as they came. The same bytes again are counted, not doubled. */
export async function keepMail(manager: EntityManager, raw: Buffer, recipients: readonly string[]): Promise<Kept> {
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const [row] = await manager.query<Kept[]>(
    `insert into inbound_mail as mail (sha256, size, recipients) values ($1, $2, $3)
     on conflict (sha256) do update set copies = mail.copies + 1
     returning id::text as key, state, copies = 0 as "isNew"`,
    [sha256, raw.length, recipients],
  );
  if (!row) throw new Error('The statement answered no row.');
  for (let position = 0; row.isNew && position * chunkBytes < raw.length; position++) {
    await manager.query('insert into inbound_mail_chunk (mail_id, position, bytes) values ($1, $2, $3)', [
      row.key,
      position,
      raw.subarray(position * chunkBytes, (position + 1) * chunkBytes),
    ]);
  }
  return row;
}

/** Null for what is gone, or was read already. */
export async function mailToRead(dataSource: DataSource, key: string): Promise<ToRead | null> {
  const [row] = await dataSource.query<Omit<ToRead, 'raw'>[]>(
    `select id::text as key, recipients, ticket_number as "ticketNumber" from inbound_mail where id = $1::bigint and state = 'received'`,
    [key],
  );
  return row ? { ...row, raw: await bytesOf(dataSource, key) } : null;
}

export async function bytesOf(dataSource: DataSource, key: string): Promise<Buffer> {
  const chunks = await dataSource.query<{ bytes: Buffer }[]>(
    'select bytes from inbound_mail_chunk where mail_id = $1::bigint order by position',
    [key],
  );
  return Buffer.concat(chunks.map(({ bytes }) => bytes));
}

/** Another process was faster. */
export class AlreadyReadError extends Error {}

/** The ground of a decision has changed: it is made anew. */
export class OvertakenError extends Error {}

/** Nobody else decides about the same mail, what it answers or what answers it, until the transaction ends. */
export function holdThread(manager: EntityManager, { messageId, answers }: Headline): Promise<void> {
  return takeMailLocks(manager, messageId === null ? answers : [messageId, ...answers]);
}

/** Within the transaction of the words, last. @throws AlreadyReadError */
export async function settle(manager: EntityManager, key: string, head: Headline, verdict: Verdict): Promise<void> {
  await holdThread(manager, head);
  const rows = await manager.query<unknown[]>(
    `select from inbound_mail where id = $1::bigint and state = 'received' for update`,
    [key],
  );
  if (rows.length === 0) throw new AlreadyReadError('The mail was read meanwhile.');
  await noteVerdict(manager, key, head, verdict);
}

async function noteVerdict(
  manager: EntityManager,
  key: string,
  { messageId, fromAddress, subject, answers, hasFormatting }: Headline,
  { state, verdict, ticketNumber = null, replyKey = null }: Verdict,
): Promise<void> {
  await manager.query(
    `update inbound_mail set state = $2, verdict = $3, ticket_number = $4, reply_id = $5, message_id = $6,
       from_address = $7, subject = $8, answers = $9, has_formatting = $10, read_at = now() where id = $1::bigint`,
    [key, state, verdict, ticketNumber, replyKey, messageId, fromAddress, subject, answers, hasFormatting],
  );
}

/** To be read again, by a person's wish. False where there is no such mail. */
export async function unread(manager: EntityManager, key: string): Promise<boolean> {
  const [rows] = await manager.query<[unknown[], number]>(
    `update inbound_mail set state = 'received', read_at = null, verdict = 'It is read again.'
     where id = $1::bigint and state not in ('new_ticket', 'threaded', 'received') returning id`,
    [key],
  );
  return rows.length > 0;
}

/** The earlier mail that is the same one, by its Message-ID and sender. */
export async function earlierCopy(
  manager: EntityManager,
  key: string,
  { messageId, fromAddress }: Headline,
): Promise<{ ticketNumber: number | null } | null> {
  if (messageId === null) return null;
  const [row] = await manager.query<{ ticketNumber: number | null }[]>(
    `select ticket_number as "ticketNumber" from inbound_mail
     where message_id = $1 and from_address is not distinct from $2 and id <> $3::bigint
       and state in ('new_ticket', 'threaded', 'automatic', 'bounce')
     order by id limit 1`,
    [messageId, fromAddress, key],
  );
  return row ?? null;
}

/** What a sender brought within the last hour that became words on a ticket. */
export async function lately(manager: EntityManager, fromAddress: string): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `select count(*)::int as count from inbound_mail
     where from_address = $1 and received_at > now() - interval '1 hour' and state in ('new_ticket', 'threaded', 'failed')`,
    [fromAddress],
  );
  return row?.count ?? 0;
}

/** Forgets, after 90 days, the bytes of what became a ticket or a message, and all of what nobody wanted. */
export async function retainInbound(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `delete from inbound_mail_chunk where mail_id in (select id from inbound_mail
       where received_at <= now() - interval '90 days' and state in ('new_ticket', 'threaded') limit 100)`,
  );
  await dataSource.query(
    `delete from inbound_mail where received_at <= now() - interval '90 days'
       and state in ('automatic', 'bounce', 'ignored', 'quarantined')`,
  );
}

/** Of a requester who is forgotten: what they wrote, as it came. */
export async function forgetInboundMail(manager: EntityManager, requesterKey: number): Promise<void> {
  await manager.query(
    `delete from inbound_mail where from_address in (select address from requester_email where requester_id = $1)
       or ticket_number in (select number from ticket where requester_id = $1)`,
    [requesterKey],
  );
}
