-- What the report of triage counts by, and what it names.

-- The language of the ticket's words as an ISO 639-1 code, 'und' where nothing can tell; null until somebody has looked.
alter table triage_suggestion add column language text;
create index triage_suggestion_without_language on triage_suggestion (id)
  where language is null and ticket_number is not null;
create index triage_suggestion_reported on triage_suggestion (created_at) where ticket_number is not null;

create or replace view suggestion_result as
  select one.field, one.suggested, one.confidence, one.below_threshold, one.outcome, source, version, ticket_number,
    created_at, one.evidence
  from triage_suggestion
  cross join lateral (values
    ('category', category::text, category_confidence, category_below_threshold, category_outcome, category_evidence),
    ('priority', priority::text, priority_confidence, priority_below_threshold, priority_outcome, priority_evidence)
  ) as one (field, suggested, confidence, below_threshold, outcome, evidence)
  where ticket_number is not null and one.outcome <> 'pending';

-- The words that decided what was overridden, one row for each.
create view misleading_word as
  select field, suggested, ticket_number, created_at, lower(word) as word
  from suggestion_result cross join lateral unnest(evidence) as word
  where outcome = 'overridden';
