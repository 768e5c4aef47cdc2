-- The role the product works as: it owns nothing and may not change the schema. See afterMigrate.sql for what it may do.
do $$
begin
    if not exists (select from pg_roles where rolname = 'yici_app') then
        create role yici_app nologin;
    end if;
    execute format('grant yici_app to %I', current_user);
end
$$;

create schema house;

create table house.sample (
    room        text primary key,
    fingerprint text not null,
    loaded_at   timestamptz not null default now()
);
