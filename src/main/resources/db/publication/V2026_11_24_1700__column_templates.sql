-- how a column lays out what is in it
alter table publication.special_column add template text not null default 'LIST' check (template in ('LIST', 'BY_KIND', 'BY_YEAR'));
-- taken by the rule of a column, or looked for by kind
create index work_kind on publication.work (area, kind);
