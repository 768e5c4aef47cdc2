-- Files handed in for a correction or a new attempt that has not been sent yet: kept, so that a wrong answer elsewhere loses none of them.
create table casework.handed_in (
    application_id  uuid not null references casework.bundle,
    no              smallint not null,
    evidence        text not null,
    attachment      uuid not null,
    file_name       text not null,
    added_at        timestamptz not null,
    primary key (application_id, no, evidence, attachment)
);
