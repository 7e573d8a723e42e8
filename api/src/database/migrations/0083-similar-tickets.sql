-- By what tickets are found that tell of the same: the terms of each, as numbers, and how rare each term is. Both are noted
-- a moment after the ticket, so that no writer waits for them, and the counts of terms only ever grow: they are weights.
create table ticket_terms (
  ticket_number integer primary key references ticket on delete cascade deferrable,
  terms         integer[] not null,
  norm          real not null
);
create index ticket_terms_by_term on ticket_terms using gin (terms);

create table term_count (
  term    integer primary key,
  tickets integer not null
) with (fillfactor = 80);

-- How far tickets were noted, and how many.
create table term_progress (
  single  boolean primary key default true,
  up_to   integer not null default 0,
  tickets integer not null default 0,
  constraint term_progress_single check (single)
);
insert into term_progress default values;

-- Tickets out of turn: those whose words were changed, and those of imports, which are committed long after their numbers.
create table unnoted_terms (
  ticket_number integer primary key references ticket on delete cascade deferrable
);
create function forget_ticket_terms() returns trigger language plpgsql as $$
begin
  delete from ticket_terms where ticket_number = new.number;
  insert into unnoted_terms values (new.number) on conflict do nothing;
  return null;
end $$;
create trigger ticket_reworded after update of title, description on ticket for each row
  when (old.title is distinct from new.title or old.description is distinct from new.description)
  execute function forget_ticket_terms();
create function note_imported_terms() returns trigger language plpgsql as $$
begin
  if ticket_event_source() = 'import' then
    insert into unnoted_terms select number from new_ticket on conflict do nothing;
  end if;
  return null;
end $$;
create trigger ticket_imported_terms after insert on ticket referencing new table as new_ticket
  for each statement execute function note_imported_terms();

-- Pairs that somebody said are not about the same.
create table similar_dismissal (
  one        integer not null references ticket on delete cascade deferrable,
  other      integer not null references ticket on delete cascade deferrable,
  created_at timestamptz(3) not null default now(),
  primary key (one, other),
  constraint similar_dismissal_in_order check (one < other)
);
create index similar_dismissal_by_other on similar_dismissal (other);
