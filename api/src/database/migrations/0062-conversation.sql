-- Who asked, what was said, whose turn it is. Replies and notes are two tables, so that no code which serves requesters can
-- meet a note. The trail is the spine of both: its rows are written in the statement that says the words.

-- What kind of caller wrote an entry of the trail, and which words it tells of. Added empty, then given its default: of what is
-- in the trail already nobody knows.
create function trail_actor_kind() returns text language sql stable
return nullif(current_setting('relaydesk.actor_kind', true), '');
alter table ticket_event
  add column actor_kind text,
  add column reply_id bigint,
  add column note_id bigint;
alter table ticket_event
  alter column actor_kind set default trail_actor_kind(),
  add constraint ticket_event_of_one check (reply_id is null or note_id is null);
create unique index ticket_event_by_reply on ticket_event (reply_id) where type = 'replied';
create unique index ticket_event_by_note on ticket_event (note_id) where type = 'noted';
-- What happened to the ticket itself.
create index ticket_event_alone on ticket_event (ticket_number, id) where reply_id is null and note_id is null;

create type reply_direction as enum ('from_requester', 'from_team');
create type reply_channel as enum ('web', 'email', 'api', 'request_page');
create table reply (
  id              bigint generated always as identity primary key,
  ticket_number   integer not null references ticket on delete cascade deferrable,
  direction       reply_direction not null,
  channel         reply_channel not null,
  body            text not null,
  quoted_body     text,
  -- Who said it, as in the trail; of words from outside, the requester.
  actor           text default ticket_event_actor(),
  actor_kind      text default trail_actor_kind(),
  account_id      integer default nullif(current_setting('relaydesk.account', true), '')::integer references account deferrable,
  token_id        integer default nullif(current_setting('relaydesk.token', true), '')::integer,
  requester_id    integer references requester deferrable,
  recipients      text[] not null default '{}',
  copies          text[] not null default '{}',
  -- Until then it can be taken back; null where it could not.
  held_until      timestamptz(3),
  -- What the ticket was before this reply set its status, and the version that this made: taking it back undoes both.
  status_before   ticket_status,
  version_after   integer,
  created_at      timestamptz(3) not null default now(),
  constraint reply_body_length check (char_length(body) <= 100000),
  constraint reply_body_not_blank check (not is_blank(body)),
  constraint reply_of_requester check ((direction = 'from_requester') = (requester_id is not null))
);
create index reply_by_ticket on reply (ticket_number, id);
create index reply_by_direction on reply (ticket_number, direction, id);
create index reply_by_person on reply (ticket_number, created_at)
  where direction = 'from_team' and actor_kind in ('person', 'team');
create index reply_by_requester on reply (requester_id) where requester_id is not null;

create table note (
  id            bigint generated always as identity primary key,
  ticket_number integer not null references ticket on delete cascade deferrable,
  body          text not null,
  actor         text default ticket_event_actor(),
  actor_kind    text default trail_actor_kind(),
  account_id    integer default nullif(current_setting('relaydesk.account', true), '')::integer references account deferrable,
  token_id      integer default nullif(current_setting('relaydesk.token', true), '')::integer,
  created_at    timestamptz(3) not null default now(),
  edited_at     timestamptz(3),
  constraint note_body_length check (char_length(body) <= 100000),
  constraint note_body_not_blank check (not is_blank(body))
);
create index note_by_ticket on note (ticket_number, id);

-- How a note was worded before.
create table note_wording (
  id       bigint generated always as identity primary key,
  note_id  bigint not null references note on delete cascade deferrable,
  body     text not null,
  until    timestamptz(3) not null default now()
);
create index note_wording_by_note on note_wording (note_id, id);

create table note_mention (
  note_id    bigint not null references note on delete cascade deferrable,
  position   integer not null,
  account_id integer references account deferrable,
  team_id    integer references team on delete cascade deferrable,
  primary key (note_id, position),
  constraint note_mention_of_one check (num_nonnulls(account_id, team_id) = 1)
);
create index note_mention_by_account on note_mention (account_id) where account_id is not null;
create index note_mention_by_team on note_mention (team_id) where team_id is not null;

create table canned_reply (
  id          integer generated always as identity primary key,
  -- Null for those made on a desk without accounts, which are everybody's.
  owner_id    integer references account deferrable,
  shared_with view_sharing not null,
  team_id     integer references team on delete cascade deferrable,
  name        text not null,
  body        text not null,
  then_status ticket_status,
  use_count   integer not null default 0,
  created_at  timestamptz(3) not null default now(),
  constraint canned_reply_name_length check (char_length(name) between 1 and 100 and not is_blank(name)),
  constraint canned_reply_body_length check (char_length(body) <= 100000),
  constraint canned_reply_body_not_blank check (not is_blank(body)),
  constraint canned_reply_of_team check ((shared_with = 'team') = (team_id is not null)),
  constraint canned_reply_of_somebody check (shared_with <> 'me' or owner_id is not null)
);
create index canned_reply_by_name on canned_reply (lower(name), id);

create type waiting_on as enum ('team', 'requester', 'nobody');
alter table ticket
  add column requester_id integer references requester deferrable,
  add column requester_proven boolean not null default false,
  add column waiting_on waiting_on not null default 'team',
  add column waiting_since timestamptz(3),
  add column first_response_at timestamptz(3),
  add column reply_count integer not null default 0,
  -- The beginning of the latest public words; null where nobody has replied.
  add column latest_words text;
-- Whose turn it is, of the tickets that were here before: nobody has been answered.
select set_config('relaydesk.source', 'system', true), set_config('relaydesk.actor', '', true),
  set_config('relaydesk.actor_kind', 'system', true);
update ticket set
  waiting_on = case when resolved_at is null then 'team' else 'nobody' end::waiting_on,
  waiting_since = case when resolved_at is null then created_at end;
alter table ticket add constraint ticket_waiting_since_of_team check ((waiting_since is not null) = (waiting_on = 'team'));

create index ticket_by_requester on ticket (requester_id, created_at, number) where requester_id is not null;
create index ticket_by_waiting_on on ticket (waiting_on, created_at, number);
-- Whoever waits for nothing comes last, whichever way the list runs.
create index ticket_longest_waiting on ticket (coalesce(waiting_since, 'infinity'), number);
create index ticket_shortest_waiting on ticket (coalesce(waiting_since, '-infinity'), number);
create index ticket_by_first_response on ticket (first_response_at, created_at) where first_response_at is not null;

-- Whose turn it is follows from the words and the status: since the first words from outside that nobody has answered.
create function conversation_waits_since(number integer, created_at timestamptz, out asked boolean, out since timestamptz)
language sql stable
begin atomic
  with answer as (
    select max(reply.id) as id from reply where ticket_number = $1 and direction = 'from_team'
  ),
  unanswered as (
    select reply.created_at from reply
    where ticket_number = $1 and direction = 'from_requester' and reply.id > coalesce((select id from answer), 0)
    order by reply.id limit 1
  )
  select (select id from answer) is null or exists (select from unanswered),
    case when (select id from answer) is null then $2 else (select unanswered.created_at from unanswered) end;
end;

create function take_turn() returns trigger language plpgsql as $$
declare
  turn record;
begin
  if tg_op = 'UPDATE' and new.requester_id is distinct from old.requester_id then
    new.requester_proven := false;
  end if;
  if new.status in ('resolved', 'closed') then
    new.waiting_on := 'nobody';
    new.waiting_since := null;
  elsif tg_op = 'INSERT' then
    new.waiting_on := 'team';
    new.waiting_since := new.created_at;
  else
    turn := conversation_waits_since(new.number, new.created_at);
    new.waiting_on := case when turn.asked then 'team' else 'requester' end;
    new.waiting_since := turn.since;
  end if;
  return new;
end $$;
create trigger ticket_first_turn before insert on ticket for each row execute function take_turn();
create trigger ticket_takes_turn before update of status, requester_id, reply_count on ticket
  for each row execute function take_turn();

-- The ticket is held before a number of the trail is taken, so that the entries of one ticket are committed in the order of
-- their numbers, and whoever reads on from one of them misses none.
create function hold_ticket() returns trigger language plpgsql as $$
begin
  perform from ticket where number = new.ticket_number for no key update;
  return new;
end $$;
create trigger reply_holds_ticket before insert on reply for each row execute function hold_ticket();
create trigger note_holds_ticket before insert or update on note for each row execute function hold_ticket();

create function latest_words_of(number integer) returns text language sql stable
return (select left(body, 1000) from reply where ticket_number = number order by id desc limit 1);

create function first_response_of(number integer) returns timestamptz language sql stable
return (select min(created_at) from reply
  where ticket_number = number and direction = 'from_team' and actor_kind in ('person', 'team'));

create function record_replied() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
begin
  insert into ticket_event (ticket_number, type, to_value, source, actor, account_id, token_id, actor_kind, reply_id, created_at)
  select ticket_number, 'replied', direction::text, via, actor, account_id, token_id, actor_kind, id, created_at
  from new_reply order by id;
  update ticket set
    reply_count = reply_count + said.count,
    latest_words = latest_words_of(number),
    first_response_at = first_response_of(number),
    updated_at = greatest(updated_at, said.at)
  from (select ticket_number, count(*) as count, max(created_at) as at from new_reply group by 1) as said
  where number = said.ticket_number;
  return null;
end $$;
create trigger reply_said after insert on reply referencing new table as new_reply
  for each statement execute function record_replied();

-- With a deleted ticket its words go, and its trail tells of that by itself.
create function record_reply_taken_back() returns trigger language plpgsql as $$
declare
  via event_source;
  who text;
begin
  if not exists (select from old_reply join ticket on number = ticket_number) then
    return null;
  end if;
  via := ticket_event_source();
  who := ticket_event_actor();
  insert into ticket_event (ticket_number, type, to_value, source, actor, reply_id)
  select ticket_number, 'reply_taken_back', direction::text, via, who, id from old_reply join ticket on number = ticket_number
  order by id;
  update ticket set
    reply_count = reply_count - back.count,
    latest_words = latest_words_of(number),
    first_response_at = first_response_of(number),
    updated_at = now()
  from (select ticket_number, count(*) as count from old_reply group by 1) as back
  where number = back.ticket_number;
  return null;
end $$;
create trigger reply_taken_back after delete on reply referencing old table as old_reply
  for each statement execute function record_reply_taken_back();

create function record_reply_reworded() returns trigger language plpgsql as $$
begin
  update ticket set latest_words = latest_words_of(number) where number in (select ticket_number from new_reply);
  return null;
end $$;
create trigger reply_reworded after update on reply referencing new table as new_reply
  for each statement execute function record_reply_reworded();

create function record_noted() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
begin
  insert into ticket_event (ticket_number, type, source, actor, account_id, token_id, actor_kind, note_id, created_at)
  select ticket_number, 'noted', via, actor, account_id, token_id, actor_kind, id, created_at from new_note order by id;
  return null;
end $$;
create trigger note_written after insert on note referencing new table as new_note
  for each statement execute function record_noted();

create function record_note_reworded() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
  who constant text := ticket_event_actor();
begin
  insert into note_wording (note_id, body)
  select id, o.body from old_note o join new_note n using (id) where o.body <> n.body order by id;
  insert into ticket_event (ticket_number, type, source, actor, note_id)
  select n.ticket_number, 'note_reworded', via, who, id
  from old_note o join new_note n using (id) where o.body <> n.body order by id;
  return null;
end $$;
create trigger note_reworded after update on note referencing old table as old_note new table as new_note
  for each statement execute function record_note_reworded();

-- In the trail a requester stands by nothing: what is erased must not live on there.
create or replace function record_ticket_changed() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
  who constant text := ticket_event_actor();
begin
  insert into ticket_event (ticket_number, type, field, from_value, to_value, source, actor, created_at)
  select n.number, 'changed', f.field, f.from_value, f.to_value, via, who,
    -- What is brought in has a past: it is dated as its row is.
    case when via = 'import' and f.field = 'status' and n.resolved_at is not null and o.resolved_at is null
      then n.resolved_at else now() end
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
      o.team_id is distinct from n.team_id),
    (8, 'requester', null, null, o.requester_id is distinct from n.requester_id)
  ) as f (position, field, from_value, to_value, changed)
  where f.changed
  order by n.number, f.position;
  return null;
end $$;
