-- Every room's schema, the same rights; a table whose comment begins with 'append-only' can be read and added to, nothing else.
do $$
declare
    room record;
    kept record;
begin
    for room in select nspname from pg_namespace
                where nspname not in ('public', 'information_schema') and nspname not like 'pg\_%' loop
        execute format('grant usage on schema %I to yici_app', room.nspname);
        execute format('grant select, insert, update, delete on all tables in schema %I to yici_app', room.nspname);
        execute format('grant usage, select on all sequences in schema %I to yici_app', room.nspname);
    end loop;
    for kept in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and obj_description(c.oid) like 'append-only%' loop
        execute format('revoke update, delete, truncate on %I.%I from yici_app', kept.nspname, kept.relname);
    end loop;
end
$$;
