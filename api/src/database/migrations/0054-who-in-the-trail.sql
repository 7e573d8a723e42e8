-- Who did it, besides their name at the time: a person, who may be renamed, or a token. Filled as the row is written, by what
-- the writer said of themselves with set_config('relaydesk.account' | 'relaydesk.token', …, true).
alter table ticket_event
  add column account_id integer default nullif(current_setting('relaydesk.account', true), '')::integer,
  add column token_id integer default nullif(current_setting('relaydesk.token', true), '')::integer;
