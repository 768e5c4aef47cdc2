-- Duties that exclude each other are judged by account, so a person may have one staff account only.
alter table identity.account add staff_number text not null default '' check (staff_number = '' or kind = 'STAFF');
comment on column identity.account.staff_number is 'the ID number of a member of staff, asked when the account is opened; empty for those of before and the demonstration''s';
create unique index account_staff_number on identity.account (staff_number) where staff_number <> '';
