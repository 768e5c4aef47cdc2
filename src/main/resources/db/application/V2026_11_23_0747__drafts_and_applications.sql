create schema application;

-- The running number that is part of every application's number; never goes back.
create sequence application.serial;

create table application.draft (
    id         uuid primary key,
    account    uuid        not null,
    life_event text        not null,
    edition    uuid        not null,
    area       text        not null,
    filed_from text        not null,
    scenario   jsonb       not null,
    typed      jsonb       not null,
    known      jsonb       not null,
    touched    jsonb       not null default '{}',
    version    integer     not null default 1,
    state      text        not null default 'OPEN' check (state in ('OPEN', 'SUBMITTED')),
    created_at timestamptz not null,
    updated_at timestamptz not null
);
comment on column application.draft.edition is 'frozen when the draft is begun; a newer edition does not touch it';
comment on column application.draft.typed is 'by element key exactly as typed, right or wrong, so that nothing is lost';
comment on column application.draft.known is 'what the account and the registers already knew, and which register was down';
comment on column application.draft.touched is 'by element key the version in which it was saved last: tells two browsers apart';
create index draft_of_account on application.draft (account, updated_at desc) where state = 'OPEN';

create table application.draft_evidence (
    draft_id   uuid        not null references application.draft on delete cascade,
    evidence   text        not null,
    attachment uuid        not null,
    file_name  text        not null,
    media_type text        not null,
    size_bytes bigint      not null,
    added_at   timestamptz not null,
    primary key (draft_id, evidence, attachment)
);

create table application.application (
    application_id uuid primary key,
    number         text        not null unique,
    draft          uuid        not null unique,
    applicant      uuid        not null,
    applicant_name text        not null,
    life_event     text        not null,
    edition        uuid        not null,
    area           text        not null,
    filed_from     text        not null,
    scenario       jsonb       not null,
    plan           jsonb       not null,
    answers        jsonb       not null,
    sources        jsonb       not null,
    declaration    text        not null,
    submitted_at   timestamptz not null
);
comment on column application.application.draft is 'unique: one draft comes to one application, however often it is sent';
comment on column application.application.declaration is 'language of the declaration that was agreed to';
create index application_of_applicant on application.application (applicant, submitted_at desc);

create table application.evidence (
    application_id uuid        not null,
    evidence       text        not null,
    attachment     uuid        not null,
    file_name      text        not null,
    added_at       timestamptz not null,
    primary key (application_id, evidence, attachment)
);
comment on table application.evidence is 'append-only: what was handed in stays handed in';

create table application.correction (
    application_id uuid        not null,
    at             timestamptz not null,
    element        text        not null,
    before         text,
    after          text        not null,
    primary key (application_id, at, element)
);
comment on table application.correction is 'append-only: what an answer was before it was corrected';
