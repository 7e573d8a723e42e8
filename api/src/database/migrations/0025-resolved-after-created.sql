-- A ticket is not resolved before it is created. Imports could say so before this was checked.
update ticket set resolved_at = created_at where resolved_at < created_at;

alter table ticket add constraint ticket_resolved_at_not_before_created check (resolved_at >= created_at);
