-- pictures and papers of works; the bytes are with attachments
create table publication.file (
    id         uuid primary key,
    work       uuid not null references publication.work,
    name       text not null,
    media_type text not null,
    attachment uuid not null,
    -- of a picture what it shows, by language; of a paper nothing
    alt        jsonb not null,
    width      integer not null check (width >= 0),
    height     integer not null check (height >= 0),
    by_account uuid not null,
    by_name    text not null,
    at         timestamptz not null,
    check ((width > 0) = (alt ->> 'zh' is not null))
);
create index file_work on publication.file (work, at);

-- a picture in a width, without what the camera wrote into it
create table publication.rendition (
    file       uuid not null references publication.file,
    width      integer not null check (width > 0),
    attachment uuid not null,
    primary key (file, width)
);

-- an edition that is no public one yet, lent to whoever has the link until a day
create table publication.preview (
    token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
    work       uuid not null,
    language   text not null,
    number     integer not null,
    by_account uuid not null,
    by_name    text not null,
    made_at    timestamptz not null,
    until      timestamptz not null,
    foreign key (work, language, number) references publication.edition
);
create index preview_edition on publication.preview (work, language, number);
