-- The people of the team, how they prove who they are, and what was done to the desk itself.
-- Of every secret only the SHA-256 is kept: who reads the tables, or a backup, can sign in nowhere.
create type account_role as enum ('agent', 'admin');

create table account (
  id             integer generated always as identity primary key,
  email          text not null,
  display_name   text not null,
  handle         text not null,
  role           account_role not null default 'agent',
  -- A PHC string; null for people who sign in elsewhere, or who have not used their invitation.
  password_hash  text,
  -- Null until an invitation was used. Once one account has it the desk has a team, whatever becomes of that account.
  activated_at   timestamptz(3),
  deactivated_at timestamptz(3),
  created_at     timestamptz(3) not null default now(),
  constraint account_email_unique unique (email),
  constraint account_handle_unique unique (handle),
  constraint account_email_lower_case check (email = lower(email) and char_length(email) between 3 and 254),
  constraint account_display_name_length check (char_length(display_name) between 1 and 100 and not is_blank(display_name)),
  constraint account_handle_form check (handle ~ '^[a-z0-9][a-z0-9._-]{0,38}$')
);
create index account_by_name on account (lower(display_name), id);

-- Who somebody is at the OpenID provider. An address never stands for a person there: addresses are given to others.
create table account_identity (
  issuer     text not null,
  subject    text not null,
  account_id integer not null references account deferrable,
  created_at timestamptz(3) not null default now(),
  primary key (issuer, subject)
);

create table session (
  id           bigint generated always as identity primary key,
  secret_hash  bytea not null,
  account_id   integer not null references account deferrable,
  user_agent   text not null,
  address      text not null,
  created_at   timestamptz(3) not null default now(),
  last_used_at timestamptz(3) not null default now(),
  constraint session_secret_hash_unique unique (secret_hash)
);
create index session_by_account on session (account_id, last_used_at desc);
create index session_by_address on session (address);

create table api_token (
  id             integer generated always as identity primary key,
  name           text not null,
  prefix         text not null,
  secret_hash    bytea not null,
  scopes         text[] not null,
  -- Who made it; a personal token works only while they are active.
  account_id     integer not null references account deferrable,
  for_desk       boolean not null,
  created_at     timestamptz(3) not null default now(),
  expires_at     timestamptz(3) not null,
  last_used_at   timestamptz(3),
  last_used_from text,
  revoked_at     timestamptz(3),
  constraint api_token_secret_hash_unique unique (secret_hash),
  constraint api_token_prefix_unique unique (prefix),
  constraint api_token_name_length check (char_length(name) between 1 and 100 and not is_blank(name)),
  constraint api_token_scopes_not_empty check (cardinality(scopes) > 0)
);
create index api_token_by_account on api_token (account_id, id);

-- Links and codes that are good once: the row goes in the transaction that uses it.
create type one_time_kind as enum ('invitation', 'reset', 'setup');
create table one_time_secret (
  secret_hash bytea primary key,
  kind        one_time_kind not null,
  -- Null for the code of the first start, which makes an account.
  account_id  integer references account deferrable,
  expires_at  timestamptz(3),
  created_at  timestamptz(3) not null default now(),
  constraint one_time_secret_of_whom check ((kind = 'setup') = (account_id is null))
);
create index one_time_secret_by_account on one_time_secret (account_id, kind);

-- Failed sign-ins per digest of typed address and client address. Nothing of worth is lost with it in a crash.
create unlogged table sign_in_delay (
  key        bytea primary key,
  failures   integer not null,
  not_before timestamptz(3) not null
);

create table audit_event (
  id         bigint generated always as identity primary key,
  type       text not null,
  at         timestamptz(3) not null default now(),
  actor_id   integer,
  token_id   integer,
  -- As it was then: people are renamed, and callers without an account have none.
  actor_name text not null,
  address    text,
  target     text,
  detail     text
);
create index audit_event_by_actor on audit_event (actor_id, id);
create index audit_event_by_type on audit_event (type, id);

-- Nobody edits the audit. Only what is older than 400 days may go.
create function refuse_audit_event_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '400 days' then
    return old;
  end if;
  raise exception 'audit_event is append-only' using errcode = 'restrict_violation', constraint = 'audit_event_append_only';
end $$;
create trigger audit_event_append_only before update or delete on audit_event
  for each row execute function refuse_audit_event_change();
create function refuse_audit_event_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'audit_event is append-only' using errcode = 'restrict_violation', constraint = 'audit_event_append_only';
end $$;
create trigger audit_event_not_truncated before truncate on audit_event
  for each statement execute function refuse_audit_event_truncate();
