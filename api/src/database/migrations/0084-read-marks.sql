-- How far somebody has read a ticket's trail; null where they marked it unread again.
create table read_mark (
  account_id    integer not null references account on delete cascade deferrable,
  ticket_number integer not null references ticket on delete cascade deferrable,
  seen_event_id bigint,
  primary key (account_id, ticket_number)
);
create index read_mark_by_ticket on read_mark (ticket_number);
