-- How each way of mail, out or in, fares: when it last worked, and since when it does not.
create table mail_channel (
  name            text primary key,
  last_success_at timestamptz(3),
  failing_since   timestamptz(3),
  -- What is wrong, for a person.
  message         text,
  constraint mail_channel_failure check ((failing_since is null) = (message is null))
);
