-- Work that must happen after a change was committed, written in the change's own transaction. A job is deleted when it is
-- done, so what is here is waiting, being worked on, or dead.
create table job (
  id         bigint generated always as identity primary key,
  kind       text not null,
  payload    jsonb not null,
  -- When it may be begun. Whoever begins it moves this on, so nothing needs tidying after a process that died.
  due_at     timestamptz(3) not null default now(),
  -- How often it was begun. Counted before the work, so that a job which kills its process dies in the end.
  attempts   integer not null default 0,
  last_error text,
  -- When it was given up; null while it is not.
  died_at    timestamptz(3),
  created_at timestamptz(3) not null default now(),
  constraint job_attempts_not_negative check (attempts >= 0)
);
create index job_by_due_at on job (due_at) where died_at is null;
create index job_dead on job (died_at) where died_at is not null;

-- Which process does a periodic task: it keeps `last_begun` fresh as long as it is at it.
alter table scheduled_task add column holder text;

-- Learning is such a task now: only processes of the version before still keep a lease of their own.
comment on column triage_training.leased_until is 'Unused; kept for the version before.';
