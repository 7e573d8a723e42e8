-- What somebody decides on a sample ticket is played, not meant, and the classifier learns nothing from it.
create function samples_teach_nothing() returns trigger language plpgsql as $$
begin
  if exists (select from sample_ticket where ticket_number = new.ticket_number) then
    return null;
  end if;
  return new;
end $$;
create trigger triage_label_of_real_tickets before insert on triage_label
  for each row execute function samples_teach_nothing();
delete from triage_label where ticket_number in (select ticket_number from sample_ticket);
