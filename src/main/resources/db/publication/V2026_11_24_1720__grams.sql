-- Texts are found by any two signs that stand side by side: good for Chinese, where no space parts words, and for all others.
create function publication.grams(words text) returns tsvector
language sql immutable parallel safe strict as $$
    select coalesce(array_to_tsvector(array_agg(distinct c || n) filter (where n is not null)), ''::tsvector)
    from (select c, lead(c) over (order by o) as n
          from unnest(string_to_array(lower(words), null)) with ordinality as u (c, o)) pairs
    where c <> ' ' and n <> ' '
$$;

alter table publication.edition add column grams tsvector
    generated always as (publication.grams(left(title || ' ' || summary || ' ' || markdown, 60000))) stored;
alter table publication.edition add column is_long boolean not null
    generated always as (length(title) + length(summary) + length(markdown) + 2 > 60000) stored;
create index edition_grams on publication.edition using gin (grams);
create index edition_long on publication.edition (work) where is_long;
comment on column publication.edition.grams is 'of the first 60,000 signs; longer texts (is_long) are always looked through';
