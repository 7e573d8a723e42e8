-- Whether somebody is told by mail, too, of what they have not read by then.
alter table account add column email_notifications boolean not null default false;

-- A notification that was mailed, or will not be.
alter table notification add column mailed_at timestamptz(3);
update notification set mailed_at = now();
create index notification_unmailed on notification (created_at) where mailed_at is null and read_at is null;

-- Such a mail belongs to the account alone: an answer to it is no word on the ticket that it tells of.
alter type outgoing_mail_kind add value 'notification';
alter table outgoing_mail add column about_ticket integer references ticket on delete cascade deferrable;
alter table outgoing_mail add column reasons text[];
alter table outgoing_mail add constraint outgoing_mail_about check ((about_ticket is null) = (kind::text <> 'notification'));
create index outgoing_mail_about_ticket on outgoing_mail (about_ticket) where about_ticket is not null;
