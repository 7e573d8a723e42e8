-- The people who ask. They know no password; an address belongs to one of them.
create table requester (
  id          integer generated always as identity primary key,
  -- Null where nobody told it, and once it was erased.
  name        text,
  external_id text,
  note        text,
  blocked_at  timestamptz(3),
  -- By law name, addresses and words were forgotten; numbers and times stay.
  erased_at   timestamptz(3),
  created_at  timestamptz(3) not null default now(),
  constraint requester_external_id_unique unique (external_id),
  constraint requester_name_length check (char_length(name) between 1 and 100 and not is_blank(name)),
  constraint requester_note_length check (char_length(note) between 1 and 1000),
  constraint requester_erased_whole check (erased_at is null or (name is null and external_id is null and note is null))
);

create table requester_email (
  address        text primary key,
  requester_id   integer not null references requester deferrable,
  is_primary     boolean not null default false,
  verified_at    timestamptz(3),
  bouncing_since timestamptz(3),
  created_at     timestamptz(3) not null default now(),
  constraint requester_email_lower_case check (address = lower(address) and char_length(address) between 3 and 254)
);
create index requester_email_by_requester on requester_email (requester_id);
create unique index requester_email_primary on requester_email (requester_id) where is_primary;
-- A part of a name or an address finds its requester.
create index requester_by_name_part on requester using gin (lower(name) gin_trgm_ops);
create index requester_email_by_part on requester_email using gin (address gin_trgm_ops);
