-- A document that the applicant hands in after the application (容缺受理), for one case that needs it. The clock owed.evidence of the case says
-- until when.
create table casework.owed (
    application_id  uuid not null references casework.bundle,
    no              smallint not null,
    evidence        text not null,
    name_zh         text not null,
    name_en         text not null default '',
    working_days    smallint not null,
    -- what becomes of the case without it, as the guide said when the application was made
    missed          text not null check (missed in ('RETURN', 'REFUSE')),
    supplied_at     timestamptz,
    primary key (application_id, no, evidence)
);

-- The next day on which the applicant is reminded of what is owed, worked out like the last day; and the day of the last reminder.
alter table casework.clock
    add column remind_on date,
    add column reminded_on date;
create index clock_reminds on casework.clock (remind_on) where state = 'RUNNING' and remind_on is not null;
