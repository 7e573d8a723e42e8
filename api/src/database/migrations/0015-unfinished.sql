-- The backlog by age and priority, counted without its finished tickets and without visiting a row.
create index ticket_unfinished on ticket (priority, created_at, number) where status in ('open', 'in_progress');
