-- the ledger a person reads: who opened a file of mine, newest first. The code of every such act ends with "looked".
create index event_looks on audit.event (on_behalf_of, id desc) where act like '%looked';
