-- Programs that are told what happens. The secret of each stands nowhere: it is derived from `nonce` and the desk's key.
create table webhook (
  id              integer generated always as identity primary key,
  url             text not null,
  events          text[] not null,
  include_notes   boolean not null default false,
  enabled         boolean not null default true,
  -- Why the desk switched it off by itself.
  disabled_reason text,
  nonce           text not null,
  -- The one before, which signs besides until then, so that a receiver has time to change.
  previous_nonce  text,
  previous_until  timestamptz(3),
  -- How far the trail was turned into deliveries: an exact place in the feed of the database that `epoch` names.
  epoch           text,
  place           jsonb,
  created_by      integer not null references account deferrable,
  -- When the receiver last took something; null: never.
  last_success_at timestamptz(3),
  created_at      timestamptz(3) not null default now(),
  constraint webhook_url_length check (char_length(url) between 1 and 2000),
  constraint webhook_has_events check (cardinality(events) > 0),
  constraint webhook_off_for_a_reason check (disabled_reason is null or not enabled),
  constraint webhook_previous check ((previous_nonce is null) = (previous_until is null))
);
create index webhook_by_creator on webhook (created_by);

create type webhook_delivery_state as enum ('waiting', 'delivered', 'failed');
-- One telling of one change to one program. It is written in the transaction that moves the program's place on.
create table webhook_delivery (
  id              bigint generated always as identity primary key,
  webhook_id      integer not null references webhook on delete cascade,
  -- What a receiver drops doubles by.
  message_id      text not null,
  event           text not null,
  ticket_number   integer not null,
  -- Of a reply that can still be taken back: nothing is told once it is gone.
  held_reply_id   bigint,
  -- Exactly what is sent.
  body            text not null,
  state           webhook_delivery_state not null default 'waiting',
  -- How often sending was begun since it was last queued.
  tries           integer not null default 0,
  next_attempt_at timestamptz(3),
  -- Whoever sends it has it until then.
  leased_until    timestamptz(3),
  created_at      timestamptz(3) not null default now(),
  constraint webhook_delivery_message_id unique (message_id),
  constraint webhook_delivery_waits check ((state = 'waiting') = (next_attempt_at is not null)),
  constraint webhook_delivery_tries check (tries >= 0)
);
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, id);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, next_attempt_at) where state = 'waiting';
-- Those that wait until a reply can no longer be taken back.
create index webhook_delivery_held on webhook_delivery (next_attempt_at) where state = 'waiting' and held_reply_id is not null;
create index webhook_delivery_by_age on webhook_delivery (created_at);

create table webhook_attempt (
  id           bigint generated always as identity primary key,
  delivery_id  bigint not null references webhook_delivery on delete cascade,
  at           timestamptz(3) not null default now(),
  status_code  integer,
  -- The first 1,000 characters of the answer, or what went wrong.
  answer       text,
  milliseconds integer not null,
  constraint webhook_attempt_answer_length check (char_length(answer) <= 1000)
);
create index webhook_attempt_by_delivery on webhook_attempt (delivery_id, id);
