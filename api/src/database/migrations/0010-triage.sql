-- What triage proposed, what became of it, and what it learns from.
create type triage_source as enum ('model', 'cache', 'local', 'default');
create type suggestion_outcome as enum ('pending', 'kept', 'confirmed', 'overridden');

create table triage_suggestion (
  id                       uuid primary key default gen_random_uuid(),
  -- Null until a ticket is created with it; suggestions that nobody used are dropped after a day.
  ticket_number            integer references ticket (number) on delete cascade,
  source                   triage_source not null,
  engine                   text not null,
  version                  text not null,
  category                 ticket_category not null,
  category_confidence      real not null,
  category_below_threshold boolean not null,
  category_outcome         suggestion_outcome not null default 'pending',
  priority                 ticket_priority not null,
  priority_confidence      real not null,
  priority_below_threshold boolean not null,
  priority_outcome         suggestion_outcome not null default 'pending',
  latency_ms               integer not null,
  rationale                text,
  quote                    text,
  learned_from             integer[] not null default '{}',
  created_at               timestamptz(3) not null default now(),
  constraint triage_suggestion_category_confidence_share check (category_confidence between 0 and 1),
  constraint triage_suggestion_priority_confidence_share check (priority_confidence between 0 and 1),
  constraint triage_suggestion_latency_not_negative check (latency_ms >= 0),
  constraint triage_suggestion_outcome_needs_ticket
    check (ticket_number is not null or (category_outcome = 'pending' and priority_outcome = 'pending'))
);
-- A ticket shows its latest suggestion.
create index triage_suggestion_by_ticket on triage_suggestion (ticket_number, created_at, id);
create index triage_suggestion_unused on triage_suggestion (created_at)
  where category_outcome = 'pending' and priority_outcome = 'pending';

-- What people decided about an existing ticket, by changing it or by accepting what was proposed: all that triage learns from.
create type triage_field as enum ('category', 'priority');
create type triage_decision as enum ('changed', 'confirmed');

create table triage_label (
  ticket_number integer not null references ticket (number) on delete cascade,
  field         triage_field not null,
  value         text not null,
  decision      triage_decision not null,
  decided_at    timestamptz(3) not null default now(),
  primary key (ticket_number, field)
);
create index triage_label_by_decided_at on triage_label (decided_at);

-- A change of an existing ticket is a person's verdict, whichever door it came through: hence triggers, which no new door
-- can forget. What triage or an import writes is no verdict.
create function record_triage_verdict() returns trigger language plpgsql as $$
begin
  if new.category <> old.category then
    update triage_suggestion
    set category_outcome = case when category = new.category then 'confirmed' else 'overridden' end::suggestion_outcome
    where ticket_number = new.number;
    insert into triage_label (ticket_number, field, value, decision)
    values (new.number, 'category', new.category, 'changed')
    on conflict (ticket_number, field)
    do update set value = excluded.value, decision = excluded.decision, decided_at = excluded.decided_at;
  end if;
  if new.priority <> old.priority then
    update triage_suggestion
    set priority_outcome = case when priority = new.priority then 'confirmed' else 'overridden' end::suggestion_outcome
    where ticket_number = new.number;
    insert into triage_label (ticket_number, field, value, decision)
    values (new.number, 'priority', new.priority, 'changed')
    on conflict (ticket_number, field)
    do update set value = excluded.value, decision = excluded.decision, decided_at = excluded.decided_at;
  end if;
  return null;
end $$;
create trigger ticket_triage_verdict after update of category, priority on ticket
  for each row
  when ((new.category <> old.category or new.priority <> old.priority) and ticket_event_source() in ('web', 'api'))
  execute function record_triage_verdict();

-- Answers of the language model by the hash of all that went into the question; kept for a month.
create table triage_model_answer (
  key        text primary key,
  answer     jsonb not null,
  created_at timestamptz(3) not null default now()
);
create index triage_model_answer_by_created_at on triage_model_answer (created_at);

-- Calls of the language model per UTC day and client (a digest; '*' is everyone).
create table triage_model_call (
  day    date not null,
  client text not null,
  calls  integer not null,
  primary key (day, client)
);

-- Local classifiers trained on this desk; while none is in use, the built-in one answers.
create table triage_classifier (
  version     text primary key,
  artefact    bytea not null,
  label_count integer not null,
  scores      jsonb not null,
  in_use      boolean not null default false,
  created_at  timestamptz(3) not null default now()
);
create unique index triage_classifier_in_use on triage_classifier (in_use) where in_use;

-- One row: up to which moment labels have been learned from, and until when a process that is training is left alone with it.
create table triage_training (
  single        boolean primary key default true,
  learned_up_to timestamptz(3) not null default '-infinity',
  leased_until  timestamptz(3) not null default '-infinity',
  constraint triage_training_single check (single)
);
insert into triage_training default values;
