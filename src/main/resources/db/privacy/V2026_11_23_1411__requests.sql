create schema privacy;

-- A wish about the own personal data (Personal Information Protection Law, articles 44 to 50).
create table privacy.request (
    id      uuid primary key,
    number  text not null unique,
    account uuid not null,
    name    text not null,
    kind    text not null check (kind in ('EXPLAIN', 'CORRECT', 'DELETE', 'RESTRICT', 'MOVE', 'OTHER')),
    words   text not null,
    asked_at timestamptz not null,
    due_on  date not null
);
comment on table privacy.request is 'append-only: what somebody asked for stays asked';
create index request_of_account on privacy.request (account, asked_at desc);
create index request_due on privacy.request (due_on, id);

create table privacy.answer (
    request uuid primary key references privacy.request,
    outcome text not null check (outcome in ('DONE', 'PARTLY', 'REFUSED')),
    words   text not null,
    by_whom text not null,
    by_name text not null,
    at      timestamptz not null
);
comment on table privacy.answer is 'append-only: one answer to each request';
