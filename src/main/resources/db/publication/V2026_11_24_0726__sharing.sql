-- by hand: offered by whose work it is, taken by who is to show it
create table publication.offering (
    work         uuid not null references publication.work,
    area         text not null,
    offered_by   uuid,
    offered_name text not null,
    offered_at   timestamptz not null,
    taken_by     uuid,
    taken_name   text not null default '',
    taken_at     timestamptz,
    primary key (work, area)
);
create index offering_area on publication.offering (area) where taken_at is not null;

-- by rule: what an area shows of one above or below it; an empty kind or column stands for all
create table publication.sharing_rule (
    taker          text not null,
    giver          text not null,
    kind           text not null default '',
    special_column text not null default '',
    primary key (taker, giver, kind, special_column),
    check (taker <> giver)
);
