-- When each task that one process of all does was last begun: who moves this time on, does it.
create table scheduled_task (
  name       text primary key,
  last_begun timestamptz not null
);
