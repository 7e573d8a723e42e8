-- Mail on its way out, one row an address. It is written in the transaction of what it tells of, and names it: the words
-- themselves, and links that open something, are put in when it leaves.
create type outgoing_mail_kind as enum ('reply', 'request_link', 'invitation', 'reset', 'acknowledgement');
-- A reply that no mail could carry from the beginning is 'not_mailed'; the reason says why.
create type outgoing_mail_state as enum ('queued', 'sent', 'failed', 'bounced', 'not_mailed');
create table outgoing_mail (
  id              bigint generated always as identity primary key,
  kind            outgoing_mail_kind not null,
  -- What was taken back or deleted takes its mail with it.
  ticket_number   integer references ticket on delete cascade deferrable,
  reply_id        bigint references reply on delete cascade deferrable,
  account_id      integer references account deferrable,
  -- Empty once its owner was forgotten.
  address         text not null,
  -- With its angle brackets.
  message_id      text not null,
  state           outgoing_mail_state not null default 'queued',
  -- How often sending was begun since it was last queued by a person.
  attempts        integer not null default 0,
  -- Not before; null where it is not sent any more.
  next_attempt_at timestamptz(3),
  reason          text,
  sent_at         timestamptz(3),
  created_at      timestamptz(3) not null default now(),
  constraint outgoing_mail_message_id unique (message_id),
  constraint outgoing_mail_of_one check (num_nonnulls(ticket_number, account_id) = 1),
  constraint outgoing_mail_of_reply check ((kind = 'reply') = (reply_id is not null)),
  constraint outgoing_mail_waits check ((state = 'queued') = (next_attempt_at is not null)),
  constraint outgoing_mail_sent check (state <> 'sent' or sent_at is not null),
  constraint outgoing_mail_attempts check (attempts >= 0)
);
create index outgoing_mail_by_ticket on outgoing_mail (ticket_number, id) where ticket_number is not null;
create unique index outgoing_mail_by_reply on outgoing_mail (reply_id, address) where reply_id is not null and address <> '';
create index outgoing_mail_by_account on outgoing_mail (account_id, id) where account_id is not null;
create index outgoing_mail_by_address on outgoing_mail (address);
-- What waits, and what a person should look at.
create index outgoing_mail_waiting on outgoing_mail (next_attempt_at) where state = 'queued';
create index outgoing_mail_failed on outgoing_mail (id) where state = 'failed';
