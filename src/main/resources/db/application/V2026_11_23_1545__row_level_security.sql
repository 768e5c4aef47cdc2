-- The net below the policy: a statement that forgets to say whose reads nothing. Who asks is shown for one transaction only; with nothing
-- shown every comparison is with null, in parallel workers too. Equality on columns of the row itself, never a prefix; the
-- sub-selects are worked out once for each statement.
do $$
declare
    house   constant text := '(select current_setting(''yici.house'', true) = ''on'')';
    mine    constant text := '(select nullif(current_setting(''yici.account'', true), '''')::uuid)';
    in_hand constant text := 'any ((select string_to_array(nullif(current_setting(''yici.files'', true), ''''), '','')::uuid[])::uuid[])';
    rule    record;
begin
    for rule in values
        ('draft',           format('account = %s', mine)),
        ('draft_evidence',  'exists (select from application.draft d where d.id = draft_id)'),
        ('application',     format('applicant = %s or application_id = %s', mine, in_hand)),
        ('evidence',        format('application_id = %s or exists (select from application.application a where a.application_id = evidence.application_id)', in_hand)),
        ('correction',      format('application_id = %s or exists (select from application.application a where a.application_id = correction.application_id)', in_hand)),
        ('promise',         format('account = %s or application_id = %s', mine, in_hand)),
        ('promise_outcome', format('application_id = %s or exists (select from application.promise p where (p.application_id, p.evidence) = (promise_outcome.application_id, promise_outcome.evidence))', in_hand))
    loop
        execute format('alter table application.%I enable row level security', rule.column1);
        execute format('alter table application.%I force row level security', rule.column1);
        execute format('create policy who_asks on application.%I using (%s or %s)', rule.column1, house, rule.column2);
    end loop;
end
$$;
