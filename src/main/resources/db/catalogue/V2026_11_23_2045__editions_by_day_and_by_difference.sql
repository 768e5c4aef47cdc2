-- What editions are of: a life event or a single service.
alter table catalogue.edition rename column life_event to subject;
alter table catalogue.edition rename column guide to content;
alter table catalogue.variant rename column life_event to subject;
alter table catalogue.area_variant rename column life_event to subject;

-- An edition is in force from the beginning of a day until the next one is. That of a variant keeps in what it differs from the edition it
-- inherits from, and why; followed: made because that one changed, by nobody's hand.
alter table catalogue.edition
    alter column content drop not null,
    add column effective_from date,
    add column base           uuid references catalogue.edition,
    add column changes        jsonb not null default '[]',
    add column followed       boolean not null default false,
    add column note           text not null default '',
    add column by_whom        uuid,
    add column confirmed_by   uuid;
update catalogue.edition set effective_from = (published_at at time zone 'Asia/Shanghai')::date;
alter table catalogue.edition
    alter column effective_from set not null,
    add constraint whole_or_differences check ((content is null) = (base is not null));
create index edition_in_force on catalogue.edition (subject, variant, effective_from desc, number desc);
create index edition_of_base on catalogue.edition (base) where base is not null;

-- Which edition is in force follows from its day.
drop table catalogue.publication;

-- From whom a variant inherits; empty for the standard. Made on the pages here: the files it was not read from do not take it away.
alter table catalogue.variant
    add column parent    text not null default '',
    add column made_here boolean not null default false;
update catalogue.variant set parent = 'std' where key <> 'std';

-- From that day the area has that variant; empty: again what the level above has.
alter table catalogue.area_variant add column from_day date not null default '1949-10-01';
alter table catalogue.area_variant alter column from_day drop default;
alter table catalogue.area_variant drop constraint area_variant_pkey;
alter table catalogue.area_variant add primary key (subject, area, from_day);
