create schema calendar;

-- only the days that differ from the plain week: a weekday off, a Saturday or Sunday worked, and the holidays among the weekends
create table calendar.day (
    date    date primary key,
    kind    text not null check (kind in ('HOLIDAY', 'WORKDAY')),
    name_zh text not null
);

-- one row; a new stamp at every change tells the other nodes to read again
create table calendar.edition (
    only_row boolean primary key default true check (only_row),
    stamp    uuid not null
);
insert into calendar.edition (stamp) values (gen_random_uuid());
