create schema linter;

-- A look at the texts: at all of them each night, at those that have changed soon after.
create table linter.run (
    id       uuid primary key,
    cause    text not null,
    stamp    text not null,
    begun_at timestamptz not null,
    ended_at timestamptz not null,
    texts    int not null,
    appeared int not null,
    mended   int not null
);
create index run_newest on linter.run (ended_at desc);
comment on table linter.run is 'append-only: when what was looked at';

-- Every guide and service as it was last looked at. kind LIFE_EVENT: code and key of the variant; SERVICE: its key, no variant.
create table linter.text (
    kind       text not null,
    code       text not null,
    variant    text not null,
    edition    text not null,
    name_zh    text not null,
    name_en    text not null,
    department text not null,
    rules      int not null,
    kept       int not null,
    inherited  int not null,
    looked_at  timestamptz not null,
    primary key (kind, code, variant)
);
comment on column linter.text.edition is 'what was looked at: an edition; empty for what has none';
comment on column linter.text.inherited is 'findings of the text it inherits from, which are mended there';

-- Whose text it is: the areas that have it, and in each the body that leads.
create table linter.held_by (
    kind    text not null,
    code    text not null,
    variant text not null,
    area    text not null,
    body    text not null,
    primary key (kind, code, variant, area)
);
create index held_by_area on linter.held_by (area);

-- What is wrong in one place, from the look that found it first to the one that found it no more.
create table linter.finding (
    id         uuid primary key,
    kind       text not null,
    code       text not null,
    variant    text not null,
    severity   int not null,
    rule       int not null,
    field      text not null,
    value      text not null,
    mark       text not null,
    first_seen timestamptz not null,
    mended_at  timestamptz
);
comment on column linter.finding.severity is '1 blocks publishing, 2 warns, 3 hints';
comment on column linter.finding.rule is 'number of the rule: 16 is R16';
comment on column linter.finding.mark is 'digest of rule, field and value: by it the same finding is known again';
create unique index finding_open on linter.finding (kind, code, variant, mark) where mended_at is null;
create index finding_in_order on linter.finding (severity, rule, code, variant, id) where mended_at is null;

create table linter.scheduled_tasks (
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
create index scheduled_tasks_time on linter.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on linter.scheduled_tasks (last_heartbeat);
