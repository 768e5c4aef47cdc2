-- what was said of a year, by whom, and when; a later publication of the same scope and year takes the place of an earlier one
create table calendar.publication (
    no           bigint generated always as identity primary key,
    scope        text not null check (scope ~ '^([0-9]{12})?$'),
    year         integer not null check (year between 1990 and 2200),
    published_at timestamptz not null,
    published_by text not null,
    document_no  text not null,
    source       text not null
);
comment on table calendar.publication is 'append-only: no is the version a due date names, and every version can be had again';
comment on column calendar.publication.scope is 'empty for the whole country, else the area whose own days these are';
create index on calendar.publication (scope, year, no desc);

-- only the days that differ from the plain week: a weekday off, a Saturday or Sunday worked, and the holidays among the weekends
create table calendar.published_day (
    no      bigint not null references calendar.publication (no),
    date    date not null,
    kind    text not null check (kind in ('HOLIDAY', 'WORKDAY')),
    name_zh text not null,
    primary key (no, date)
);
comment on table calendar.published_day is 'append-only: belongs to its publication';

insert into calendar.publication (scope, year, published_at, published_by, document_no, source)
select '', extract(year from date)::integer, now(), 'house', '', 'holidays-cn.csv'
from calendar.day group by extract(year from date) order by extract(year from date);

insert into calendar.published_day (no, date, kind, name_zh)
select p.no, d.date, d.kind, d.name_zh
from calendar.day d join calendar.publication p on p.scope = '' and p.year = extract(year from d.date)::integer;

drop table calendar.day;

-- each clock as law/clocks.csv had it; a clock that runs keeps the edition it began with
create table calendar.clock_rule (
    key                text not null,
    edition            integer not null check (edition > 0),
    loaded_at          timestamptz not null,
    name_zh            text not null,
    name_en            text not null,
    name_fr            text not null,
    name_ko            text not null,
    name_ja            text not null,
    limit_value        integer,
    limit_unit         text,
    least              integer,
    most               integer,
    within             text,
    start_rule         text not null,
    end_rule           text not null,
    pauses             text[] not null,
    extension_value    integer,
    extension_unit     text,
    extension_approver text,
    extension_times    integer,
    silence            text not null,
    law                text not null,
    article            text not null,
    primary key (key, edition),
    check ((limit_value is null) = (limit_unit is null)),
    check ((extension_value is null) = (extension_approver is null))
);
comment on table calendar.clock_rule is 'append-only: a changed rule is a new edition';
