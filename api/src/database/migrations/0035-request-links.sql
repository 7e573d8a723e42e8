-- The links to requesters' pages. What opens one is a MAC over id, nonce and generation, made with a key that is not in the
-- database: whoever reads this table can open nothing.
create table request_link (
  id            integer generated always as identity primary key,
  ticket_number integer not null references ticket on delete cascade deferrable,
  -- For whom it was made; null where nobody was named. It ends when the ticket becomes somebody else's. No reference, because
  -- requesters come with a later migration and are never deleted.
  requester_id  integer,
  nonce         bytea not null,
  generation    integer not null default 1,
  -- The MAC of the network address that was told the link with its submission, for a day, so that it can be repeated there.
  told_to       text,
  told_at       timestamptz(3),
  created_at    timestamptz(3) not null default now(),
  constraint request_link_of_ticket unique (ticket_number),
  constraint request_link_nonce_length check (octet_length(nonce) = 12),
  constraint request_link_told_whole check ((told_to is null) = (told_at is null))
);
create index request_link_told on request_link (told_at) where told_at is not null;
