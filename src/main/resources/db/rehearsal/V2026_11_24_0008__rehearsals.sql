create schema rehearsal;

-- A draft as it stood, tried on applications of before. Kept with the draft, for who confirms it.
create table rehearsal.rehearsal (
    id             uuid primary key,
    draft          uuid not null,
    version        integer not null,
    life_event     text not null,
    area           text not null,
    effective_from date not null,
    base           uuid not null,
    tried          jsonb not null,
    purpose        text not null,
    by_whom        uuid not null,
    by_name        text not null,
    begun_at       timestamptz not null,
    ended_at       timestamptz,
    touched_at     timestamptz not null,
    runner         uuid,
    state          text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'OUT_OF_TIME', 'FAILED')),
    total          integer not null default 0,
    beyond         boolean not null default false,
    looked         integer not null default 0,
    differing      integer not null default 0,
    stuck          integer not null default 0
);
comment on column rehearsal.rehearsal.tried is 'snapshot of the whole text that was tried';
comment on column rehearsal.rehearsal.version is 'the step of the draft at which it was tried; a later one has not been';
create index rehearsal_of_draft on rehearsal.rehearsal (draft, begun_at desc);
create unique index rehearsal_running on rehearsal.rehearsal (draft) where ended_at is null;

-- How many applications differ, by area and by kind: whole even where not every case is listed.
create table rehearsal.counted (
    rehearsal uuid not null,
    area      text not null,
    kind      text not null,
    cases     integer not null,
    primary key (rehearsal, area, kind)
);
comment on column rehearsal.counted.kind is 'a kind of difference; LOOKED for all that were looked at, ANY for all that differ in anything';

-- What would have been otherwise, without anything of the person.
create table rehearsal.difference (
    rehearsal uuid not null,
    case_no   integer not null,
    no        integer not null,
    masked    text not null,
    area      text not null,
    filed     text not null,
    kind      text not null,
    thing     text not null,
    was       text not null,
    now       text not null,
    primary key (rehearsal, case_no, no)
);
comment on column rehearsal.difference.masked is 'the number of the application, so far covered that it leads to nobody';
comment on column rehearsal.difference.filed is 'the month';

create table rehearsal.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on rehearsal.scheduled_tasks (execution_time);
