-- What is proposed may be one difference; accepted, it is given back by an edition of the area's own.
alter table drift.proposal
    add column field text not null default '',
    add column edition text not null default '',
    add column effective_from date,
    add constraint edition_has_a_day check ((edition = '') = (effective_from is null));
comment on column drift.proposal.field is 'the one difference; empty for everything in which the area differs';
comment on column drift.proposal.edition is 'the edition that gave it back, as 43TCN0004/a-430281/2';
comment on column drift.proposal.reason is 'why it was declined, or what is new in the edition that came of it';
