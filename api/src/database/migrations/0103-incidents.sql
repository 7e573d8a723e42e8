-- The ticket whose incident this one tells of: a pointer, never to one that points further itself. Each keeps its own
-- conversation and requester, and counts for itself.
alter table ticket add column incident integer references ticket on delete set null deferrable;
alter table ticket add constraint ticket_not_its_own_incident check (incident <> number);
create index ticket_incident on ticket (incident, created_at, number) include (merged_into) where incident is not null;

-- Both trails tell of it: that of the ticket which incident it tells of, that of the incident which ticket came or left.
-- By row, so that changes of anything else pay nothing for it.
create function record_incident_changed() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
  who constant text := ticket_event_actor();
begin
  insert into ticket_event (ticket_number, type, field, from_value, to_value, source, actor)
  values (new.number, 'changed', 'incident', old.incident::text, new.incident::text, via, who);
  insert into ticket_event (ticket_number, type, field, from_value, to_value, source, actor)
  select told.number, 'changed', 'incident_ticket', told.left_by, told.joined_by, via, who
  from (values (old.incident, new.number::text, null), (new.incident, null, new.number::text))
    as told (number, left_by, joined_by)
  where exists (select from ticket where ticket.number = told.number);
  return null;
end $$;
create trigger ticket_tells_of after update of incident on ticket for each row
  when (old.incident is distinct from new.incident)
  execute function record_incident_changed();
