-- Working days the application was with authorities until it was closed, without what was nobody's of theirs; null while it is open.
alter table casework.bundle add column used_days smallint;
create index bundle_closed on casework.bundle (area, closed_at) where closed_at is not null;

-- How long it really took, of the last twelve months: worked out every night from case_file, so that the public page reads a few rows.
-- Fewer than five cases are counted and not described.
create table casework.duration (
    life_event      text not null,
    area            text not null,
    item            text not null,
    body_id         text not null,
    name_zh         text not null,
    name_en         text not null,
    cases           integer not null,
    within_promise  integer,
    -- working days of the body alone: half, eight of ten, nineteen of twenty were done by then
    p50             smallint,
    p80             smallint,
    p95             smallint,
    computed_at     timestamptz not null,
    primary key (life_event, area, item, body_id)
);
create index duration_body on casework.duration (body_id);

-- The same for the life event as a whole.
create table casework.event_duration (
    life_event      text not null,
    area            text not null,
    name_zh         text not null,
    name_en         text not null,
    bundles         integer not null,
    within_promise  integer,
    used_p50        smallint,
    used_p80        smallint,
    used_p95        smallint,
    -- calendar days from sending to the last result, whoever's they were
    all_p50         integer,
    all_p80         integer,
    all_p95         integer,
    computed_at     timestamptz not null,
    primary key (life_event, area)
);
create index event_duration_area on casework.event_duration (area);
