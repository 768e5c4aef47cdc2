create schema passkey;

create table passkey.passkey (
    id              uuid primary key,
    account         uuid not null,
    name            text not null,
    credential      bytea not null unique,
    attested        bytea not null,
    model           uuid not null,
    transports      text[] not null,
    counter         bigint not null check (counter >= 0),
    backup_eligible boolean not null,
    backed_up       boolean not null,
    created_at      timestamptz not null,
    last_used_at    timestamptz not null
);
create index passkey_account on passkey.passkey (account);
comment on column passkey.passkey.credential is 'by which the authenticator names it';
comment on column passkey.passkey.attested is 'model, credential and public key as the authenticator wrote them (WebAuthn, attested credential data)';
comment on column passkey.passkey.model is 'AAGUID; all zero where the authenticator does not say';
comment on column passkey.passkey.counter is 'of signatures; stays zero for passkeys that are kept in step over several devices';

-- a challenge that was answered rightly is answered for good; a row is only ever written with a right answer
create table passkey.spent (
    challenge_hash bytea primary key,
    ends_at        timestamptz not null
);
create index spent_ends_at on passkey.spent (ends_at);
