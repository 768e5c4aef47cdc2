-- The net below the policy: what somebody asked about the own data opens for them and for those who answer.
do $$
declare
    house   constant text := '(select current_setting(''yici.house'', true) = ''on'')';
    mine    constant text := '(select nullif(current_setting(''yici.account'', true), '''')::uuid)';
    answers constant text := '(select current_setting(''yici.answers'', true) = ''on'')';
begin
    alter table privacy.request enable row level security;
    alter table privacy.request force row level security;
    execute format('create policy who_asks on privacy.request using (%s or account = %s or %s)', house, mine, answers);
    alter table privacy.answer enable row level security;
    alter table privacy.answer force row level security;
    execute format('create policy who_asks on privacy.answer using (%s or exists (select from privacy.request r where r.id = request))', house);
end
$$;
