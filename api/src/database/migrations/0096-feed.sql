-- Who follows the desk needs an order of changes in which nothing is missed. Numbers of the trail are given before commit,
-- so one who reads on from the highest misses those below it that are committed later. The transaction tells what a
-- snapshot had seen. Of what was in the trail before, nobody needs to know; a default at once would rewrite all of it.
alter table ticket_event add column transaction xid8;
alter table ticket_event alter column transaction set default pg_current_xact_id();
create index ticket_event_by_transaction on ticket_event (transaction, ticket_number, id) where transaction is not null;

-- Transactions are numbered by each database for itself: a place in the feed of another, as of the one that a backup was
-- made of, means nothing here.
create table feed_epoch (id uuid not null default gen_random_uuid());
insert into feed_epoch default values;
