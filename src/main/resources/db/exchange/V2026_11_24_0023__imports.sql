create schema exchange;

-- Files that are to be taken into the catalogue: looked through first, confirmed by a second person, then taken.
create table exchange.import (
    id             uuid primary key,
    effective_from date not null,
    note           text not null,
    state          text not null,
    uploaded_by    uuid not null,
    uploaded_name  text not null,
    uploaded_at    timestamptz not null,
    checked_stamp  text not null,
    settled_by     uuid,
    settled_name   text,
    settled_at     timestamptz
);
comment on column exchange.import.checked_stamp is 'which catalogue it was looked through against; against another it is looked through again';

create table exchange.file (
    import_id uuid not null references exchange.import,
    position  int not null,
    name      text not null,
    content   text not null,
    primary key (import_id, position)
);

-- What came, or would come, of each record.
create table exchange.line (
    import_id uuid not null references exchange.import,
    position  int not null,
    file      text not null,
    line      int not null,
    kind      text not null,
    key       text not null,
    outcome   text not null,
    found     jsonb not null,
    primary key (import_id, position)
);
