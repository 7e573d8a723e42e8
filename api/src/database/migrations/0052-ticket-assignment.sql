-- Whose a ticket is, and which team's.
alter table ticket add column assignee_id integer references account deferrable;
alter table ticket add column team_id integer references team on delete set null deferrable;
create index ticket_by_assignee on ticket (assignee_id, created_at, number) where assignee_id is not null;
create index ticket_unfinished_by_assignee on ticket (assignee_id) where assignee_id is not null and resolved_at is null;
create index ticket_by_team on ticket (team_id, created_at, number) where team_id is not null;

-- A new ticket goes to the team of its category, through whichever door it comes. The definer's statement is the writer's
-- own, so that a rule made meanwhile counts for the next ticket.
create function route_ticket_to_team() returns trigger language plpgsql as $$
begin
  new.team_id := (select team_id from team_category where category = new.category);
  return new;
end $$;
create trigger ticket_routed before insert on ticket
  for each row when (new.team_id is null) execute function route_ticket_to_team();

-- People and teams stand in the trail by handle, which is text: it outlives both.
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
    (5, 'status', o.status::text, n.status::text, o.status <> n.status),
    (6, 'assignee',
      case when o.assignee_id is distinct from n.assignee_id then (select handle from account where id = o.assignee_id) end,
      case when o.assignee_id is distinct from n.assignee_id then (select handle from account where id = n.assignee_id) end,
      o.assignee_id is distinct from n.assignee_id),
    (7, 'team',
      case when o.team_id is distinct from n.team_id then (select handle from team where id = o.team_id) end,
      case when o.team_id is distinct from n.team_id then (select handle from team where id = n.team_id) end,
      o.team_id is distinct from n.team_id)
  ) as f (position, field, from_value, to_value, changed)
  where f.changed
  order by n.number, f.position;
  return null;
end $$;
