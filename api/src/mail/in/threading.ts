/** Which ticket a mail belongs to: by what the desk signed or numbered, never by other words of a subject, never by marks in the text. */
import type { EntityManager } from 'typeorm';
import type { MailAddresses } from '../mail-addresses.js';
import type { ParsedMail } from './parse-mail.js';

export type Thread = {
  readonly ticketNumber: number;
  /** Why, for a person. */
  readonly verdict: string;
  /** The address that the answered mail went to, where a signed address proves that its reader wrote. */
  readonly provenAddress: string | null;
};

/** The first that holds; null: a ticket of its own. */
export async function threadOf(
  manager: EntityManager,
  addresses: MailAddresses,
  mail: Pick<ParsedMail, 'messageId' | 'references' | 'subject' | 'from'>,
  recipients: readonly string[],
): Promise<Thread | null> {
  const byAddress = await bySignedAddress(manager, addresses, recipients);
  if (byAddress) return byAddress;
  for (const id of mail.references) {
    const ticketNumber = await ticketOfMessage(manager, id);
    if (ticketNumber !== null) {
      return { ticketNumber, verdict: 'It answers a mail of this ticket.', provenAddress: null };
    }
  }
  return (await byEarlierAnswer(manager, mail)) ?? bySubject(manager, mail);
}

/** Mail comes in any order: an answer may be a ticket before what it answers is here. */
async function byEarlierAnswer(
  manager: EntityManager,
  { messageId }: Pick<ParsedMail, 'messageId'>,
): Promise<Thread | null> {
  if (messageId === null) return null;
  const [row] = await manager.query<{ ticketNumber: number }[]>(
    `select ticket_number as "ticketNumber" from inbound_mail
     where answers @> array[$1::text] and ticket_number is not null order by id limit 1`,
    [messageId],
  );
  return row ? { ...row, verdict: 'A mail of this ticket answers it.', provenAddress: null } : null;
}

async function bySignedAddress(
  manager: EntityManager,
  addresses: MailAddresses,
  recipients: readonly string[],
): Promise<Thread | null> {
  for (const recipient of recipients) {
    const key = addresses.keyIn('r', recipient);
    if (key === null) continue;
    const [row] = await manager.query<{ ticketNumber: number; address: string }[]>(
      `select ticket_number as "ticketNumber", address from outgoing_mail where id = $1::bigint and ticket_number is not null`,
      [key],
    );
    if (!row) continue;
    const verdict = 'It came to the signed address of this ticket.';
    return { ticketNumber: row.ticketNumber, verdict, provenAddress: row.address };
  }
  return null;
}

async function ticketOfMessage(manager: EntityManager, messageId: string): Promise<number | null> {
  const [row] = await manager.query<{ number: number }[]>(
    `select ticket_number as number from outgoing_mail where message_id = $1 and ticket_number is not null
     union all
     select ticket_number from inbound_mail where message_id = $1 and ticket_number is not null limit 1`,
    [messageId],
  );
  return row?.number ?? null;
}

/** The number alone is known to everybody who can count: whoever uses it must be on the ticket. */
async function bySubject(
  manager: EntityManager,
  { subject, from }: Pick<ParsedMail, 'subject' | 'from'>,
): Promise<Thread | null> {
  const number = /\[T-([1-9]\d{0,8})\]/.exec(subject)?.[1];
  if (!number || !from) return null;
  const rows = await manager.query<unknown[]>(
    `select from ticket where number = $1 and exists (select from requester_email as known where address = $2 and (
       known.requester_id = ticket.requester_id
       or known.requester_id in (select requester_id from reply where ticket_number = number and requester_id is not null)))`,
    [Number(number), from.address],
  );
  if (rows.length === 0) return null;
  const verdict = 'Its subject names this ticket, and its sender is on it.';
  return { ticketNumber: Number(number), verdict, provenAddress: null };
}
