-- How far a mailbox elsewhere has been read. By number, never by marks: a person who reads the mailbox hides nothing.
create table mail_mailbox (
  -- User, server and folder: another mailbox begins anew.
  name         text primary key,
  -- Where this changes, its numbers mean other mails.
  uid_validity numeric not null,
  last_uid     bigint not null,
  -- What came before is not the desk's.
  began_at     timestamptz(3) not null default now()
);
