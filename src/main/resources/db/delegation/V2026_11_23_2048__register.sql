create schema delegation;

-- Who may exercise which power instead of whom: as agreed, for ever.
create table delegation.delegation (
    number      text primary key check (number ~ '^[0-9]{4}-[0-9]{4,}$'),
    power       text not null,
    department  text not null,
    giver       text not null,
    receiver    text not null,
    mode        text not null check (mode in ('STATUTORY', 'DEVOLVED', 'AUTHORISED_DOWN', 'AUTHORISED_ACROSS', 'ENTRUSTED_DOWN', 'ENTRUSTED_ACROSS')),
    areas       text[] not null check (cardinality(areas) > 0),
    valid_from  date not null,
    -- the last day
    valid_until date check (valid_until >= valid_from),
    seal        text not null check (seal in ('RECEIVER', 'GIVER', 'GIVER_SPECIAL')),
    file_title  text not null check (file_title <> ''),
    file_number text not null check (file_number <> ''),
    file_link   text not null,
    supervisor  text not null,
    replaces    text references delegation.delegation,
    invented    boolean not null,
    check ((giver = receiver) = (mode = 'STATUTORY'))
);
comment on table delegation.delegation is 'append-only: a record is ended, recalled or replaced, never changed';

-- What was asked about a record and what a second person answered. What it is now follows from these and is written nowhere else.
create table delegation.step (
    delegation text not null references delegation.delegation,
    seq        smallint not null,
    kind       text not null check (kind in ('REGISTERED', 'RECALL_ASKED', 'END_ASKED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'REPLACED')),
    effective  date,
    reason     text not null,
    by_account uuid,
    by_name    text not null,
    at         timestamptz not null,
    primary key (delegation, seq),
    check ((effective is not null) = (kind in ('REGISTERED', 'RECALL_ASKED', 'END_ASKED', 'REPLACED')))
);
comment on table delegation.step is 'append-only: the history of a record';

-- one row; a new stamp at every change tells the other nodes to read again, and lets one change follow the other
create table delegation.register (
    only_row boolean primary key default true check (only_row),
    stamp    uuid not null
);
insert into delegation.register (stamp) values (gen_random_uuid());
