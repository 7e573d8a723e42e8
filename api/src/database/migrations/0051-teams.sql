-- People who work on the same kind of ticket, and which new tickets go to them by themselves.
create table team (
  id         integer generated always as identity primary key,
  name       text not null,
  handle     text not null,
  created_at timestamptz(3) not null default now(),
  constraint team_handle_unique unique (handle),
  constraint team_name_length check (char_length(name) between 1 and 100 and not is_blank(name)),
  constraint team_handle_form check (handle ~ '^[a-z0-9][a-z0-9._-]{0,38}$')
);
create unique index team_name_unique on team (lower(name));

create table team_category (
  category ticket_category primary key,
  team_id  integer not null references team on delete cascade deferrable
);

create table team_member (
  team_id    integer not null references team on delete cascade deferrable,
  account_id integer not null references account deferrable,
  lead       boolean not null default false,
  since      timestamptz(3) not null default now(),
  primary key (team_id, account_id)
);
create index team_member_by_account on team_member (account_id);
