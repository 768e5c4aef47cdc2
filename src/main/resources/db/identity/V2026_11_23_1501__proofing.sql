-- how the province came to know whose account it is; the level is the best that is still valid
create table identity.proofing (
    account    uuid not null references identity.account,
    seq        smallint not null,
    method     text not null check (method in ('SELF_ASSERTED', 'REGISTER_MATCH', 'FACE_MATCH', 'COUNTER', 'CERTIFICATE', 'UPSTREAM')),
    level      smallint not null check (level between 2 and 5),
    at         timestamptz not null,
    by_whom    text not null,
    expires_at timestamptz,
    note       text not null,
    primary key (account, seq)
);
comment on table identity.proofing is 'append-only: each time somebody''s identity was proofed';
comment on column identity.proofing.by_whom is 'the officer at a counter, the register or service that answered';

alter table identity.account alter proofed set default 2;
alter table identity.account add proofed_until timestamptz;
comment on column identity.account.proofed_until is 'when the best proofing expires; then the next best counts';

insert into identity.proofing (account, seq, method, level, at, by_whom, note)
select id, 1, case when kind = 'STAFF' then 'COUNTER' when demo then 'REGISTER_MATCH' else 'SELF_ASSERTED' end,
       case when kind = 'STAFF' then 5 when demo then 3 else 2 end, created_at, '', ''
from identity.account;
update identity.account a set proofed = p.level from identity.proofing p where p.account = a.id;

-- a face compared by a service outside: begun here, answered there, asked for by us
create table identity.face_check (
    reference  uuid primary key,
    account    uuid not null references identity.account,
    started_at timestamptz not null,
    used_at    timestamptz
);
create index face_check_started on identity.face_check (started_at);
