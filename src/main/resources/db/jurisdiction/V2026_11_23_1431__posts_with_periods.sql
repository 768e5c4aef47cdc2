-- A post is held for a time and ended, never deleted: who decided what, when, stays answerable.
alter table jurisdiction.post
    add column valid_from  timestamptz not null default '2000-01-01 00:00:00+08',
    add column valid_until timestamptz,
    drop constraint post_pkey,
    drop constraint post_role_check,
    drop constraint post_check;
alter table jurisdiction.post
    alter column valid_from drop default,
    add primary key (account, role, area, body, valid_from),
    add constraint post_role check (role in ('OFFICER', 'ADMINISTRATOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')),
    add constraint post_body check ((role = 'OFFICER') = (body <> '')),
    add constraint post_period check (valid_until >= valid_from);
comment on column jurisdiction.post.valid_until is 'from this moment on it counts no more; null while nobody has set an end';

-- Who runs the system, who gives powers and who audits are three people, and none of them decides or governs. The use case says so first and
-- in words; this holds when two do it at the same instant or a use case forgets.
create function jurisdiction.duty(role text) returns text language sql immutable as $$
    select case role when 'SYSTEM_ADMIN' then role when 'SECURITY_ADMIN' then role when 'AUDIT_ADMIN' then role else 'OFFICE' end
$$;

create function jurisdiction.post_is_lawful() returns trigger language plpgsql as $$
begin
    -- one after the other for the same person; 64 locks do for any number of posts
    perform pg_advisory_xact_lock(2211, abs(hashtext(new.account::text)) % 64);
    if exists (select from jurisdiction.post p
               where p.account = new.account and jurisdiction.duty(p.role) <> jurisdiction.duty(new.role)
                 and tstzrange(p.valid_from, p.valid_until) && tstzrange(new.valid_from, new.valid_until)) then
        raise exception 'nobody holds % together with another duty: system, security and audit administration exclude each other and every other post', new.role
            using errcode = 'exclusion_violation', constraint = 'post_duties_exclude', schema = 'jurisdiction', table = 'post';
    end if;
    if exists (select from jurisdiction.post p
               where (p.account, p.role, p.area, p.body) = (new.account, new.role, new.area, new.body) and p.valid_from <> new.valid_from
                 and tstzrange(p.valid_from, p.valid_until) && tstzrange(new.valid_from, new.valid_until)) then
        raise exception 'this post is held already in that time'
            using errcode = 'exclusion_violation', constraint = 'post_once', schema = 'jurisdiction', table = 'post';
    end if;
    return new;
end
$$;
create trigger post_is_lawful before insert or update on jurisdiction.post for each row execute function jurisdiction.post_is_lawful();
