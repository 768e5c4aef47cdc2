create schema audit;

create table audit.event (
    id           bigint generated always as identity primary key,
    act          text not null,
    actor        text not null,
    actor_name   text not null,
    on_behalf_of text not null,
    subject      text not null,
    reason       text not null,
    at           timestamptz not null
);
comment on table audit.event is 'append-only: who did what to which thing, for whom and why; written in the transaction of the act';

-- the one question asked of it all day: what happened to this thing, newest first
create index event_subject on audit.event (subject, at desc, id desc);
