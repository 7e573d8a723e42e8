/** The statements about mail on its way out. Sending is between two of them, so that no connection waits for a mail server. */
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../../database/transaction.js';

export type MailKind = 'reply' | 'request_link' | 'invitation' | 'reset' | 'acknowledgement' | 'notification';

export type NewMail = {
  readonly kind: MailKind;
  readonly ticketNumber?: number;
  readonly replyKey?: string;
  readonly accountKey?: number;
  /** Of a notification: the ticket that it tells of, and why. */
  readonly aboutTicket?: number;
  readonly reasons?: readonly string[];
  readonly address: string;
  readonly messageId: string;
  /** Why no mail carries it; null where one does. */
  readonly notMailed?: string | null;
  /** Not before; null: at once. */
  readonly dueAt?: string | null;
};

/** A mail whose sending has begun. */
export type Outgoing = {
  readonly key: string;
  readonly kind: MailKind;
  readonly ticketNumber: number | null;
  readonly replyKey: string | null;
  readonly accountKey: number | null;
  readonly aboutTicket: number | null;
  readonly reasons: readonly string[] | null;
  readonly address: string;
  readonly messageId: string;
  /** 1 for the first. */
  readonly attempt: number;
};

/** Answers its key, and when it is due; null for what the same address gets already. */
export async function insertMail(manager: EntityManager, mail: NewMail): Promise<{ key: string; dueAt: Date } | null> {
  const { kind, ticketNumber, replyKey, accountKey, address, messageId, notMailed = null, dueAt = null } = mail;
  const { aboutTicket, reasons } = mail;
  const [row] = await manager.query<{ key: string; dueAt: Date }[]>(
    `insert into outgoing_mail (kind, ticket_number, reply_id, account_id, address, message_id, reason, state, next_attempt_at,
       about_ticket, reasons)
     values ($1, $2, $3, $4, $5, $6, $7::text, case when $7::text is null then 'queued' else 'not_mailed' end::outgoing_mail_state,
       case when $7::text is null then coalesce($8::timestamptz, now()) end, $9, $10)
     on conflict do nothing returning id::text as key, next_attempt_at as "dueAt"`,
    [kind, ticketNumber, replyKey, accountKey, address, messageId, notMailed, dueAt, aboutTicket, reasons],
  );
  return row ?? null;
}

/**
 * Begins to send what is due; null for what was taken back, has gone, or waits for later. The reply is held first: whoever
 * takes it back at this moment either comes first, or is told that it has left.
 */
export function beginMail(dataSource: DataSource, key: string): Promise<Outgoing | null> {
  return inTransaction(dataSource, async (manager) => {
    await manager.query(
      'select from reply where id = (select reply_id from outgoing_mail where id = $1::bigint) for share',
      [key],
    );
    const [rows] = await manager.query<[Outgoing[], number]>(
      `update outgoing_mail set attempts = attempts + 1
       where id = $1::bigint and state = 'queued' and next_attempt_at <= clock_timestamp()
       returning id::text as key, kind, ticket_number as "ticketNumber", reply_id::text as "replyKey",
         account_id as "accountKey", about_ticket as "aboutTicket", reasons, address, message_id as "messageId", attempts as attempt`,
      [key],
    );
    return rows[0] ?? null;
  });
}

/** Whoever was overtaken by another attempt settles nothing. */
const same = `id = $1::bigint and attempts = $2 and state = 'queued'`;

export async function noteSent(dataSource: DataSource, { key, attempt }: Outgoing): Promise<void> {
  await dataSource.query(
    `update outgoing_mail set state = 'sent', sent_at = now(), next_attempt_at = null, reason = null where ${same}`,
    [key, attempt],
  );
}

export async function noteFailed(dataSource: DataSource, { key, attempt }: Outgoing, reason: string): Promise<void> {
  await dataSource.query(
    `update outgoing_mail set state = 'failed', next_attempt_at = null, undelivered_at = now(), reason = $3 where ${same}`,
    [key, attempt, reason],
  );
}

/** Answers when it is tried again; null where another attempt overtook this one. */
export async function postpone(
  manager: EntityManager,
  { key, attempt }: Outgoing,
  reason: string,
  pauseMs: number,
): Promise<Date | null> {
  const [rows] = await manager.query<[{ dueAt: Date }[], number]>(
    `update outgoing_mail set reason = $3, next_attempt_at = now() + $4::float8 * interval '1 millisecond' where ${same}
     returning next_attempt_at as "dueAt"`,
    [key, attempt, reason, pauseMs],
  );
  return rows[0]?.dueAt ?? null;
}

/** What failed or came back, once more. */
export async function requeue(manager: EntityManager, replyKey: string): Promise<string[]> {
  const [rows] = await manager.query<[{ key: string }[], number]>(
    `update outgoing_mail set state = 'queued', attempts = 0, next_attempt_at = now(), reason = null, sent_at = null, undelivered_at = null
     where reply_id = $1::bigint and state in ('failed', 'bounced', 'not_mailed') and address <> ''
     returning id::text as key`,
    [replyKey],
  );
  return rows.map(({ key }) => key);
}

/** The Message-IDs of what came and went on a ticket before this mail, oldest first. */
export async function sentBefore(dataSource: DataSource, { key, ticketNumber }: Outgoing): Promise<string[]> {
  if (ticketNumber === null) return [];
  const rows = await dataSource.query<{ id: string }[]>(
    `select message_id as id from (
       select message_id, created_at from outgoing_mail
       where ticket_number = $1 and id < $2::bigint and state in ('sent', 'bounced')
       union all
       select message_id, received_at from inbound_mail
       where ticket_number = $1 and message_id is not null and state in ('new_ticket', 'threaded')
     ) as said order by created_at`,
    [ticketNumber, key],
  );
  return rows.map(({ id }) => id);
}

/** It came back. Answers to whom it had gone; null where it is known, or another attempt is on its way. */
export async function noteBounced(manager: EntityManager, key: string, reason: string): Promise<string | null> {
  const [rows] = await manager.query<[{ address: string }[], number]>(
    `update outgoing_mail set state = 'bounced', undelivered_at = now(), reason = $2 where id = $1::bigint and state = 'sent' returning address`,
    [key, reason],
  );
  return rows[0]?.address ?? null;
}

/** Forgets account mail after a month, and gives up what no process finished: each died of it, or with it. */
export async function retainOutgoing(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `delete from outgoing_mail where account_id is not null and created_at <= now() - interval '30 days'`,
  );
  await dataSource.query(
    `update outgoing_mail set state = 'failed', next_attempt_at = null, undelivered_at = now(), reason = 'Each attempt broke off. Send it again.'
     where state = 'queued' and next_attempt_at <= now() - interval '1 day'`,
  );
}

/** Of a requester who is forgotten: the addresses that mail went to. */
export async function forgetMailAddresses(manager: EntityManager, requesterKey: number): Promise<void> {
  await manager.query(
    `update outgoing_mail set address = '', reason = null
     where address in (select address from requester_email where requester_id = $1)
       or ticket_number in (select number from ticket where requester_id = $1)`,
    [requesterKey],
  );
}
