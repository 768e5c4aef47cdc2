-- how often a work was read on a day; nothing of who read it
create table publication.view (
    work  uuid not null references publication.work,
    day   date not null,
    views bigint not null check (views > 0),
    primary key (work, day)
);
