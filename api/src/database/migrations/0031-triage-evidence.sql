-- The words of a text that decided a suggestion, the heaviest first.
alter table triage_suggestion
  add column category_evidence text[] not null default '{}',
  add column priority_evidence text[] not null default '{}';
