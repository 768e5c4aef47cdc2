create schema mandate;

create table mandate.mandate (
    id             uuid primary key,
    capacity       text not null check (capacity in ('LEGAL_REPRESENTATIVE', 'AGENT', 'GUARDIAN', 'COUNTER_ASSISTANCE')),
    granter        uuid not null,
    granter_name   text not null,
    granter_number text not null,
    grantee        uuid,
    grantee_name   text not null,
    grantee_number text not null,
    life_events    text[],
    area           text not null,
    valid_from     timestamptz not null,
    valid_until    timestamptz,
    evidence       text not null check (evidence in ('GIVEN', 'REGISTER', 'FIRM_PASSWORD', 'DOCUMENT', 'COUNTER')),
    reference      text not null,
    attachment     uuid,
    created_at     timestamptz not null,
    check (life_events is null or cardinality(life_events) > 0)
);
comment on column mandate.mandate.granter is 'the account acted for: a firm, a person, a child; of a guardianship still to be decided none yet';
comment on column mandate.mandate.grantee is 'the account of who acts; null until somebody with the number accepts';
comment on column mandate.mandate.life_events is 'codes of life events and services; null for all';
comment on column mandate.mandate.area is 'whose bodies decide, with everything below';
comment on column mandate.mandate.reference is 'of the register''s answer, the code on the receipt of a counter';
create index mandate_of_granter on mandate.mandate (granter, created_at desc);
create index mandate_of_grantee on mandate.mandate (grantee, created_at desc);
create index mandate_of_number on mandate.mandate (grantee_number) where grantee is null;
create unique index mandate_of_code on mandate.mandate (reference) where evidence = 'COUNTER';

create table mandate.event (
    mandate  uuid not null references mandate.mandate,
    seq      smallint not null,
    kind     text not null check (kind in ('OFFERED', 'CLAIMED', 'ACCEPTED', 'DECLINED', 'REFUSED', 'REVOKED', 'RENOUNCED')),
    by_whom  text not null,
    by_name  text not null,
    reason   text not null,
    at       timestamptz not null,
    primary key (mandate, seq)
);
comment on table mandate.event is 'append-only: what became of a mandate';

create view mandate.standing as
select m.*, e.kind as last, e.reason, e.at as last_at
from mandate.mandate m
    join lateral (select kind, reason, at from mandate.event where mandate = m.id order by seq desc limit 1) e on true;
