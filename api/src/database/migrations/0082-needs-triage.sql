-- Whether no person of the team has looked at a ticket yet, and in which order they should: the most urgent first, of the
-- same urgency the oldest. What is brought in was looked at elsewhere.
create function urgency(priority ticket_priority) returns integer language sql immutable parallel safe
return case priority when 'critical' then 0 when 'high' then 1 when 'medium' then 2 else 3 end;

-- A member of the team who submits a ticket has read it.
create function comes_unseen() returns boolean language sql stable
return coalesce(
  current_setting('relaydesk.actor_kind', true) <> 'person' and current_setting('relaydesk.source', true) <> 'import', false);

alter table ticket add column needs_triage boolean not null default false;
alter table ticket alter column needs_triage set default comes_unseen();
create index ticket_by_urgency on ticket (urgency(priority), number);
create index ticket_needs_triage on ticket (urgency(priority), number) where needs_triage;

-- What waits on a desk that was there before: open, nobody's, unanswered, and never changed or confirmed by a person.
select set_config('relaydesk.source', 'system', true), set_config('relaydesk.actor', '', true),
  set_config('relaydesk.actor_kind', 'system', true);
update ticket set needs_triage = true
where status = 'open' and assignee_id is null and first_response_at is null and external_id is null
  and not exists (select from triage_label where ticket_number = number)
  and not exists (select from note where ticket_number = number)
  and not exists (select from sample_ticket where ticket_number = number)
  and not exists (select from ticket_event where ticket_number = number and type = 'changed');

create function end_triage() returns trigger language plpgsql as $$
begin
  new.needs_triage := false;
  return new;
end $$;
create trigger ticket_submitted_finished before insert on ticket for each row
  when (new.needs_triage and new.status in ('resolved', 'closed'))
  execute function end_triage();
-- A snooze decides nothing but when: the ticket comes back to triage.
create trigger ticket_triaged before update of category, priority, status, assignee_id, team_id on ticket for each row
  when (old.needs_triage and (new.status in ('resolved', 'closed')
    or (is_written_by_people() and (old.category, old.priority, old.status, old.assignee_id, old.team_id)
      is distinct from (new.category, new.priority, new.status, new.assignee_id, new.team_id))))
  execute function end_triage();

-- Whoever answers or notes something has read the ticket.
create function end_triage_of_read() returns trigger language plpgsql as $$
begin
  update ticket set needs_triage = false where number = new.ticket_number and needs_triage;
  return null;
end $$;
create trigger reply_triages after insert on reply for each row
  when (new.direction = 'from_team' and new.actor_kind in ('person', 'team'))
  execute function end_triage_of_read();
create trigger note_triages after insert on note for each row
  when (new.actor_kind in ('person', 'team'))
  execute function end_triage_of_read();

-- Decisions of the triage queue that can still be taken back, each with all that it changed as it was.
create table triage_step (
  token_hash    bytea primary key,
  ticket_number integer not null references ticket on delete cascade deferrable,
  -- Who may take it back.
  owner         text not null,
  before        jsonb not null,
  -- The ticket's version after it: a later change is not taken back along with it.
  version       integer not null,
  created_at    timestamptz(3) not null default now()
);
create index triage_step_by_created_at on triage_step (created_at);
create index triage_step_by_ticket on triage_step (ticket_number);
