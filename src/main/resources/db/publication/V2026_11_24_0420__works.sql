create schema publication;

-- 专栏: not made without a promise of freshness. Members come by hand (membership) and by rule (kind and topic of the same area).
create table publication.special_column (
    key            text primary key check (key ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
    area           text not null,
    names          jsonb not null,
    descriptions   jsonb not null,
    curator        text not null,
    freshness_days integer not null check (freshness_days between 1 and 3660),
    counterpart    text not null,
    rule_kind      text not null default '',
    rule_topic     text not null default '',
    position       integer not null default 0
);

create table publication.work (
    id          uuid primary key,
    slug        text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,100}$'),
    kind        text not null,
    form        text not null,
    area        text not null,
    body        text not null,
    source_name jsonb not null,
    source_url  text not null,
    -- when what it tells of was formed; the instants of publishing are those of its editions
    formed_on   date not null,
    fields      jsonb not null
);
create index work_area on publication.work (area, formed_on desc);

-- where a work was before, or why it is gone for good
create table publication.former_slug (
    slug   text primary key,
    work   uuid references publication.work,
    reason text not null,
    check (work is not null or reason <> '')
);

create table publication.membership (
    special_column text not null references publication.special_column,
    work           uuid not null references publication.work,
    primary key (special_column, work)
);
create index membership_work on publication.membership (work);

create table publication.explanation (
    explainer uuid not null references publication.work,
    document  uuid not null references publication.work,
    primary key (explainer, document),
    check (explainer <> document)
);
create index explanation_document on publication.explanation (document);

create table publication.edition (
    work        uuid not null references publication.work,
    language    text not null check (language ~ '^[a-z]{2,3}$'),
    number      integer not null check (number > 0),
    title       text not null check (title <> ''),
    summary     text not null,
    markdown    text not null,
    -- of a translation: the Chinese edition it was made from; of the Chinese text nothing
    made_from   integer check (made_from > 0),
    translator  text not null,
    change_note text not null,
    written_by  uuid,
    written_name text not null,
    written_at  timestamptz not null,
    primary key (work, language, number),
    check ((made_from is null) = (language = 'zh'))
);
comment on table publication.edition is 'append-only: a text that was written once is never another';

create table publication.standing (
    work         uuid not null,
    language     text not null,
    number       integer not null,
    state        text not null check (state in ('DRAFT', 'REVIEW', 'SECRECY', 'READY', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN', 'ARCHIVED')),
    -- how many reviews it has passed
    reviews      integer not null check (reviews >= 0),
    publish_at   timestamptz check ((publish_at is not null) = (state = 'SCHEDULED')),
    published_at timestamptz,
    -- of withdrawing, of giving it back, of publishing by force
    reason       text not null,
    primary key (work, language, number),
    foreign key (work, language, number) references publication.edition,
    check (state not in ('PUBLISHED', 'WITHDRAWN') or published_at is not null),
    check (state <> 'WITHDRAWN' or reason <> '')
);
-- what a reader meets: at most one a language
create unique index standing_shown on publication.standing (work, language) where state in ('PUBLISHED', 'WITHDRAWN');
create index standing_scheduled on publication.standing (publish_at) where state = 'SCHEDULED';
create index standing_waiting on publication.standing (state) where state in ('DRAFT', 'REVIEW', 'SECRECY', 'READY');

create table publication.step (
    work     uuid not null,
    language text not null,
    number   integer not null,
    seq      integer not null,
    kind     text not null check (kind in ('SENT', 'REVIEWED', 'RETURNED', 'CLEARED', 'SCHEDULED', 'PUBLISHED', 'FORCED', 'WITHDRAWN')),
    by_account uuid not null,
    by_name  text not null,
    reason   text not null,
    at       timestamptz not null,
    primary key (work, language, number, seq),
    foreign key (work, language, number) references publication.edition
);
comment on table publication.step is 'append-only: who brought an edition how far';

create table publication.untranslated (
    work     uuid not null references publication.work,
    language text not null,
    reason   text not null check (reason <> ''),
    primary key (work, language)
);

create table publication.term (
    zh   text primary key,
    en   text not null,
    fr   text not null,
    ko   text not null,
    ja   text not null,
    note text not null
);

-- how many reviews an area asks for, where it is not three
create table publication.review_plan (
    area    text primary key,
    reviews smallint not null check (reviews between 1 and 5)
);
