-- what was seen of each party on each day: use, errors by code, logouts
create table openid.party_day (
    client_id text not null references openid.relying_party,
    day       date not null,
    what      text not null,
    code      text not null,
    times     bigint not null,
    last_at   timestamptz not null,
    said      text not null,
    primary key (client_id, day, what, code)
);
comment on column openid.party_day.code is 'of the RFCs; empty for what is no error';
create index party_day_day on openid.party_day (day);

-- when a secret is changed the one before is good for another day, so that nobody is locked out in between
create table openid.former_secret (
    client_id   text primary key references openid.relying_party,
    secret_hash bytea not null,
    good_until  timestamptz not null
);
