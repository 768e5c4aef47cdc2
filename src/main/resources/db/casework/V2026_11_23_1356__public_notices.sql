-- 公示: a case put before everybody ahead of its decision, once per attempt. What the notice is called, its law and what an objection leads to
-- stand in the guide's edition; it is over by itself after ends_on, or earlier when the case is no longer in its special procedure.
create table casework.notice (
    application_id  uuid not null references casework.bundle,
    no              smallint not null,
    attempt         smallint not null,
    -- its public address
    id              uuid not null,
    -- the clock stop of the guide's item
    stop            text not null,
    -- whose matter it is, as everybody may read it: a firm's name and credit code; a person's name is masked and has no number
    subject         text not null,
    credit_code     text not null default '',
    area            text not null,
    starts_on       date not null,
    ends_on         date not null,
    primary key (application_id, no, attempt)
);
comment on table casework.notice is 'append-only: what was put before the public, and until when';
create index notice_address on casework.notice (id);
create index notice_running on casework.notice (ends_on);

-- 异议: what somebody concerned has against it, and what the office answers.
create table casework.objection (
    application_id  uuid not null references casework.bundle,
    -- the id the form was given: sent twice is one objection
    id              uuid not null,
    -- the receipt
    number          text not null,
    no              smallint not null,
    attempt         smallint not null,
    name            text not null,
    contact         text not null,
    reason          text not null,
    filed_at        timestamptz not null,
    upheld          boolean,
    answer          text not null default '',
    answered_by     text not null default '',
    answered_at     timestamptz,
    primary key (application_id, id)
);
create index objection_number on casework.objection (number);
create index objection_open on casework.objection (application_id, no) where answered_at is null;

-- The document that came with it, kept from the moment it arrived, whatever else was wrong with the form.
create table casework.objection_file (
    application_id  uuid not null references casework.bundle,
    objection       uuid not null,
    attachment      uuid not null,
    file_name       text not null,
    kept_at         timestamptz not null,
    primary key (application_id, objection)
);
