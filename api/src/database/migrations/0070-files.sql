-- Files and their bytes, in chunks, so that neither an upload nor a download nor a backup ever holds a whole one. Each belongs
-- to one ticket, reply or note; until it does, to whoever sent it.
create table file (
  -- 128 random bits.
  key           text primary key,
  -- The kind of caller who sent it, and which of them: nobody else may use it.
  sent_by       text not null,
  -- Of callers without a name, whose budget goes by it; forgotten with the hour.
  sent_from     text,
  file_name     text not null,
  -- Until it is complete: as much as was set aside for it.
  size          integer not null,
  media_type    text,
  sha256        text,
  ticket_number integer references ticket on delete cascade deferrable,
  reply_id      bigint references reply on delete cascade deferrable,
  note_id       bigint references note on delete cascade deferrable,
  -- Among the files of one message.
  position      integer,
  created_at    timestamptz(3) not null default now(),
  -- Null while it is sent, and where the sender went away.
  completed_at  timestamptz(3),
  constraint file_key_length check (char_length(key) = 22),
  constraint file_name_length check (char_length(file_name) between 1 and 200),
  constraint file_size check (size >= 0),
  constraint file_of_one check (num_nonnulls(ticket_number, reply_id, note_id) <= 1),
  constraint file_used_in_place check ((position is not null) = (num_nonnulls(ticket_number, reply_id, note_id) = 1)),
  constraint file_used_complete check (position is null or completed_at is not null),
  constraint file_known_complete check (num_nonnulls(media_type, sha256, completed_at) in (0, 3))
);
create unique index file_by_ticket on file (ticket_number, position) where ticket_number is not null;
create unique index file_by_reply on file (reply_id, position) where reply_id is not null;
create unique index file_by_note on file (note_id, position) where note_id is not null;
create index file_unused on file (created_at) where position is null;
create index file_by_address on file (sent_from) where sent_from is not null;

create table file_chunk (
  file_key text not null references file on delete cascade deferrable,
  position integer not null,
  bytes    bytea not null,
  primary key (file_key, position)
);
-- Most of what is sent is packed already: trying to pack it again costs time and saves nothing.
alter table file_chunk alter column bytes set storage external;
