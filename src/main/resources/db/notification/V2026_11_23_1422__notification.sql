create schema notification;

create table notification.message (
    id           uuid primary key,
    channel      text not null check (channel in ('SMS', 'MAIL')),
    recipient    text not null,
    subject      text not null,
    body         text not null,
    state        text not null check (state in ('WAITING', 'SENT', 'FAILED', 'SHOWN', 'NOWHERE')),
    trouble      text not null default '',
    created_at   timestamptz not null,
    useful_until timestamptz not null,
    done_at      timestamptz,
    check (state not in ('SENT', 'FAILED', 'NOWHERE') or (recipient = '' and body = ''))
);
comment on table notification.message is 'of what is gone only that it went is kept; rows of a week ago are swept';
create index message_created_at on notification.message (created_at);

create table notification.quota (
    subject text primary key,
    sent    integer not null,
    since   timestamptz not null
);
comment on column notification.quota.subject is 'hour:<digest of the recipient> or day:<…>';
create index quota_since on notification.quota (since);

-- as db-scheduler asks for it
create table notification.scheduled_tasks (
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
create index scheduled_tasks_time on notification.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on notification.scheduled_tasks (last_heartbeat);
