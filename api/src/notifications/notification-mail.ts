/** Mails what somebody has not read by then, to those who want it: whoever is at the desk needs no mail. */
import type { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import type { MailCourier } from '../mail/out/mail-courier.js';

/** For so long it waits to be read, and all that comes to the same ticket meanwhile is one mail. */
const waitMs = 120_000;
/** What is older was not mailed while mail was off, and is no news any more. */
const newsFor = '1 day';
const batch = 200;

const mailed = ['mentioned', 'team_mentioned', 'assigned', 'requester_replied'];

type Taken = { readonly accountKey: number; readonly ticketNumber: number; readonly reason: string };

/** What is taken is mailed in the same transaction, or not taken. */
const takeSql = `
  with due as (
    select account_id, ticket_number
    from notification join account on account.id = account_id
    where mailed_at is null and read_at is null and notification.created_at > now() - interval '${newsFor}'
      and reason::text = any($1::text[]) and email_notifications and deactivated_at is null
    group by account_id, ticket_number
    having min(notification.created_at) <= now() - $2::float8 * interval '1 millisecond'
    order by account_id, ticket_number limit ${batch}
  )
  update notification set mailed_at = now() from due
  where notification.account_id = due.account_id and notification.ticket_number = due.ticket_number
    and mailed_at is null and read_at is null
  returning notification.account_id as "accountKey", notification.ticket_number as "ticketNumber", reason::text`;

export async function mailUnread(
  dataSource: DataSource,
  courier: Pick<MailCourier, 'carryNotification'>,
  afterMs: number = waitMs,
): Promise<void> {
  await inTransaction(dataSource, async (manager) => {
    const [taken] = await manager.query<[Taken[], number]>(takeSql, [mailed, afterMs]);
    const mails = Map.groupBy(taken, ({ accountKey, ticketNumber }) => `${accountKey} ${ticketNumber}`);
    for (const ofOne of mails.values()) {
      const [{ accountKey, ticketNumber }] = ofOne as [Taken, ...Taken[]];
      const reasons = ofOne.map(({ reason }) => reason).filter((reason) => mailed.includes(reason));
      await courier.carryNotification(manager, accountKey, ticketNumber, [...new Set(reasons)]);
    }
  });
}
