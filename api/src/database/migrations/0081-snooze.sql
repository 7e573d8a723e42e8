-- A ticket rests until a time, or until its requester answers: `infinity` says that only an answer ends it. Null is awake.
alter table ticket add column snoozed_until timestamptz(3);
alter table ticket add constraint ticket_snoozed_unfinished check (snoozed_until is null or resolved_at is null);
-- What the counters count and the unfinished views leave out, and what is due.
create index ticket_snoozed on ticket (snoozed_until) include (category, priority, status) where snoozed_until is not null;

-- What is finished does not rest.
create function end_snooze_of_finished() returns trigger language plpgsql as $$
begin
  new.snoozed_until := null;
  return new;
end $$;
create trigger ticket_finished_wakes before insert or update of status, snoozed_until on ticket for each row
  when (new.snoozed_until is not null and new.status in ('resolved', 'closed'))
  execute function end_snooze_of_finished();

-- In the trail the end of a snooze stands as an instant, or as the answer that it waits for.
create function describe_snooze(until timestamptz) returns text language sql stable
return case when until = 'infinity' then 'answer'
  else to_char(until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end;

create function record_ticket_snoozed() returns trigger language plpgsql as $$
begin
  insert into ticket_event (ticket_number, type, field, from_value, to_value, source, actor)
  values (new.number, 'changed', 'snooze', describe_snooze(old.snoozed_until), describe_snooze(new.snoozed_until),
    ticket_event_source(), ticket_event_actor());
  return null;
end $$;
create trigger ticket_snoozed after update of status, snoozed_until on ticket for each row
  when (old.snoozed_until is distinct from new.snoozed_until)
  execute function record_ticket_snoozed();

-- Any answer wakes. Who answered is said by the reply itself, and the trail names whoever wrote it.
create function wake_answered_tickets() returns trigger language plpgsql as $$
begin
  update ticket set snoozed_until = null
  where snoozed_until is not null
    and number in (select ticket_number from new_reply where direction = 'from_requester');
  return null;
end $$;
create trigger reply_wakes_ticket after insert on reply referencing new table as new_reply
  for each statement execute function wake_answered_tickets();
