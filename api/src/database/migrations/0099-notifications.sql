-- How somebody follows a ticket, where they said so.
create type ticket_subscription_state as enum ('subscribed', 'unsubscribed');
create table ticket_subscription (
  ticket_number integer not null references ticket on delete cascade deferrable,
  account_id    integer not null references account on delete cascade deferrable,
  state         ticket_subscription_state not null,
  primary key (ticket_number, account_id)
);
create index ticket_subscription_by_account on ticket_subscription (account_id);

-- The strongest first: of several reasons for one change somebody is told the first.
create type notification_reason as enum (
  'mentioned', 'team_mentioned', 'assigned', 'requester_replied', 'team_replied', 'delivery_failed', 'unassigned_new',
  'snooze_ended');
-- What waits for one person. It names what it tells of and holds no words, so that what is taken back or erased leaves none.
create table notification (
  id            bigint generated always as identity primary key,
  account_id    integer not null references account on delete cascade deferrable,
  reason        notification_reason not null,
  ticket_number integer not null references ticket on delete cascade deferrable,
  -- The entry of the trail; null where mail failed, of which the trail does not tell.
  event_id      bigint,
  reply_id      bigint references reply on delete cascade deferrable,
  note_id       bigint references note on delete cascade deferrable,
  -- Orders those that are committed for whoever follows them, as in the trail.
  transaction   xid8 not null default pg_current_xact_id(),
  created_at    timestamptz(3) not null default now(),
  read_at       timestamptz(3),
  constraint notification_once unique (account_id, event_id),
  constraint notification_of_change check ((event_id is null) = (reason = 'delivery_failed')),
  constraint notification_of_failed_reply check (reason <> 'delivery_failed' or reply_id is not null)
);
create index notification_by_account on notification (account_id, id);
create index notification_unread on notification (account_id, id) where read_at is null;
create index notification_by_ticket on notification (ticket_number, account_id);
create unique index notification_of_failure on notification (reply_id) where reason = 'delivery_failed';
create index notification_by_reply on notification (reply_id) where reply_id is not null;
create index notification_by_note on notification (note_id, account_id) where note_id is not null;
create index notification_by_transaction on notification (transaction, ticket_number, id);
create index notification_by_age on notification (created_at);
create index notification_read on notification (read_at) where read_at is not null;

-- How far the trail was turned into notifications: an exact place in the feed of the database that `epoch` names.
create table notification_place (
  only_one boolean primary key default true check (only_one),
  epoch    text not null,
  place    jsonb not null
);
insert into notification_place (epoch, place)
select left(id::text, 8), jsonb_build_object('from', pg_current_snapshot()::text, 'within', null) from feed_epoch;

-- Whoever wrote a reply learns that it did not arrive: once, however many addresses it had, until it is sent again.
create function notify_of_failed_mail() returns trigger language plpgsql as $$
begin
  delete from notification where reason = 'delivery_failed' and reply_id = new.reply_id;
  insert into notification (account_id, reason, ticket_number, reply_id)
  select account.id, 'delivery_failed', reply.ticket_number, reply.id
  from reply join account on account.id = reply.account_id
  where reply.id = new.reply_id and account.activated_at is not null and account.deactivated_at is null
  on conflict (reply_id) where reason = 'delivery_failed' do nothing;
  return null;
end $$;
create trigger outgoing_mail_failed after update of state on outgoing_mail for each row
  when (new.kind = 'reply' and new.state in ('failed', 'bounced') and old.state <> new.state)
  execute function notify_of_failed_mail();
