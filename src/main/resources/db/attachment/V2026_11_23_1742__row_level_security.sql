-- The net below the policy: a file opens for the party that handed it in; staff see it through the house, once the policy has let them.
-- Whose it is says the badge that is shown while it is written; nobody's (null) is what a visitor brought to an objection.
alter table attachment.file add column account uuid;
-- handed in before this was noted: the rooms above know whose, any person signed in may ask for it by its id, as until now
update attachment.file set account = '00000000-0000-0000-0000-000000000000';
alter table attachment.file alter column account set default nullif(current_setting('yici.account', true), '')::uuid;

alter table attachment.file enable row level security;
alter table attachment.file force row level security;
create policy who_asks on attachment.file
using ((select current_setting('yici.house', true) = 'on')
    or account = (select nullif(current_setting('yici.account', true), '')::uuid)
    or account = '00000000-0000-0000-0000-000000000000' and (select nullif(current_setting('yici.account', true), '')::uuid) is not null)
with check ((select current_setting('yici.house', true) = 'on')
    or account = (select nullif(current_setting('yici.account', true), '')::uuid));
