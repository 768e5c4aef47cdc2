create schema jurisdiction;

create table jurisdiction.area (
    code    text primary key check (code ~ '^[0-9]{12}$'),
    parent  text references jurisdiction.area,
    level   text not null check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY', 'ZONE', 'OWN_LEVEL')),
    name_zh text not null,
    name_en text not null,
    check ((parent is null) = (level = 'PROVINCE'))
);

-- codes that stand in old papers and links: a county that became a city or a district got a new one
create table jurisdiction.former_code (
    code       text primary key check (code ~ '^[0-9]{12}$'),
    name_zh    text not null,
    area       text not null references jurisdiction.area,
    changed_in integer not null
);

create table jurisdiction.department (
    key        text primary key,
    name_zh    text not null,
    name_en    text not null,
    label_zh   text not null,
    external   boolean not null,
    handled_by text references jurisdiction.department
);
comment on column jurisdiction.department.label_zh is 'what a guide calls it: 公安部门';
comment on column jurisdiction.department.external is 'a party that is no public body: a bank, a hospital, a notary';
comment on column jurisdiction.department.handled_by is 'the department whose bodies decide for it; null when its own do';

create table jurisdiction.body (
    id         text primary key,
    department text not null references jurisdiction.department,
    area       text not null references jurisdiction.area,
    name_zh    text not null,
    name_en    text not null,
    closed_on  date,
    unique (department, area)
);
comment on column jurisdiction.body.closed_on is 'the first day it decides nothing any more';

create table jurisdiction.post (
    account uuid not null,
    role    text not null check (role in ('OFFICER', 'ADMINISTRATOR')),
    area    text not null references jurisdiction.area,
    body    text not null,
    primary key (account, role, area, body),
    check ((role = 'OFFICER') = (body <> ''))
);

-- one row; a new stamp at every change tells the other nodes to read again
create table jurisdiction.register (
    only_row boolean primary key default true check (only_row),
    stamp    uuid not null
);
insert into jurisdiction.register (stamp) values (gen_random_uuid());
