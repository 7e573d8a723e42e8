-- A change that is taken back was a slip, not a verdict: what became of the suggestions, and what was learned, is as before.
-- Each verdict notes what it replaced, the latest on top, so that several can be taken back one after the other.
create table triage_verdict (
  id            bigint generated always as identity primary key,
  ticket_number integer not null references ticket (number) on delete cascade,
  field         triage_field not null,
  from_value    text not null,
  to_value      text not null,
  actor         text not null,
  -- Outcomes by suggestion, and the label, as they were; a null label is none.
  outcomes      jsonb not null,
  label         jsonb,
  created_at    timestamptz(3) not null default now()
);
create index triage_verdict_by_ticket on triage_verdict (ticket_number, field, id);
create index triage_verdict_by_created_at on triage_verdict (created_at);

-- True where the change takes back the same person's latest verdict on the field, made within the hour; all is then restored.
create function take_back_verdict(of_ticket integer, of_field triage_field, old_value text, new_value text)
returns boolean language plpgsql as $$
declare
  latest triage_verdict;
begin
  select * into latest from triage_verdict
  where ticket_number = of_ticket and field = of_field order by id desc limit 1;
  if latest.id is null or latest.from_value <> new_value or latest.to_value <> old_value
    or latest.actor <> coalesce(current_setting('relaydesk.actor', true), '')
    or latest.created_at < now() - interval '1 hour' then
    return false;
  end if;
  -- A suggestion that came in between waits again.
  if of_field = 'category' then
    update triage_suggestion
    set category_outcome = coalesce(latest.outcomes ->> id::text, 'pending')::suggestion_outcome
    where ticket_number = of_ticket;
  else
    update triage_suggestion
    set priority_outcome = coalesce(latest.outcomes ->> id::text, 'pending')::suggestion_outcome
    where ticket_number = of_ticket;
  end if;
  delete from triage_label where ticket_number = of_ticket and field = of_field;
  insert into triage_label (ticket_number, field, value, decision, decided_at)
  select of_ticket, of_field, latest.label ->> 'value', (latest.label ->> 'decision')::triage_decision,
    (latest.label ->> 'decided_at')::timestamptz
  where latest.label is not null;
  delete from triage_verdict where id = latest.id;
  return true;
end $$;

create function note_verdict(of_ticket integer, of_field triage_field, old_value text, new_value text)
returns void language plpgsql as $$
begin
  insert into triage_verdict (ticket_number, field, from_value, to_value, actor, outcomes, label)
  select of_ticket, of_field, old_value, new_value, coalesce(current_setting('relaydesk.actor', true), ''),
    coalesce((
      select jsonb_object_agg(id, case of_field when 'category' then category_outcome else priority_outcome end)
      from triage_suggestion where ticket_number = of_ticket
    ), '{}'),
    (
      select jsonb_build_object('value', value, 'decision', decision, 'decided_at', decided_at)
      from triage_label where ticket_number = of_ticket and field = of_field
    );
  if of_field = 'category' then
    update triage_suggestion
    set category_outcome = case when category::text = new_value then 'confirmed' else 'overridden' end::suggestion_outcome
    where ticket_number = of_ticket;
  else
    update triage_suggestion
    set priority_outcome = case when priority::text = new_value then 'confirmed' else 'overridden' end::suggestion_outcome
    where ticket_number = of_ticket;
  end if;
  insert into triage_label (ticket_number, field, value, decision)
  values (of_ticket, of_field, new_value, 'changed')
  on conflict (ticket_number, field)
  do update set value = excluded.value, decision = excluded.decision, decided_at = excluded.decided_at;
end $$;

create or replace function record_triage_verdict() returns trigger language plpgsql as $$
begin
  if new.category <> old.category
    and not take_back_verdict(new.number, 'category', old.category::text, new.category::text) then
    perform note_verdict(new.number, 'category', old.category::text, new.category::text);
  end if;
  if new.priority <> old.priority
    and not take_back_verdict(new.number, 'priority', old.priority::text, new.priority::text) then
    perform note_verdict(new.number, 'priority', old.priority::text, new.priority::text);
  end if;
  return null;
end $$;
