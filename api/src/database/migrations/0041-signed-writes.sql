-- Whoever changes a ticket says through which door, who they are and what kind of caller, for their transaction, with
-- set_config('relaydesk.source' | 'relaydesk.actor' | 'relaydesk.actor_kind', …, true). A write that does not is refused.
drop trigger ticket_triage_verdict on ticket;
create or replace function ticket_event_source() returns event_source language plpgsql stable as $$
declare
  source text := nullif(current_setting('relaydesk.source', true), '');
begin
  if source is null then
    raise exception 'A write to ticket is not signed: set relaydesk.source, relaydesk.actor and relaydesk.actor_kind first.'
      using errcode = 'restrict_violation', constraint = 'ticket_write_signed';
  end if;
  return source::event_source;
end $$;

create function ticket_event_actor() returns text language sql stable
return nullif(current_setting('relaydesk.actor', true), '');

-- Whether people wrote it themselves: programs, imports, triage and the desk have no opinion to learn from.
create function is_written_by_people() returns boolean language sql stable
return coalesce(
  current_setting('relaydesk.actor_kind', true) in ('team', 'person')
    and current_setting('relaydesk.source', true) in ('web', 'graphql', 'api'),
  false);

create or replace function record_ticket_created() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
  who constant text := ticket_event_actor();
begin
  insert into ticket_event (ticket_number, type, source, actor, created_at)
  select number, 'created', via, who, created_at from new_ticket order by number;
  if via = 'import' then
    insert into ticket_event (ticket_number, type, field, from_value, to_value, source, actor, created_at)
    select number, 'changed', 'status', 'open', status::text, via, who, resolved_at
    from new_ticket where resolved_at is not null order by number;
  end if;
  return null;
end $$;

create or replace function record_ticket_deleted() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
  who constant text := ticket_event_actor();
begin
  insert into ticket_event (ticket_number, type, source, actor)
  select number, 'deleted', via, who from old_ticket order by number;
  return null;
end $$;

create or replace function record_ticket_changed() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
  who constant text := ticket_event_actor();
begin
  insert into ticket_event (ticket_number, type, field, from_value, to_value, source, actor)
  select n.number, 'changed', f.field, f.from_value, f.to_value, via, who
  from new_ticket n
  join old_ticket o using (number)
  cross join lateral (values
    (1, 'title', null, null, o.title is distinct from n.title),
    (2, 'description', null, null, o.description is distinct from n.description),
    (3, 'category', o.category::text, n.category::text, o.category <> n.category),
    (4, 'priority', o.priority::text, n.priority::text, o.priority <> n.priority),
    (5, 'status', o.status::text, n.status::text, o.status <> n.status)
  ) as f (position, field, from_value, to_value, changed)
  where f.changed
  order by n.number, f.position;
  return null;
end $$;

create trigger ticket_triage_verdict after update of category, priority on ticket
  for each row
  when ((new.category <> old.category or new.priority <> old.priority) and is_written_by_people())
  execute function record_triage_verdict();

-- A key belongs to its caller, whose name stands before it in a line of its own: whoever knows another caller's key learns
-- nothing by it. In one column, so that processes of the version before can go on. Keys so far were the team's.
alter table idempotency_key drop constraint idempotency_key_length;
update idempotency_key set key = E'team\n' || key;
alter table idempotency_key add constraint idempotency_key_length check (char_length(key) between 1 and 512);
