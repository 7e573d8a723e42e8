-- A ticket that goes on in another: a pointer, never to one that points further itself. Its words stay its own, so that
-- they come back with it; the other's timeline shows them.
alter table ticket add column merged_into integer references ticket on delete set null deferrable;
alter table ticket add constraint ticket_not_merged_into_itself check (merged_into <> number);
create index ticket_merged on ticket (merged_into, number) where merged_into is not null;

-- Lists and statistics leave merged tickets out, and their ranges of the indexes must tell them so without the table.
drop index ticket_by_created_at;
create index ticket_by_created_at on ticket (created_at, number) include (merged_into);
drop index ticket_by_category_status;
create index ticket_by_category_status on ticket (category, status, created_at, number) include (merged_into);
drop index ticket_by_status;
create index ticket_by_status on ticket (status, created_at, number) include (merged_into);
drop index ticket_by_priority_created_at;
create index ticket_by_priority_created_at on ticket (priority, created_at, number) include (merged_into);
drop index ticket_by_resolved_at;
create index ticket_by_resolved_at on ticket (resolved_at, created_at) include (merged_into) where resolved_at is not null;
drop index ticket_by_first_response;
create index ticket_by_first_response on ticket (first_response_at, created_at) include (merged_into)
  where first_response_at is not null;
drop index ticket_by_assignee;
create index ticket_by_assignee on ticket (assignee_id, created_at, number) include (merged_into) where assignee_id is not null;
drop index ticket_by_team;
create index ticket_by_team on ticket (team_id, created_at, number) include (merged_into) where team_id is not null;
drop index ticket_by_requester;
create index ticket_by_requester on ticket (requester_id, created_at, number) include (merged_into) where requester_id is not null;
drop index ticket_by_waiting_on;
create index ticket_by_waiting_on on ticket (waiting_on, created_at, number) include (merged_into);
drop index ticket_snoozed;
create index ticket_snoozed on ticket (snoozed_until) include (category, priority, status, merged_into)
  where snoozed_until is not null;
drop index ticket_unfinished;
create index ticket_unfinished on ticket (priority, created_at, number) include (merged_into)
  where status in ('open', 'in_progress');
drop index ticket_unfinished_by_assignee;
create index ticket_unfinished_by_assignee on ticket (assignee_id, team_id) include (merged_into) where resolved_at is null;
drop index ticket_resolved_by_whom;
create index ticket_resolved_by_whom on ticket (resolved_at) include (created_at, assignee_id, team_id, merged_into)
  where resolved_at is not null;

-- The ticket itself and what was merged into it.
create function conversation_tickets(ticket_number integer) returns setof integer language sql stable rows 2
begin atomic
  select $1 union all select ticket.number from ticket where ticket.merged_into = $1;
end;

create or replace function count_tickets_deleted() returns trigger language plpgsql as $$
begin
  insert into ticket_count_delta
  select category, priority, status, -count(*) from old_ticket where merged_into is null group by 1, 2, 3;
  insert into ticket_day_delta
  select (created_at at time zone 'utc')::date, -count(*) from old_ticket where merged_into is null group by 1;
  return null;
end $$;

create or replace function count_tickets_changed() returns trigger language plpgsql as $$
begin
  insert into ticket_count_delta
  select category, priority, status, sum(change) from (
    select category, priority, status, 1 as change from new_ticket where merged_into is null
    union all
    select category, priority, status, -1 from old_ticket where merged_into is null
  ) as moved
  group by 1, 2, 3 having sum(change) <> 0;
  insert into ticket_day_delta
  select day, sum(change) from (
    select (created_at at time zone 'utc')::date as day, 1 as change from new_ticket where merged_into is null
    union all
    select (created_at at time zone 'utc')::date, -1 from old_ticket where merged_into is null
  ) as moved
  group by 1 having sum(change) <> 0;
  return null;
end $$;

-- Whose turn it is on a ticket with others merged into it: anybody's who asked there and was answered neither there nor,
-- since, on the ticket that goes on.
create or replace function conversation_waits_since(number integer, created_at timestamptz, out asked boolean, out since timestamptz)
language sql stable
begin atomic
  with member as (
    select $1 as number, $2 as created_at, false as finished
    union all
    select other.number, other.created_at, other.resolved_at is not null from ticket as other where other.merged_into = $1
  ),
  answered as (
    select max(reply.id) as id from reply where ticket_number = $1 and direction = 'from_team'
  ),
  latest as (
    select member.*, greatest(
      (select id from answered),
      (select max(reply.id) from reply where ticket_number = member.number and direction = 'from_team')) as answer
    from member
  ),
  unanswered as (
    select case when answer is null and not finished then latest.created_at else (
      select reply.created_at from reply
      where ticket_number = latest.number and direction = 'from_requester' and reply.id > coalesce(answer, 0)
      order by reply.id limit 1) end as at
    from latest
  )
  select count(at) > 0, min(at) from unanswered;
end;

-- Nobody waits on a merged ticket: the other one knows.
create or replace function take_turn() returns trigger language plpgsql as $$
declare
  turn record;
begin
  if tg_op = 'UPDATE' and new.requester_id is distinct from old.requester_id then
    new.requester_proven := false;
  end if;
  if new.status in ('resolved', 'closed') or new.merged_into is not null then
    new.waiting_on := 'nobody';
    new.waiting_since := null;
  elsif tg_op = 'INSERT' then
    new.waiting_on := 'team';
    new.waiting_since := new.created_at;
  else
    turn := conversation_waits_since(new.number, new.created_at);
    new.waiting_on := case when turn.asked then 'team' else 'requester' end;
    new.waiting_since := turn.since;
  end if;
  return new;
end $$;
drop trigger ticket_takes_turn on ticket;
create trigger ticket_takes_turn before update of status, requester_id, reply_count, merged_into on ticket
  for each row execute function take_turn();

-- Both are held, in the order of their numbers, so that the entries of one timeline are committed in order.
create or replace function hold_ticket() returns trigger language plpgsql as $$
begin
  perform from ticket
  where number = new.ticket_number or number = (select merged_into from ticket where number = new.ticket_number)
  order by number for no key update;
  return new;
end $$;

create or replace function latest_words_of(number integer) returns text language sql stable
return (
  select left(body, 1000)
  from conversation_tickets(number) as said (ticket)
  cross join lateral (select id, body from reply where ticket_number = said.ticket order by id desc limit 1) as latest
  order by id desc limit 1);

create or replace function record_replied() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
begin
  insert into ticket_event (ticket_number, type, to_value, source, actor, account_id, token_id, actor_kind, reply_id, created_at)
  select ticket_number, 'replied', direction::text, via, actor, account_id, token_id, actor_kind, id, created_at
  from new_reply order by id;
  update ticket set
    reply_count = reply_count + said.count,
    latest_words = latest_words_of(number),
    first_response_at = first_response_of(number),
    updated_at = greatest(updated_at, said.at)
  from (select ticket_number, count(*) as count, max(created_at) as at from new_reply group by 1) as said
  where number = said.ticket_number;
  update ticket set
    reply_count = reply_count + said.count,
    latest_words = latest_words_of(number),
    updated_at = greatest(updated_at, said.at)
  from (
    select merged_into, count(*) as count, max(new_reply.created_at) as at
    from new_reply join ticket on number = ticket_number where merged_into is not null group by 1) as said
  where number = said.merged_into;
  return null;
end $$;

create or replace function record_reply_taken_back() returns trigger language plpgsql as $$
declare
  via event_source;
  who text;
begin
  if not exists (select from old_reply join ticket on number = ticket_number) then
    return null;
  end if;
  via := ticket_event_source();
  who := ticket_event_actor();
  insert into ticket_event (ticket_number, type, to_value, source, actor, reply_id)
  select ticket_number, 'reply_taken_back', direction::text, via, who, id from old_reply join ticket on number = ticket_number
  order by id;
  update ticket set
    reply_count = reply_count - back.count,
    latest_words = latest_words_of(number),
    first_response_at = first_response_of(number),
    updated_at = now()
  from (select ticket_number, count(*) as count from old_reply group by 1) as back
  where number = back.ticket_number;
  update ticket set
    reply_count = reply_count - back.count,
    latest_words = latest_words_of(number),
    updated_at = now()
  from (
    select merged_into, count(*) as count from old_reply join ticket on number = ticket_number
    where merged_into is not null group by 1) as back
  where number = back.merged_into;
  return null;
end $$;

create or replace function record_reply_reworded() returns trigger language plpgsql as $$
begin
  update ticket set latest_words = latest_words_of(number)
  where number in (
    select ticket_number from new_reply
    union all
    select merged_into from new_reply join ticket on number = ticket_number);
  return null;
end $$;

-- The ticket that goes on gains the words of the other, and has them no more once it stands for itself again. They are
-- counted anew: one statement may move a ticket together with what was merged into it.
create function join_conversations() returns trigger language plpgsql as $$
begin
  update ticket set
    reply_count = (
      select count(*) from conversation_tickets(ticket.number) as said (ticket) join reply on ticket_number = said.ticket),
    latest_words = latest_words_of(number),
    updated_at = now()
  where number in (old.merged_into, new.merged_into);
  return null;
end $$;
create trigger ticket_merged after update of merged_into on ticket for each row
  when (old.merged_into is distinct from new.merged_into)
  execute function join_conversations();

-- Both trails tell of it: that of the merged ticket where it went, that of the other what came or left.
create or replace function record_ticket_changed() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
  who constant text := ticket_event_actor();
begin
  insert into ticket_event (ticket_number, type, field, from_value, to_value, source, actor, created_at)
  select n.number, 'changed', f.field, f.from_value, f.to_value, via, who,
    -- What is brought in has a past: it is dated as its row is.
    case when via = 'import' and f.field = 'status' and n.resolved_at is not null and o.resolved_at is null
      then n.resolved_at else now() end
  from new_ticket n
  join old_ticket o using (number)
  cross join lateral (values
    (1, 'title', null, null, o.title is distinct from n.title),
    (2, 'description', null, null, o.description is distinct from n.description),
    (3, 'category', o.category::text, n.category::text, o.category <> n.category),
    (4, 'priority', o.priority::text, n.priority::text, o.priority <> n.priority),
    (5, 'status', o.status::text, n.status::text, o.status <> n.status),
    (6, 'assignee',
      case when o.assignee_id is distinct from n.assignee_id then (select handle from account where id = o.assignee_id) end,
      case when o.assignee_id is distinct from n.assignee_id then (select handle from account where id = n.assignee_id) end,
      o.assignee_id is distinct from n.assignee_id),
    (7, 'team',
      case when o.team_id is distinct from n.team_id then (select handle from team where id = o.team_id) end,
      case when o.team_id is distinct from n.team_id then (select handle from team where id = n.team_id) end,
      o.team_id is distinct from n.team_id),
    (8, 'requester', null, null, o.requester_id is distinct from n.requester_id),
    (9, 'merged_into', o.merged_into::text, n.merged_into::text, o.merged_into is distinct from n.merged_into)
  ) as f (position, field, from_value, to_value, changed)
  where f.changed
  order by n.number, f.position;
  insert into ticket_event (ticket_number, type, field, from_value, to_value, source, actor)
  select goes_on.number, 'changed', 'merged_ticket', goes_on.left_by, goes_on.joined_by, via, who
  from new_ticket n
  join old_ticket o using (number)
  cross join lateral (values
    (o.merged_into, n.number::text, null),
    (n.merged_into, null, n.number::text)
  ) as goes_on (number, left_by, joined_by)
  where o.merged_into is distinct from n.merged_into and exists (select from ticket where ticket.number = goes_on.number)
  order by n.number;
  return null;
end $$;

drop index ticket_needs_triage;
create index ticket_needs_triage on ticket (urgency(priority), number) where needs_triage and merged_into is null;

create or replace function wake_answered_tickets() returns trigger language plpgsql as $$
begin
  update ticket set snoozed_until = null
  where snoozed_until is not null
    and number in (
      select ticket_number from new_reply where direction = 'from_requester'
      union all
      select merged_into from new_reply join ticket on number = ticket_number where direction = 'from_requester');
  return null;
end $$;
