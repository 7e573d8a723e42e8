-- When a person last did something while signed in; null before they ever did. Sessions end, so they cannot tell it.
alter table account add column last_seen_at timestamptz(3);
update account set last_seen_at = (select max(last_used_at) from session where account_id = account.id);
