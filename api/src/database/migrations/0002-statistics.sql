-- Exact counters that no writer ever waits for: triggers append deltas, a fold adds them to 64 cells and one row per day,
-- and a read is cells plus deltas that are not folded yet.
create table ticket_count (
  category ticket_category not null,
  priority ticket_priority not null,
  status   ticket_status not null,
  count    bigint not null,
  primary key (category, priority, status)
) with (fillfactor = 50);

create table ticket_day (
  day   date primary key,
  count bigint not null
) with (fillfactor = 50);

create table ticket_count_delta (
  category ticket_category not null,
  priority ticket_priority not null,
  status   ticket_status not null,
  count    bigint not null
);

create table ticket_day_delta (
  day   date not null,
  count bigint not null
);

create function count_tickets_created() returns trigger language plpgsql as $$
begin
  insert into ticket_count_delta select category, priority, status, count(*) from new_ticket group by 1, 2, 3;
  insert into ticket_day_delta select (created_at at time zone 'utc')::date, count(*) from new_ticket group by 1;
  return null;
end $$;

create function count_tickets_deleted() returns trigger language plpgsql as $$
begin
  insert into ticket_count_delta select category, priority, status, -count(*) from old_ticket group by 1, 2, 3;
  insert into ticket_day_delta select (created_at at time zone 'utc')::date, -count(*) from old_ticket group by 1;
  return null;
end $$;

create function count_tickets_changed() returns trigger language plpgsql as $$
begin
  insert into ticket_count_delta
  select category, priority, status, sum(change) from (
    select category, priority, status, 1 as change from new_ticket
    union all
    select category, priority, status, -1 from old_ticket
  ) as moved
  group by 1, 2, 3 having sum(change) <> 0;
  insert into ticket_day_delta
  select day, sum(change) from (
    select (created_at at time zone 'utc')::date as day, 1 as change from new_ticket
    union all
    select (created_at at time zone 'utc')::date, -1 from old_ticket
  ) as moved
  group by 1 having sum(change) <> 0;
  return null;
end $$;

create trigger ticket_created_count after insert on ticket referencing new table as new_ticket
  for each statement execute function count_tickets_created();
create trigger ticket_deleted_count after delete on ticket referencing old table as old_ticket
  for each statement execute function count_tickets_deleted();
create trigger ticket_changed_count after update on ticket referencing old table as old_ticket new table as new_ticket
  for each statement execute function count_tickets_changed();

-- One process folds at a time; the others go on without waiting. Answers how many deltas were folded.
create function fold_ticket_counts() returns bigint language plpgsql as $$
declare
  folded bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('relaydesk.fold_ticket_counts')) then
    return 0;
  end if;
  with delta as (delete from ticket_count_delta returning *),
  cell as (
    insert into ticket_count as c
    select category, priority, status, sum(count) from delta group by 1, 2, 3
    on conflict (category, priority, status) do update set count = c.count + excluded.count
  )
  select count(*) into folded from delta;
  with delta as (delete from ticket_day_delta returning *)
  insert into ticket_day as d
  select day, sum(count) from delta group by 1
  on conflict (day) do update set count = d.count + excluded.count;
  delete from ticket_day where count = 0;
  return folded;
end $$;

-- What the statistics read: exact at every moment, one snapshot.
create view ticket_count_now as
select category, priority, status, sum(count)::bigint as count
from (select * from ticket_count union all select * from ticket_count_delta) as every
group by category, priority, status;

create view ticket_day_now as
select day, sum(count)::bigint as count
from (select * from ticket_day union all select * from ticket_day_delta) as every
group by day
having sum(count) <> 0;
