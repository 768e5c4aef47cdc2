-- what was shown in a session and when, as 'METHOD epoch-seconds authenticator'; and for whom the person acts in it
alter table identity.session
    add id         uuid   not null unique default gen_random_uuid(),
    add proofs     text[] not null default '{}',
    add acting_for uuid references identity.account,
    add mandate    uuid,
    add check ((acting_for is null) = (mandate is null));
alter table identity.session alter id drop default;
comment on column identity.session.account is 'the human being';
comment on column identity.session.mandate is 'by which the person acts for the other account';

alter table identity.account add proofed smallint not null default 3 check (proofed between 2 and 5);
comment on column identity.account.proofed is 'level of trust to which the province knows whose account this is';
