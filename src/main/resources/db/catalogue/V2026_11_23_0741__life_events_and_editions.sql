create schema catalogue;

-- A life event (一件事): what lists and search need without opening a guide.
create table catalogue.life_event (
    code            text primary key,
    position        int not null,
    name            jsonb not null,
    audience        text not null,
    lead            text not null,
    items           int not null,
    promised_days   int not null,
    visits          int not null,
    topic           text not null,
    regional_guides int,
    source_variants int
);

-- The standard of a life event and its regional variants. kind says how a variant differs from the standard; UNKNOWN: nobody has read it.
create table catalogue.variant (
    life_event      text not null,
    key             text not null,
    kind            text not null,
    invented        boolean not null,
    area_count      int,
    areas_complete  boolean not null,
    note            text not null,
    primary key (life_event, key)
);

-- Which variant an area has of its own; an area without a row follows the nearest level above.
create table catalogue.area_variant (
    life_event text not null,
    area       text not null,
    variant    text not null,
    primary key (life_event, area)
);

create table catalogue.edition (
    id           uuid primary key,
    life_event   text not null,
    variant      text not null,
    number       int not null,
    published_at timestamptz not null,
    content_hash text not null,
    guide        jsonb not null,
    unique (life_event, variant, number)
);
comment on table catalogue.edition is 'append-only: applications keep the edition they were made with';

-- The edition in force of each variant.
create table catalogue.publication (
    life_event text not null,
    variant    text not null,
    edition    uuid not null references catalogue.edition,
    primary key (life_event, variant)
);

-- Another value after each change of what is published: what a process has in memory is right while this is the same.
create table catalogue.revision (
    only_row boolean primary key default true check (only_row),
    id       uuid not null
);
