-- Room connector.sandbox: departments' registers as the demonstration needs them.
create schema sandbox;

-- value may be relative to the day it is asked: today-20d, age:430523199503169821
create table sandbox.entry (
    number      text not null,
    life_event  text not null,
    element     text not null,
    value       text not null,
    primary key (number, life_event, element)
);

-- Which checks this sandbox answers, and by comparing what.
create table sandbox.register_check (
    life_event      text not null,
    item            text not null,
    register_zh     text not null,
    register_en     text not null,
    number_element  text not null,
    compares        text[] not null,
    gives           text[] not null,
    primary key (life_event, item)
);

-- How a register behaves when somebody wants to see trouble; item '' is the filling in of forms, number '' is everybody.
create table sandbox.behaviour (
    life_event  text not null,
    item        text not null,
    number      text not null default '',
    mode        text not null check (mode in ('SLOW', 'DOWN', 'CONTRADICTS')),
    primary key (life_event, item, number)
);

-- Changes with every load, so that each node knows when to read the checks again.
create table sandbox.stamp (
    one    boolean primary key default true check (one),
    value  uuid not null
);
insert into sandbox.stamp (value) values (gen_random_uuid());
