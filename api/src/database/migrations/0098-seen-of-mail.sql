-- When a mail was given up or came back: the team is told of replies for a day from then on, whenever they were written.
alter table outgoing_mail add column undelivered_at timestamptz(3);
create index outgoing_mail_undelivered on outgoing_mail (undelivered_at) where undelivered_at is not null;

-- Whether there is more to see in a mail than its text: known without reading it again.
alter table inbound_mail add column has_formatting boolean not null default false;
