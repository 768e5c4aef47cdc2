create schema party;

create table party.registration (
    client_id        text primary key,
    owner            uuid,
    body             text not null,
    area             text not null,
    in_production    boolean not null,
    reasons          jsonb not null,
    contact          text not null,
    made_by          uuid not null,
    made_by_name     text not null,
    made_at          timestamptz not null,
    keys_at          timestamptz not null,
    proposal         jsonb,
    proposed_by      uuid,
    proposed_by_name text,
    proposed_at      timestamptz,
    returned         text not null default '',
    stopped_by       text not null default '' check (stopped_by in ('', 'OWNER', 'ADMINISTRATOR')),
    check ((owner is null) = (body <> '')),
    check ((proposal is null) = (proposed_by is null) and (proposal is null) = (proposed_at is null))
);
comment on column party.registration.owner is 'the firm whose system it is; null for a public body''s';
comment on column party.registration.reasons is 'why it has to know what is sensitive, by scope';
comment on column party.registration.proposal is 'what a second person is to approve, as it was typed';
create index registration_owner on party.registration (owner);
create index registration_body on party.registration (body);
create index registration_area on party.registration (area);
