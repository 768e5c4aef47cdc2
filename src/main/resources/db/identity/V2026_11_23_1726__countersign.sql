-- what one administrator asked for and a second person has to confirm before it is done
create table identity.countersign (
    id          uuid primary key,
    kind        text not null check (kind in ('APPOINT', 'RESET')),
    asked_by    uuid not null references identity.account,
    asked_at    timestamptz not null,
    account     uuid references identity.account,
    login       text not null,
    name        text not null,
    number      text not null,
    role        text not null,
    area        text not null,
    body        text not null,
    first_day   text not null,
    last_day    text not null,
    state       text not null check (state in ('ASKED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'DONE')),
    ends_at     timestamptz not null,
    answered_by uuid references identity.account,
    answer      text not null default '',
    check (asked_by <> answered_by)
);
comment on column identity.countersign.account is 'whom it is about; null for somebody who has no staff account yet';
comment on column identity.countersign.number is 'ID number of somebody who is to be appointed; erased when it is over';
comment on column identity.countersign.ends_at is 'until then it can be confirmed, and once confirmed be carried out';
create index countersign_area on identity.countersign (area, ends_at);
create index countersign_asked_by on identity.countersign (asked_by, ends_at);
