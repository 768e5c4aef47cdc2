-- The audit administrator asks what one person did, and what happened in a period.
create index event_actor on audit.event (actor, id desc);
create index event_at on audit.event using brin (at);
