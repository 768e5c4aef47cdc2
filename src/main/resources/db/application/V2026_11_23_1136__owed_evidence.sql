alter table application.draft add owed text[] not null default '{}';
comment on column application.draft.owed is 'documents that are to be handed in later (容缺受理); those with a file are not owed, whatever stands here';
