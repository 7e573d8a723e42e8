-- Whose requesters wait, and who answered how fast, read from ranges of indexes as the other figures are.
drop index ticket_unfinished_by_assignee;
create index ticket_unfinished_by_assignee on ticket (assignee_id, team_id) include (merged_into, waiting_since)
  where resolved_at is null;
drop index ticket_by_first_response;
create index ticket_by_first_response on ticket (first_response_at, created_at) include (merged_into, assignee_id, team_id)
  where first_response_at is not null;
