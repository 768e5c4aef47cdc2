-- A clock of law that runs, stands still or has ended, for one case or (no = 0) for the application as a whole. What it is, how it counts
-- and what its silence means says its rule in calendar.clock_rule. Everything after the history is worked out from the history and the
-- calendar, and can be worked out again at any time.
create table casework.clock (
    application_id  uuid not null references casework.bundle,
    no              smallint not null,
    attempt         smallint not null,
    rule            text not null,
    edition         smallint not null default 1,
    -- whose calendar: the area of the body that has to act
    area            text not null,
    -- the history
    limit_value     smallint not null,
    limit_unit      text not null,
    started_at      timestamptz not null,
    extended_value  smallint not null default 0,
    extended_on     date,
    extended_by     text not null default '',
    -- working days the body had before the applicant's answer made the clock begin anew
    used_before     smallint not null default 0,
    ended_on        date,
    -- worked out; null while it stands still
    state           text not null check (state in ('RUNNING', 'STANDING', 'ENDED')),
    due_on          date,
    ends_at         timestamptz,
    warn_on         date,
    red_on          date,
    provisional     boolean not null default false,
    calendar        bigint not null,
    -- when its effect was written down
    fired_at        timestamptz,
    -- the last level of supervision told: 0 none, 2 yellow, 5 red
    told            smallint not null default 0,
    primary key (application_id, no, attempt, rule)
) with (fillfactor = 80);
create index clock_fires on casework.clock (ends_at) where state = 'RUNNING' and fired_at is null;
create index clock_reddens on casework.clock (red_on) where state = 'RUNNING' and told = 2;
create index clock_open on casework.clock (application_id) where state <> 'ENDED';

alter table casework.case_file
    add column warn_on date,
    add column red_on date,
    add column provisional boolean not null default false,
    -- working days the body used until its decision, without pauses
    add column used_days smallint,
    -- the last day of the licence that is to be renewed
    add column renews_until date,
    alter column stage set expression as (
        case state when 'SUBMITTED' then 1 when 'CORRECTION_RECEIVED' then 1 when 'ACCEPTED' then 2 when 'SPECIAL_PROCEDURE' then 2
            when 'CORRECTION_ASKED' then 3 when 'WAITING' then 4 when 'CHECKING' then 4 when 'BLOCKED' then 4 else 5 end);

-- Why and how long the clocks of a case stood still: for a correction, or for a special procedure told in writing with the time needed
-- (Administrative Licence Law, article 45). no = 0: nothing of the application was with an authority.
create table casework.pause (
    application_id  uuid not null references casework.bundle,
    no              smallint not null,
    attempt         smallint not null,
    seq             smallint not null,
    cause           text not null,
    reason          text not null default '',
    told_by         text not null default '',
    told_on         date not null,
    -- the time needed, as told; null for a correction, whose end is the applicant's
    planned_on      date,
    resumed_on      date,
    primary key (application_id, no, attempt, seq)
);
create index pause_ends on casework.pause (planned_on) where resumed_on is null and planned_on is not null;

-- What is open today keeps the days it was told.
insert into casework.clock (application_id, no, attempt, rule, area, limit_value, limit_unit, started_at, state, due_on, ends_at, calendar)
select c.application_id, c.no, c.attempt, r.rule, c.area, r.value, r.unit, c.received_on::timestamp at time zone 'Asia/Shanghai',
    'RUNNING', r.due, (r.due + 1)::timestamp at time zone 'Asia/Shanghai', 0
from casework.case_file c
cross join lateral (values
    ('licence.correction', 5::smallint, 'WORKING_DAY', c.accept_by),
    ('licence.promised', c.limit_value, c.limit_unit, c.due_on),
    ('licence.decision', c.statutory_value, c.statutory_unit, c.statutory_due)) as r (rule, value, unit, due)
where c.stage in (1, 2) and c.received_on is not null and r.due is not null;

insert into casework.clock (application_id, no, attempt, rule, area, limit_value, limit_unit, started_at, state, due_on, ends_at, calendar)
select application_id, 0, 1, 'life-event.promised', area, greatest(joint_due - (submitted_at at time zone 'Asia/Shanghai')::date, 1), 'DAY',
    submitted_at, 'RUNNING', joint_due, (joint_due + 1)::timestamp at time zone 'Asia/Shanghai', 0
from casework.bundle where state = 'OPEN';
