create schema casework;

-- One submitted application: what is joint about it. Its row is the lock under which everything below changes.
create table casework.bundle (
    application_id  uuid primary key,
    number          text not null,
    life_event      text not null,
    life_event_zh   text not null,
    life_event_en   text not null default '',
    edition         uuid not null,
    area            text not null,
    filed_from      text not null,
    applicant       uuid not null,
    applicant_name  text not null,
    state           text not null,
    open_cases      smallint not null,
    acts            integer not null,
    -- the last act the applicant has seen
    seen_act        integer not null default 0,
    submitted_at    timestamptz not null,
    joint_due       date not null,
    closed_at       timestamptz
) with (fillfactor = 85);
create index bundle_number on casework.bundle (number);
create index bundle_applicant on casework.bundle (applicant, submitted_at desc, application_id desc);

-- One service of the application, decided by one body. Columns copied from the bundle let the desk read one row per line.
create table casework.case_file (
    application_id  uuid not null references casework.bundle,
    no              smallint not null,
    number          text not null,
    attempt         smallint not null default 1,
    item            text not null,
    name_zh         text not null,
    name_en         text not null default '',
    node_type       text not null,
    department      text not null,
    -- who decides; null is a gap: taken all the same, an administrator sees it
    body_id         text,
    -- where the applicant is sent when the body says it is not the right one
    right_body      text,
    area            text not null,
    applicant_name  text not null,
    state           text not null,
    -- where it stands on a desk: 1 to accept, 2 in review, 3 with the applicant, 4 not yet startable, 5 at rest
    stage           smallint not null generated always as (
        case state when 'SUBMITTED' then 1 when 'CORRECTION_RECEIVED' then 1 when 'ACCEPTED' then 2 when 'CORRECTION_ASKED' then 3
            when 'WAITING' then 4 when 'CHECKING' then 4 when 'BLOCKED' then 4 else 5 end) stored,
    waiting_for     smallint not null,
    -- the case whose ending keeps this one from starting
    blocked_by      smallint,
    limit_value     smallint not null,
    limit_unit      text not null,
    statutory_value smallint,
    statutory_unit  text,
    -- elements whose values the approval has to supply for the cases that follow
    hands_over      text[] not null,
    -- the day everything was there; null until it starts
    received_on     date,
    -- silence until the end of this day means: accepted
    accept_by       date,
    -- promised; for a case that waits, the day expected when those before it take their whole time
    due_on          date not null,
    statutory_due   date,
    decided_at      timestamptz,
    decider         uuid,
    decided_by      text not null default '',
    note            text not null default '',
    holder          uuid,
    holder_name     text not null default '',
    lease_until     timestamptz,
    primary key (application_id, no)
) with (fillfactor = 80);
-- the item stands last so that its filter is checked in the index
create index case_open on casework.case_file (body_id, stage, due_on, application_id, no, item) where stage < 5;
create index case_decided on casework.case_file (body_id, decided_at, application_id, no, item) where stage = 5;
create index case_applicant on casework.case_file (body_id, applicant_name collate "C");
create index case_gap on casework.case_file (area, due_on) where body_id is null and stage < 5;
create index case_silence on casework.case_file (accept_by) where stage = 1;

-- to_no starts when from_no is approved
create table casework.edge (
    application_id  uuid not null references casework.bundle,
    from_no         smallint not null,
    to_no           smallint not null,
    passes          text[] not null,
    primary key (application_id, from_no, to_no)
);

-- A value handed over by an approval to the cases that follow.
create table casework.fact (
    application_id  uuid not null references casework.bundle,
    element         text not null,
    value           text not null,
    from_no         smallint not null,
    primary key (application_id, element)
);

-- The timeline. no = 0 is about the whole application.
create table casework.act (
    application_id  uuid not null references casework.bundle,
    seq             integer not null,
    no              smallint not null,
    attempt         smallint not null,
    kind            text not null,
    by_whom         text not null,
    actor_name      text not null,
    body_id         text not null default '',
    note            text not null default '',
    at              timestamptz not null,
    primary key (application_id, seq)
);
comment on table casework.act is 'append-only: the timeline of an application';

-- What a paper says, as it was on the day; the PDF is made from it whenever somebody asks.
create table casework.document (
    application_id  uuid not null references casework.bundle,
    id              uuid not null,
    no              smallint not null,
    attempt         smallint not null,
    kind            text not null,
    snapshot        jsonb not null,
    issued_at       timestamptz not null,
    primary key (application_id, id)
);
comment on table casework.document is 'append-only: notices and decisions';

-- One per case and attempt: everything that is missing, at once.
create table casework.correction (
    application_id  uuid not null references casework.bundle,
    no              smallint not null,
    attempt         smallint not null,
    elements        text[] not null,
    evidence        text[] not null,
    note            text not null,
    asked_by        text not null,
    asked_at        timestamptz not null,
    answered_at     timestamptz,
    primary key (application_id, no, attempt)
);

-- db-scheduler's own table, in this room's schema
create table casework.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_time on casework.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on casework.scheduled_tasks (last_heartbeat);
