-- What the trail tells of a conversation from now on. In a migration of its own, because a new value cannot be used in the
-- transaction that adds it.
alter type ticket_event_type add value 'replied';
alter type ticket_event_type add value 'reply_taken_back';
alter type ticket_event_type add value 'noted';
alter type ticket_event_type add value 'note_reworded';
