create schema drift;

-- That an area takes again what the level above it has. One is open at a time; the area's own administrator answers.
create table drift.proposal (
    id               uuid primary key,
    life_event       text not null,
    area             text not null,
    variant          text not null,
    proposed_by      uuid not null,
    proposed_by_name text not null,
    proposed_at      timestamptz not null,
    accepted         boolean,
    answered_by_name text,
    answered_at      timestamptz,
    reason           text not null default '',
    constraint answered_whole check ((accepted is null) = (answered_at is null) and (accepted is null) = (answered_by_name is null))
);
comment on column drift.proposal.accepted is 'null while nobody has answered';
comment on column drift.proposal.reason is 'why it was declined, for everybody who governs the area';
create unique index proposal_open on drift.proposal (life_event, area) where accepted is null;
create index proposal_of_area on drift.proposal (area, proposed_at desc);
