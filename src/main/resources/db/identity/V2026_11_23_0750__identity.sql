create schema identity;

create table identity.account (
    id                    uuid primary key,
    kind                  text not null check (kind in ('PERSON', 'FIRM', 'STAFF')),
    login                 text not null unique check (login = lower(login)),
    name                  text not null,
    number                text not null,
    representative        text not null,
    representative_number text not null,
    phone                 text not null,
    address               text not null,
    password_hash         text not null,
    password_temporary    boolean not null,
    demo                  boolean not null,
    created_at            timestamptz not null,
    check ((kind = 'STAFF') = (number = ''))
);
comment on column identity.account.number is 'ID number of a person, credit code of a firm, empty for staff';
comment on column identity.account.demo is 'came with the demonstration province; its password is printed in the README';
comment on column identity.account.password_temporary is 'given by an administrator; until it is changed no post counts'
;
create unique index account_number on identity.account (number) where number <> '';

-- a row only ever begins with a right password: a visitor writes nothing
create table identity.session (
    token_hash   bytea primary key,
    account      uuid not null references identity.account,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    ends_at      timestamptz not null,
    device       text not null
);
comment on column identity.session.token_hash is 'SHA-256 of the token in the cookie; who reads this table cannot sign in with it';
create index session_account on identity.session (account);
create index session_ends_at on identity.session (ends_at);

-- failed sign-ins by login and by address, the same for all nodes
create table identity.attempt (
    subject  text primary key,
    failures integer not null,
    since    timestamptz not null
);
comment on column identity.attempt.subject is 'login:<hash> or address:<network>';
create index attempt_since on identity.attempt (since);

-- one key for all nodes, made by the first that starts; YICI_SECRET takes its place
create table identity.secret (
    name       text primary key,
    value      bytea not null,
    created_at timestamptz not null
);
