-- Doors that the trail tells apart from now on: programs that use GraphQL, mail, and the desk itself. In a migration of its
-- own, because a new value cannot be used in the transaction that adds it.
alter type event_source add value 'graphql';
alter type event_source add value 'mail';
alter type event_source add value 'system';
