-- Mail that came in, kept before it is read, so that none is lost. What became of it, and why, stands beside it.
create type inbound_mail_state as enum
  ('received', 'new_ticket', 'threaded', 'automatic', 'bounce', 'ignored', 'quarantined', 'failed');
create table inbound_mail (
  id             bigint generated always as identity primary key,
  received_at    timestamptz(3) not null default now(),
  sha256         text not null,
  size           integer not null,
  -- Of the envelope, where the way it came by tells: what headers say may be anything.
  recipients     text[] not null default '{}',
  -- As its headers say; known once it was read.
  message_id     text,
  from_address   text,
  -- The Message-IDs that it answers: a mail may come before the one that it answers.
  answers        text[] not null default '{}',
  subject        text,
  state          inbound_mail_state not null default 'received',
  -- One sentence for a person: the rule that decided.
  verdict        text not null default 'It is kept, and not read yet.',
  ticket_number  integer references ticket on delete set null deferrable,
  reply_id       bigint references reply on delete set null deferrable,
  -- How often the same bytes came again.
  copies         integer not null default 0,
  -- Null until it was read.
  read_at        timestamptz(3),
  constraint inbound_mail_bytes unique (sha256),
  constraint inbound_mail_size check (size > 0),
  constraint inbound_mail_read check ((state = 'received') = (read_at is null))
);
create index inbound_mail_by_message_id on inbound_mail (message_id) where message_id is not null;
create index inbound_mail_by_answers on inbound_mail using gin (answers) where ticket_number is not null;
create index inbound_mail_by_sender on inbound_mail (from_address, received_at) where from_address is not null;
create index inbound_mail_by_ticket on inbound_mail (ticket_number, id) where ticket_number is not null;
create index inbound_mail_by_reply on inbound_mail (reply_id) where reply_id is not null;
create index inbound_mail_by_state on inbound_mail (state, id);

create table inbound_mail_chunk (
  mail_id  bigint not null references inbound_mail on delete cascade deferrable,
  position integer not null,
  bytes    bytea not null,
  primary key (mail_id, position)
);
