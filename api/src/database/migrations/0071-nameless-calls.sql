-- How many requests callers without a name made through REST, by the hour: what a desk that gets a team would shut out.
create table nameless_call (
  hour  timestamptz primary key,
  count bigint not null
);
