-- the population base and the register of legal persons, as far as the demonstration needs them
create table sandbox.person (
    number    text primary key,
    name      text not null,
    phone     text not null,
    household text not null,
    role      text not null check (role in ('HEAD', 'SPOUSE', 'CHILD', 'OTHER'))
);
create index person_of_household on sandbox.person (household);

create table sandbox.legal_person (
    code                  text primary key,
    name                  text not null,
    representative        text not null,
    representative_number text not null,
    open                  boolean not null
);
create index legal_person_of_representative on sandbox.legal_person (representative_number);

-- what the simulator of a face was told to answer
create table sandbox.face (
    reference   uuid primary key,
    result      text not null check (result in ('SAME', 'DIFFERENT')),
    answered_at timestamptz not null
);
