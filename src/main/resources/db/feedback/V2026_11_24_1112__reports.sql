create schema feedback;

-- What a reader says of a page: no name and no address, the answer is read with the number.
create table feedback.report (
    id      uuid primary key,
    number  text not null unique,
    -- address of the page within the site, and what it was called
    page    text not null check (page like '/%'),
    title   text not null,
    area    text not null,
    -- which edition of a work was read, such as en-3; empty where pages have no editions
    edition text not null,
    kind    text not null check (kind in ('MISTAKE', 'MISSING', 'UNCLEAR', 'BROKEN', 'USEFUL')),
    words   text not null,
    at      timestamptz not null,
    due_on  date not null
);
comment on table feedback.report is 'append-only: what somebody said stays said';
create index report_due on feedback.report (area, due_on, id);

create table feedback.answer (
    report  uuid primary key references feedback.report,
    outcome text not null check (outcome in ('MENDED', 'AS_IT_IS', 'PASSED_ON', 'THANKS')),
    words   text not null,
    by_whom text not null,
    by_name text not null,
    at      timestamptz not null
);
comment on table feedback.answer is 'append-only: one answer to each report';
