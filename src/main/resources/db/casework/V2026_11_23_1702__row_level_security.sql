-- The net below the policy, as over the applications. Whose case it is stands in its own row from now on, so that no rule has to look at
-- the bundle first: a case opens for its applicant, for who handles cases of its body, for who fills gaps in its area while it is one,
-- and with the whole application for whom the policy has given that in hand. Everything else of an application opens with one of its cases.
alter table casework.case_file add column applicant uuid;
update casework.case_file c set applicant = b.applicant from casework.bundle b where b.application_id = c.application_id;
alter table casework.case_file alter column applicant set not null;

-- Counting a pile still reads this and nothing else: what the rule asks of a row stands in it, too.
drop index casework.case_pile;
create index case_pile on casework.case_file (body_id, stage) include (application_id, applicant, area) where stage < 5;

do $$
declare
    house   constant text := '(select current_setting(''yici.house'', true) = ''on'')';
    mine    constant text := '(select nullif(current_setting(''yici.account'', true), '''')::uuid)';
    in_hand constant text := 'any ((select string_to_array(nullif(current_setting(''yici.files'', true), ''''), '','')::uuid[])::uuid[])';
    bodies  constant text := 'any ((select string_to_array(nullif(current_setting(''yici.bodies'', true), ''''), '',''))::text[])';
    areas   constant text := 'any ((select string_to_array(nullif(current_setting(''yici.areas'', true), ''''), '',''))::text[])';
    closed  constant text := 'any ((select string_to_array(nullif(current_setting(''yici.closed'', true), ''''), '',''))::text[])';
    of_case constant text := 'exists (select from casework.case_file c where c.application_id = %I.application_id)';
    rule    record;
begin
    for rule in
        select 'case_file' as name, format('applicant = %s or body_id = %s or area = %s and (body_id is null or body_id = %s)', mine, bodies, areas, closed) as opens
        union all select 'bundle', format('applicant = %s or ', mine) || format(of_case, 'bundle')
        union all select name, format(of_case, name) from unnest(array['edge', 'fact', 'act', 'document', 'correction', 'handed_in', 'clock',
            'pause', 'owed', 'objection', 'objection_file']) as name
    loop
        execute format('alter table casework.%I enable row level security', rule.name);
        execute format('alter table casework.%I force row level security', rule.name);
        execute format('create policy who_asks on casework.%I using (%s or application_id = %s or %s)', rule.name, house, in_hand, rule.opens);
    end loop;
end
$$;
