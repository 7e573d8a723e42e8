-- A ticket that is brought in has a past: the trail dates its creation as the row does, and tells when it was finished.
create or replace function record_ticket_created() returns trigger language plpgsql as $$
begin
  insert into ticket_event (ticket_number, type, source, created_at)
  select number, 'created', ticket_event_source(), created_at from new_ticket order by number;
  if ticket_event_source() = 'import' then
    insert into ticket_event (ticket_number, type, field, from_value, to_value, source, created_at)
    select number, 'changed', 'status', 'open', status::text, 'import', resolved_at
    from new_ticket where resolved_at is not null order by number;
  end if;
  return null;
end $$;
