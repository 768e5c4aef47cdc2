alter table application.draft add committed text[] not null default '{}';
comment on column application.draft.committed is 'proofs that a promise is to stand for (告知承诺制)';

create table application.promise (
    application_id uuid        not null,
    evidence       text        not null,
    account        uuid        not null,
    name           text        not null,
    version        text        not null,
    language       text        not null,
    conditions     text        not null,
    standards      text        not null,
    duties         text        not null,
    consequences   text        not null,
    words          text        not null,
    promised_at    timestamptz not null,
    primary key (application_id, evidence)
);
comment on table application.promise is 'append-only: what somebody was told and promised instead of handing in a proof, word for word';
create index promise_of_account on application.promise (account);

create table application.promise_outcome (
    application_id uuid        not null,
    evidence       text        not null,
    seq            smallint    not null,
    outcome        text        not null check (outcome in ('KEPT', 'BROKEN', 'REPAIRED')),
    finding        text        not null,
    by_whom        text        not null,
    at             timestamptz not null,
    primary key (application_id, evidence, seq)
);
comment on table application.promise_outcome is 'append-only: whether a promise was kept; who broke one promises no more until it is repaired';
