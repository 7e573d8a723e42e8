-- A ticket is not resolved before it is created. Imports could say so before this was checked. Changing tickets takes a
-- signature since 0041, which may be there already.
select set_config('relaydesk.source', 'import', true), set_config('relaydesk.actor_kind', 'system', true);
update ticket set resolved_at = created_at where resolved_at < created_at;

alter table ticket add constraint ticket_resolved_at_not_before_created check (resolved_at >= created_at);
