create schema supervision;

-- One limit overrun, at one level: yellow 2, red 5. No applicant, no answer, nothing personal but the application's number, for staff.
create table supervision.card (
    id              uuid primary key,
    application_id  uuid not null,
    -- 0 for the application as a whole
    no              smallint not null,
    attempt         smallint not null,
    rule            text not null,
    level           smallint not null check (level in (2, 5)),
    number          text not null,
    -- who is late; empty for the whole and where nobody decides: then the area's own government answers
    body_id         text not null,
    area            text not null,
    name_zh         text not null,
    name_en         text not null default '',
    due_on          date not null,
    since           date not null,
    issued_at       timestamptz not null,
    unique (application_id, no, attempt, rule, level)
);
comment on table supervision.card is 'append-only: a card is withdrawn, never deleted';
create index card_area on supervision.card (area, since desc, id desc);
create index card_body on supervision.card (body_id, since desc, id desc);

-- The life of a card. What it is now follows from its last event and is written nowhere else.
create table supervision.card_event (
    card            uuid not null references supervision.card,
    seq             smallint not null,
    kind            text not null check (kind in ('ISSUED', 'EXPLAINED', 'CONFIRMED', 'WITHDRAWN')),
    reason          text not null default '',
    by_whom         text not null,
    by_name         text not null,
    at              timestamptz not null,
    primary key (card, seq)
);
comment on table supervision.card_event is 'append-only: the life of a card';

create view supervision.card_now as
select c.*, last.seq, last.kind as state, last.reason as last_reason, last.by_name as last_by, last.at as last_at,
    coalesce(said.reason, '') as explanation, coalesce(said.by_whom, '') as explained_by, said.at as explained_at
from supervision.card c
cross join lateral (
    select e.seq, e.kind, e.reason, e.by_name, e.at from supervision.card_event e where e.card = c.id order by e.seq desc limit 1) last
left join lateral (
    select e.reason, e.by_whom, e.at from supervision.card_event e where e.card = c.id and e.kind = 'EXPLAINED' limit 1) said on true;
