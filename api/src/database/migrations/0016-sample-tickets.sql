-- Which tickets are samples, so that only they are removed together.
create table sample_ticket (
  ticket_number integer primary key references ticket (number) on delete cascade
);
