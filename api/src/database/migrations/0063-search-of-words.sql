-- A search finds what was said on a ticket too, by the same folding and the same kind of index as the ticket's own words.
alter table reply add column search_text text collate "C" generated always as (fold_text(body)) stored;
create index reply_search on reply using gin (search_text gin_trgm_ops);
alter table note add column search_text text collate "C" generated always as (fold_text(body)) stored;
create index note_search on note using gin (search_text gin_trgm_ops);

-- Spares a search the look for notes on tickets that have none. Set once, and no change that anybody is told of.
alter table ticket add column has_notes boolean not null default false;
create or replace function record_noted() returns trigger language plpgsql as $$
declare
  via constant event_source := ticket_event_source();
begin
  insert into ticket_event (ticket_number, type, source, actor, account_id, token_id, actor_kind, note_id, created_at)
  select ticket_number, 'noted', via, actor, account_id, token_id, actor_kind, id, created_at from new_note order by id;
  update ticket set has_notes = true where not has_notes and number in (select ticket_number from new_note);
  return null;
end $$;
select set_config('relaydesk.source', 'system', true), set_config('relaydesk.actor', '', true),
  set_config('relaydesk.actor_kind', 'system', true);
update ticket set has_notes = true where number in (select ticket_number from note);
