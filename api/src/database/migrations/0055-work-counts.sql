-- What is unfinished, and what was resolved in a span of time, by whose it is: read from the indexes alone.
drop index ticket_unfinished_by_assignee;
create index ticket_unfinished_by_assignee on ticket (assignee_id, team_id) where resolved_at is null;
create index ticket_resolved_by_whom on ticket (resolved_at) include (created_at, assignee_id, team_id)
  where resolved_at is not null;
