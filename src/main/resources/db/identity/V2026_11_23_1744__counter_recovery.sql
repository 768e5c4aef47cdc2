-- an account asked back at a counter by somebody who has nothing left to show but the document
create table identity.counter_recovery (
    id           uuid primary key,
    account      uuid not null references identity.account,
    phone        text not null,
    receipt_hash bytea not null,
    asked_by     uuid not null references identity.account,
    counter      text not null,
    asked_at     timestamptz not null,
    opens_at     timestamptz not null,
    ends_at      timestamptz not null,
    state        text not null check (state in ('WAITING', 'STOPPED', 'DONE'))
);
comment on column identity.counter_recovery.phone is 'the new one, until it is over; its owner shows it by a code';
comment on column identity.counter_recovery.opens_at is 'until then whoever still has the account can stop it';
create unique index counter_recovery_waiting on identity.counter_recovery (account) where state = 'WAITING';
create unique index counter_recovery_receipt on identity.counter_recovery (receipt_hash);
