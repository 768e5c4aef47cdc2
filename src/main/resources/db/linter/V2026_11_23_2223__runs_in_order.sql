-- Which look was the last must not hang on a clock that may be set back.
alter table linter.run add column seq bigint generated always as identity;
drop index linter.run_newest;
create unique index run_newest on linter.run (seq desc);
