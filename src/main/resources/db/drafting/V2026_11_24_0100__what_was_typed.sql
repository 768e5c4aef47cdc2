-- What somebody has typed on a page of a draft and not saved yet: put back when the page is opened again, gone once it is saved.
create table drafting.kept (
    draft   uuid not null references drafting.draft,
    account uuid not null,
    -- which page: field:items/water/promised, add:question
    place   text not null,
    typed   jsonb not null,
    kept_at timestamptz not null,
    primary key (draft, account, place)
);
