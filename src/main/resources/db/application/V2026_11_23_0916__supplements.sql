alter table application.draft add supplements uuid;
comment on column application.draft.supplements is 'the application this draft adds items to; null for a new one';
