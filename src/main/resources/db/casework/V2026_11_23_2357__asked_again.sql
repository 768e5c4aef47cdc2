-- What a correction asks for that the notice had not: counted against the office, for everybody to see.
alter table casework.correction add column again text[] not null default '{}';
comment on column casework.correction.again is 'keys of documents and data elements asked for that the notice of this application did not name';
create index correction_by_day on casework.correction (asked_at);
