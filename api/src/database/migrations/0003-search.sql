-- Search finds substrings of title and description; the expression is the one that ticket-query.ts asks for.
create index ticket_search on ticket using gin ((title || ' ' || description) gin_trgm_ops);
