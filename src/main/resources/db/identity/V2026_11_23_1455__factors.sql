-- where a person has read a code: the number or address is theirs
create table identity.reached (
    account      uuid not null references identity.account,
    channel      text not null check (channel in ('SMS', 'MAIL')),
    address      text not null,
    signs_in     boolean not null,
    confirmed_at timestamptz not null,
    primary key (account, channel)
);
create unique index reached_signs_in on identity.reached (address) where signs_in;
comment on column identity.reached.signs_in is 'a person may sign in with codes to this telephone; of each number one';

-- the latest code for each person and purpose; codes sent to nobody share a thousand rows
create table identity.code (
    account uuid not null,
    purpose text not null check (purpose in ('SIGN_IN', 'STEP_UP', 'CONFIRM', 'RECOVER')),
    hash    bytea not null,
    sent_to text not null,
    tries   integer not null,
    ends_at timestamptz not null,
    primary key (account, purpose)
);
comment on column identity.code.hash is 'keyed with the house''s secret: six digits alone are soon guessed';

create table identity.totp (
    id         uuid primary key,
    account    uuid not null references identity.account,
    name       text not null,
    secret     bytea not null,
    last_step  bigint not null,
    created_at timestamptz not null
);
create index totp_account on identity.totp (account);
comment on column identity.totp.secret is 'encrypted with the house''s secret, bound to this row and account';
comment on column identity.totp.last_step is 'the half minute whose code was taken last; no earlier one and not the same again';

create table identity.recovery_code (
    account    uuid not null references identity.account,
    hash       bytea not null,
    created_at timestamptz not null,
    used_at    timestamptz,
    primary key (account, hash)
);

-- browsers in which somebody has signed in before
create table identity.device (
    account       uuid not null references identity.account,
    key_hash      bytea not null,
    name          text not null,
    first_seen_at timestamptz not null,
    last_seen_at  timestamptz not null,
    primary key (account, key_hash)
);

alter table identity.account add asks_second boolean not null default false;
comment on column identity.account.asks_second is 'a session of this account is nobody''s until a second factor was shown';
