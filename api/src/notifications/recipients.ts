/**
 * Whom entries of the trail concern, and why. Nobody is told of their own doings, of imports and samples nobody is told,
 * and of one ticket and transaction each person is told once, for the strongest reason.
 */
import type { EntityManager } from 'typeorm';

/** Of a merged ticket, whatever is said concerns whoever has or follows the one that goes on. */
const saidSql = `
  select event.id, event.transaction, event.ticket_number, event.type::text as type, event.field, event.to_value,
    event.account_id as by, event.token_id, event.reply_id, event.note_id, main.number as main,
    ticket.merged_into is null and ticket.resolved_at is null as is_unfinished,
    ticket.assignee_id, ticket.team_id, main.assignee_id as main_assignee_id
  from unnest($1::bigint[]) as taken (id)
  join ticket_event event using (id)
  join ticket on ticket.number = event.ticket_number
  join ticket as main on main.number = coalesce(ticket.merged_into, ticket.number)
  where event.source <> 'import'`;

/** What somebody said of the ticket that goes on counts before what they said of one that was merged into it. */
const followedSql = `
  select distinct on (asked.main, account_id) asked.main, account_id, state
  from (select distinct main from said) as asked
  cross join lateral conversation_tickets(asked.main) as member (number)
  join ticket_subscription subscription on subscription.ticket_number = member.number
  order by asked.main, account_id, member.number = asked.main desc`;

const calledSql = `
  select said.id, 'mentioned' as reason, mention.account_id
  from said join note_mention mention using (note_id)
  where type in ('noted', 'note_reworded') and mention.account_id is not null
  union all
  select said.id, 'team_mentioned', member.account_id
  from said join note_mention mention using (note_id) join team_member member on member.team_id = mention.team_id
  where type in ('noted', 'note_reworded')
  union all
  select said.id, 'assigned', account.id
  from said join account on account.handle = to_value
  where type = 'changed' and field = 'assignee'
  union all
  select said.id, 'assigned', assignee_id
  from said
  where type = 'created' and assignee_id is not null and not exists (
    select from ticket_event event
    where event.ticket_number = said.ticket_number and event.type = 'changed' and event.field = 'assignee')
  union all
  select said.id, 'requester_replied', main_assignee_id
  from said where type = 'replied' and to_value = 'from_requester'
  union all
  select said.id, case when to_value = 'from_requester' then 'requester_replied' else 'team_replied' end, followed.account_id
  from said join followed on followed.main = said.main and followed.state = 'subscribed'
  where type in ('replied', 'noted')
  union all
  select said.id, 'unassigned_new', member.account_id
  from said join team_member member on member.team_id = said.team_id
  where type = 'created' and assignee_id is null and is_unfinished
  union all
  select said.id, 'snooze_ended', coalesce((
    select event.account_id from ticket_event event
    where event.ticket_number = said.ticket_number and event.type = 'changed' and event.field = 'snooze'
      and event.to_value is not null and event.id < said.id
    order by event.id desc limit 1), assignee_id)
  from said
  where type = 'changed' and field = 'snooze' and to_value is null and by is null and token_id is null and is_unfinished`;

/** A note that is worded anew calls those alone whom it has not called. */
const isNews = `(said.type <> 'note_reworded' or not exists (
    select from notification earlier
    where earlier.note_id = said.note_id and earlier.account_id = called.account_id
      and earlier.reason in ('mentioned', 'team_mentioned'))
  and not exists (select from said as earlier where earlier.note_id = said.note_id and earlier.id < said.id))`;

const notifySql = `
  with said as materialized (${saidSql}), followed as (${followedSql}), called as (${calledSql}),
  strongest as (
    select distinct on (called.account_id, said.transaction, said.ticket_number)
      called.account_id, called.reason::notification_reason as reason, said.ticket_number, said.id, said.reply_id, said.note_id
    from called join said using (id)
    join account on account.id = called.account_id and account.activated_at is not null and account.deactivated_at is null
    left join followed on followed.main = said.main and followed.account_id = called.account_id
    where called.account_id is distinct from said.by and ${isNews}
      and (followed.state is distinct from 'unsubscribed' or called.reason in ('mentioned', 'team_mentioned', 'assigned'))
    order by called.account_id, said.transaction, said.ticket_number, called.reason::notification_reason, said.id
  )
  insert into notification (account_id, reason, ticket_number, event_id, reply_id, note_id)
  select account_id, reason, ticket_number, id, reply_id, note_id from strongest order by id, account_id
  on conflict (account_id, event_id) do nothing
  returning 1 as told`;

/** Answers how many were told. */
export async function notify(manager: EntityManager, eventKeys: readonly string[]): Promise<number> {
  const rows = await manager.query<unknown[]>(notifySql, [eventKeys]);
  return rows.length;
}
