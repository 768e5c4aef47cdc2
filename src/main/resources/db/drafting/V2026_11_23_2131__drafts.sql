create schema drafting;

-- What an area is about to change in a life event: its differences from what it inherits, as they stand now.
create table drafting.draft (
    id             uuid primary key,
    life_event     text not null,
    area           text not null,
    changes        jsonb not null,
    effective_from date not null,
    note           text not null,
    state          text not null check (state in ('OPEN', 'IN_REVIEW', 'RETURNED', 'PUBLISHED', 'DROPPED')),
    author         uuid not null,
    author_name    text not null,
    -- what the second person said when giving it back; empty until then
    said           text not null,
    -- of the step it stands at: whoever saves names the one that was seen
    version        int not null,
    begun_at       timestamptz not null
);
create unique index one_open_draft on drafting.draft (life_event, area) where state in ('OPEN', 'IN_REVIEW', 'RETURNED');
create index draft_area on drafting.draft (area, begun_at desc);

-- The draft after each saved step. back is the step that undoing leads to; 0 for the first.
create table drafting.step (
    draft          uuid not null references drafting.draft,
    version        int not null,
    back           int not null,
    changes        jsonb not null,
    effective_from date not null,
    note           text not null,
    -- which field was changed, by keys; empty for what concerns the draft as a whole
    field          text not null,
    by_whom        uuid not null,
    by_name        text not null,
    at             timestamptz not null,
    primary key (draft, version)
);
comment on table drafting.step is 'append-only: every step can be gone back to';

-- Who has a draft open.
create table drafting.presence (
    draft   uuid not null references drafting.draft,
    account uuid not null,
    name    text not null,
    until   timestamptz not null,
    primary key (draft, account)
);
