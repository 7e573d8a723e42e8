-- What became of suggestions, one row for each suggestion and field, so that the report counts rows of one kind.
create view suggestion_result as
  select one.field, one.suggested, one.confidence, one.below_threshold, one.outcome, source, version, ticket_number
  from triage_suggestion
  cross join lateral (values
    ('category', category::text, category_confidence, category_below_threshold, category_outcome),
    ('priority', priority::text, priority_confidence, priority_below_threshold, priority_outcome)
  ) as one (field, suggested, confidence, below_threshold, outcome)
  where ticket_number is not null and one.outcome <> 'pending';
