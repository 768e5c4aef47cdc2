create schema upstream;

-- who somebody is at another provider; made only after proof of both sides
create table upstream.link (
    provider     text not null,
    subject      text not null,
    account      uuid not null,
    linked_at    timestamptz not null,
    last_used_at timestamptz not null,
    primary key (provider, subject),
    unique (account, provider)
);
comment on column upstream.link.subject is 'as the provider names the person to us; nothing else of what it says is kept';

-- what somebody who is known had typed before going to another provider to show more; gone when they are back
create table upstream.waiting (
    state_hash bytea primary key,
    account    uuid not null,
    kept       text not null,
    ends_at    timestamptz not null
);
comment on column upstream.waiting.kept is 'sealed by room identity';
create index waiting_ends_at on upstream.waiting (ends_at);
create index waiting_account on upstream.waiting (account);
