alter table catalogue.edition add column objections integer not null default 0;
comment on column catalogue.edition.objections is 'findings that would have refused it; not 0 only for what a source had published already';
