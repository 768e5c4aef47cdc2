-- one way in for the first security administrator, made at the machine's console where there is none
create table identity.first_way_in (
    id       smallint primary key check (id = 1),
    key_hash bytea not null,
    ends_at  timestamptz not null
);
comment on column identity.first_way_in.key_hash is 'SHA-256 of the key that was printed; who reads this table cannot come in by it';
