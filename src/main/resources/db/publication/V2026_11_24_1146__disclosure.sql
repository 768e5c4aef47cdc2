-- which works are records to be disclosed of one's own motion, and under which of the fifteen items of article 20
create table publication.disclosure (
    work     uuid primary key references publication.work,
    item     smallint not null check (item between 1 and 15),
    set_name text not null,
    set_at   timestamptz not null
);
create index disclosure_item on publication.disclosure (item);
