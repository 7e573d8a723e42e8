-- Filters that somebody keeps under a name, for themselves, a team or everybody.
create type view_sharing as enum ('me', 'team', 'everybody');
create table saved_view (
  id          integer generated always as identity primary key,
  owner_id    integer not null references account deferrable,
  name        text not null,
  query       text not null,
  shared_with view_sharing not null,
  team_id     integer references team on delete cascade deferrable,
  position    integer not null,
  created_at  timestamptz(3) not null default now(),
  constraint saved_view_name_length check (char_length(name) between 1 and 100 and not is_blank(name)),
  constraint saved_view_query_length check (char_length(query) <= 2000),
  constraint saved_view_of_team check ((shared_with = 'team') = (team_id is not null))
);
create index saved_view_by_owner on saved_view (owner_id, position, id);
create index saved_view_shared on saved_view (shared_with, team_id) where shared_with <> 'me';
