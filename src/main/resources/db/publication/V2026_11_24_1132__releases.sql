-- a release set: many works and languages that appear at one instant, or none of them
create table publication.release (
    id         uuid primary key,
    publish_at timestamptz not null,
    state      text not null check (state in ('WAITING', 'PUBLISHED', 'CALLED_OFF')),
    by_account uuid not null,
    by_name    text not null,
    made_at    timestamptz not null
);
create table publication.release_member (
    release  uuid not null references publication.release,
    work     uuid not null,
    language text not null,
    number   integer not null,
    primary key (release, work, language, number),
    foreign key (work, language, number) references publication.edition
);
create index release_member_edition on publication.release_member (work, language, number);

alter table publication.step drop constraint step_kind_check;
alter table publication.step add check (kind in
    ('SENT', 'REVIEWED', 'RETURNED', 'CLEARED', 'SCHEDULED', 'CALLED_OFF', 'PUBLISHED', 'FORCED', 'WITHDRAWN'));

create table publication.scheduled_tasks (
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
create index scheduled_tasks_by_time on publication.scheduled_tasks (execution_time);
