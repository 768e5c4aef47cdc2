create schema site;

-- what an area's own site is called, how it looks and what its home page is made of; an area without a row has what its level has
create table site.area_site (
    area       text primary key,
    names      jsonb not null,
    leads      jsonb not null,
    contacts   jsonb not null,
    -- empty: the colour every area has by its code
    colour     text not null check (colour = '' or colour ~ '^#[0-9a-f]{6}$'),
    -- empty: the blocks of its level
    blocks     text[] not null,
    changed_at timestamptz not null
);

-- under which host names an area's site is the whole site
create table site.host_name (
    host text primary key check (host = lower(host) and host <> ''),
    area text not null
);
